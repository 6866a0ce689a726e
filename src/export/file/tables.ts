/**
 * What each view shows, as a table: the numbers and the order of its table twin, the columns of the script's tables. All
 * of it in small steps: there can be a row for each of very many records or authors.
 */
import { countingCoauthors } from '../../filter/coauthors/coauthorship-of.ts';
import { readersCollator, wordsOf } from '../../model/sort-by-name.ts';
import type { CountingRule } from '../../model/counting-rule.ts';
import { csvLines, decimal, type Cell } from '../../model/csv.ts';
import { AUTHOR_FACET, authorKey, authorsOf, facetById, type FacetId } from '../../model/dataset.ts';
import { eachOf, finished, part, sorting, type Work } from '../../model/work.ts';
import { viewsOf, type ViewId } from '../../share/view-state.ts';
import { comparisonOf } from '../../state/comparison.ts';
import { valueOf } from '../../state/words/describe-node.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { nodeStatus } from '../../state/tables/node-status.ts';
import { tableNodes } from '../../state/tables/table-nodes.ts';
import type { FileSubject } from '../figure/caption.ts';
import { tagColumns, type RecordTags, type TagColumn } from './record-tags.ts';

/** What a cell holds: files write tags each in their own way. */
export type TableCell = Cell | RecordTags;

export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** So many rows or names a step: a millisecond or two. */
const ROWS_A_STEP = 128;

/** The table of a view under the present filter. */
export const tableOf = (explorer: Explorer, view: ViewId): DataTable => finished(makingTable(explorer, view));

/** The same in small steps. */
export function makingTable(explorer: Explorer, view: ViewId): Work<DataTable> {
  switch (view) {
    case 'map':
      return placeTable(explorer, explorer.placeFacet);
    case 'topics':
      return topicTable(explorer, explorer.topicFacet);
    case 'coauthors':
      return authorTable(explorer);
    case 'records':
      return recordTable(explorer);
    case 'time':
      return topicTable(explorer, explorer.timeFacet ?? '');
  }
}

export interface ViewTable {
  readonly view: ViewId;
  readonly table: DataTable;
}

/** The views that a file is of. */
export const viewsIn = ({ dataset }: Explorer, subject: FileSubject): readonly ViewId[] =>
  subject === 'all' ? viewsOf(dataset) : [subject];

/** The tables of all that a file is of, in small steps. */
export function* makingTables(explorer: Explorer, subject: FileSubject): Work<ViewTable[]> {
  const views = viewsIn(explorer, subject);
  const tables: ViewTable[] = [];
  for (const [i, view] of views.entries()) {
    const making = makingTable(explorer, view);
    tables.push({ view, table: yield* part(making, i / views.length, (i + 1) / views.length) });
  }
  return tables;
}

/** RFC 4180, UTF-8, one head line. */
export const csvOf = (table: DataTable): string => [...tableLines(table)].join('');

/** The same, a line at a time. */
export const tableLines = ({ columns, rows }: DataTable): Generator<string> =>
  csvLines(columns, plainRows(rows));

function* plainRows(rows: DataTable['rows']): Generator<Cell[]> {
  for (const row of rows) yield row.map((cell) => (typeof cell === 'object' ? cell.toString() : cell));
}

const CONCEPT_COLUMNS = ['path', 'code', 'records', 'possible', 'fractional', 'score', 'max_score', 'status'];
const NO_CONCEPTS: DataTable = { columns: CONCEPT_COLUMNS, rows: [] };

/** The countries, or the regions and cities of the country in focus. */
function* placeTable(explorer: Explorer, facet: FacetId | undefined): Work<DataTable> {
  if (facet === undefined) return NO_CONCEPTS;
  const places = explorer.places(facet);
  const focus = explorer.focusOf(facet);
  const country = focus === undefined ? '' : places.countryOf(focus);
  if (country === '') return yield* conceptTable(explorer, facet, tableNodes(explorer, facet));
  const cities = places.citiesIn(country).map((city) => city.node);
  return yield* conceptTable(explorer, facet, [...new Set([...places.regionsIn(country), ...cities])]);
}

function* topicTable(explorer: Explorer, facet: FacetId): Work<DataTable> {
  if (!facetById(explorer.dataset, facet)) return NO_CONCEPTS;
  return yield* conceptTable(explorer, facet, tableNodes(explorer, facet));
}

function* conceptTable(explorer: Explorer, facet: FacetId, nodes: readonly number[]): Work<DataTable> {
  const counts = explorer.countsFor(facet);
  const { kind, concepts } = facetById(explorer.dataset, facet)!;
  const codes = concepts.code;
  const { names } = explorer;
  const compared = comparing(explorer, facet);
  const order = kind === 'time' ? nodes : yield* part(inOrder(explorer, facet, nodes, explorer.rule), 0, 0.6);
  const rows: Cell[][] = [];
  const making = eachOf(order, ROWS_A_STEP, (node) =>
    rows.push([
      names
        .paths(facet, node)
        .map((path) => path.join(' > '))
        .join('; '),
      names.code(facet, node) || (codes[node] ?? ''),
      counts.records[node]!,
      counts.possible[node]!,
      decimal(counts.fractional[node]!),
      decimal(counts.scoreSum[node]!),
      counts.records[node]! > 0 ? counts.maxScore[node]! / 100 : '',
      nodeStatus(counts, node, explorer.membership(facet, node)),
      ...(compared?.(node) ?? []),
    ]),
  );
  yield* part(making, 0.6, 1);
  const against = explorer.reference ? AGAINST_REFERENCE_COLUMNS : AGAINST_ALL_COLUMNS;
  return { columns: [...CONCEPT_COLUMNS, ...(compared ? against : [])], rows };
}

