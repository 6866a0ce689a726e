/**
 * What a CSV file cannot say of itself, in a file beside it: caption, columns, link. As W3C "Metadata Vocabulary for
 * Tabular Data" has it, whose readers look for NAME.csv-metadata.json beside NAME.csv.
 */
import { captionOf, type FileMetadata, type FileSubject } from '../figure/caption.ts';
import { recordTagColumns, type DataTable } from './tables.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';

interface Column {
  readonly type: 'string' | 'integer' | 'decimal';
  readonly meaning: string;
}

const text = (meaning: string): Column => ({ type: 'string', meaning });
const whole = (meaning: string): Column => ({ type: 'integer', meaning });
const decimal = (meaning: string): Column => ({ type: 'decimal', meaning });

/** Every column of the tables but those of the records' tags, which are the dataset's. */
export const COLUMNS: Readonly<Record<string, Column>> = {
  path: text(
    'the place, topic or year, from the widest to the narrowest, joined by " > "; of a place in several branches each, joined by "; "',
  ),
  code: text('ISO 3166-1 alpha-3 of a country, ISO 3166-2 of a region; empty where there is none'),
  records: whole('records that pass the filters and show it with at least the threshold’s score'),
  possible: whole('further records whose hidden tags may name it'),
  fractional: decimal('each record shares 1 among its deepest counted tags by their scores'),
  score: decimal('sum of the records’ scores there'),
  max_score: decimal('the highest score there; empty without a record'),
  status: text('included or excluded by the filter, or why there is no record'),
  compared: whole('records that the other filters let pass: n(p) of the location quotient'),
  all: whole(
    'all records, whatever is filtered; where only complete tag lists are asked for, all of those: n',
  ),
  all_records: whole('of all, those that show it with at least the threshold’s score: n(t)'),
  against_all: decimal(
    'how many times as often it is shown as among all, (records / compared) / (all_records / all); empty where no record shows it',
  ),
  against_all_low: decimal('the lower end of its 95 % interval'),
  against_all_high: decimal('the upper end of its 95 % interval'),
  against_all_verdict: text(
    'more or less, where chance alone is unlikely; else no clear difference; untold where fewer than 5 records pass or fewer than 5 of all show it; empty where no record shows it',
  ),
  reference: whole(
    'records that the filters of what is compared with let pass, without the one by the kind of the row',
  ),
  reference_records: whole('of these, those that show it with at least the threshold’s score'),
  shared: whole('records that both let pass'),
  shared_records: whole('of these, those that show it'),
  against_reference: decimal(
    'how many times as often it is shown here as there, (records / compared) / (reference_records / reference); INF where only here, empty where nowhere',
  ),
  against_reference_low: decimal('the lower end of its 95 % interval'),
  against_reference_high: decimal('the upper end of its 95 % interval'),
  against_reference_verdict: text(
    'more or less, where chance alone is unlikely; else no clear difference; untold of fewer than 5 records on either side or with it; empty where no record shows it',
  ),
  author: text('"Family, Given", a group by its name alone'),
  co_authors: whole('people with whom a record was written'),
  strength_full: decimal('sum of links, 1 for each record and co-author'),
  strength_fractional: decimal('sum of links, 1/(n−1) for each of n−1 co-authors of a record'),
  id: text('the record; the same in a dataset that is built again'),
  title: text('title of the record'),
  authors: text('the byline, joined by "; "'),
  file: text('the file that the record was read from'),
  first_line: whole('its first line there, from 1'),
  last_line: whole('its last line there'),
  url: text('where the work itself is found; empty where the source does not say'),
};

const asSentence = (line: string): string => (line.endsWith('.') ? line : `${line}.`);

/** What the columns of a view's table hold. */
function columnsOf(explorer: Explorer, view: FileSubject): ReadonlyMap<string, Column> {
  const tags = view === 'records' ? recordTagColumns(explorer) : [];
  return new Map([
    ...Object.entries(COLUMNS),
    ...tags.map(({ name, type, meaning }): [string, Column] => [name, { type, meaning }]),
  ]);
}

/**
 * The notes on a table.
 * @param name of the CSV file
 */
export function csvNotes(explorer: Explorer, metadata: FileMetadata, table: DataTable, name: string): string {
  const known = columnsOf(explorer, metadata.view);
  const notes = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: name,
    'dc:title': metadata.dataset.title,
    'dc:description': [...metadata.notes.map(asSentence), ...captionOf(explorer, metadata)].join(' '),
    ...(metadata.link === '' ? {} : { 'dc:source': metadata.link }),
    'dc:date': metadata.exported,
    dialect: { encoding: 'utf-8', header: true },
    tableSchema: {
      columns: table.columns.map((column) => {
        const { type, meaning } = known.get(column)!;
        return { name: column, titles: column, datatype: type, 'dc:description': meaning };
      }),
    },
    notes: [metadata],
  };
  return `${JSON.stringify(notes, null, 1)}\n`;
}