const AGAINST_ALL_COLUMNS = [
  'compared',
  'all',
  'all_records',
  'against_all',
  'against_all_low',
  'against_all_high',
  'against_all_verdict',
];

const AGAINST_REFERENCE_COLUMNS = [
  'compared',
  'reference',
  'reference_records',
  'shared',
  'shared_records',
  'against_reference',
  'against_reference_low',
  'against_reference_high',
  'against_reference_verdict',
];

/** Where a filter can be compared, with all records or with another filter, the cells of each node. */
function comparing(explorer: Explorer, facet: FacetId): ((node: number) => Cell[]) | null {
  const comparison = comparisonOf(explorer, facet);
  if (!comparison) return null;
  const { compared, against, showing, shared } = comparison;
  return (node) => {
    const quotient = comparison.quotient(node);
    const numbers = quotient ? [quotient.value, quotient.low, quotient.high].map(finite) : ['', '', ''];
    const both = shared ? [shared.records, shared.showing(node)] : [];
    const verdict = quotient?.verdict ?? '';
    return [
      compared,
      against,
      showing(node),
      ...both,
      ...numbers,
      verdict === 'expected' ? 'no clear difference' : verdict,
    ];
  };
}

/** "INF" as CSVW writes it. */
const finite = (value: number): Cell => (value === Infinity ? 'INF' : decimal(value));

const AUTHOR_COLUMNS = ['author', 'records', 'co_authors', 'strength_full', 'strength_fractional', 'status'];

function* authorTable(explorer: Explorer): Work<DataTable> {
  const counts = explorer.countsFor(AUTHOR_FACET);
  const strengths = yield* part(countingCoauthors(explorer.engine(), explorer.dataset), 0, 0.2);
  const { authors } = explorer.dataset;
  const nodes = tableNodes(explorer, AUTHOR_FACET);
  const order = yield* part(inOrder(explorer, AUTHOR_FACET, nodes, 'records'), 0.2, 0.8);
  const rows: Cell[][] = [];
  const making = eachOf(order, ROWS_A_STEP, (author) =>
    rows.push([
      authorKey(authors, author),
      counts.records[author]!,
      strengths.coAuthors[author]!,
      decimal(strengths.strengthFull[author]!),
      decimal(strengths.strengthFractional[author]!),
      nodeStatus(counts, author, explorer.membership(AUTHOR_FACET, author)),
    ]),
  );
  yield* part(making, 0.8, 1);
  return { columns: AUTHOR_COLUMNS, rows };
}

const RECORD_COLUMNS = ['id', 'title', 'authors', 'file', 'first_line', 'last_line', 'url'];

/** What the table of records says of tags, column by column. */
export const recordTagColumns = ({ dataset }: Explorer): TagColumn[] => tagColumns(dataset, RECORD_COLUMNS);

/** One row a passage: a record that was read in two places has two. */
function* recordTable(explorer: Explorer): Work<DataTable> {
  const { dataset, activeRecords } = explorer;
  const { records, authors, source } = dataset;
  const tags = recordTagColumns(explorer);
  const rows: TableCell[][] = [];
  yield* eachOf(activeRecords, ROWS_A_STEP, (record) => {
    const byline = [...authorsOf(records, record)].map((author) => authorKey(authors, author)).join('; ');
    const tagged = tags.map(({ cellOf }) => cellOf(record));
    for (let i = records.passageOffset[record]!; i < records.passageOffset[record + 1]!; i++) {
      rows.push([
        records.id.at(record),
        records.title.at(record),
        byline,
        source.files[records.passageFile[i]!]!,
        records.passageFirst[i]!,
        records.passageLast[i]!,
        records.url?.at(record) ?? '',
        ...tagged,
      ]);
    }
  });
  return { columns: [...RECORD_COLUMNS, ...tags.map(({ name }) => name)], rows };
}

/** The highest values first, of equal ones by name, then as listed: the order in which the table twin opens. */
function* inOrder(
  explorer: Explorer,
  facet: FacetId,
  nodes: readonly number[],
  rule: CountingRule,
): Work<number[]> {
  const counts = explorer.countsFor(facet);
  const values: number[] = [];
  const words: string[] = [];
  const naming = eachOf(nodes, ROWS_A_STEP, (node) => {
    values.push(valueOf(counts, node, rule));
    words.push(wordsOf(explorer.names.short(facet, node)));
  });
  yield* part(naming, 0, 0.2);
  const collator = readersCollator();
  const positions = yield* part(
    sorting(
      nodes.map((_, position) => position),
      (a, b) => values[b]! - values[a]! || collator.compare(words[a]!, words[b]!) || a - b,
    ),
    0.2,
    1,
  );
  return positions.map((position) => nodes[position]!);
}
