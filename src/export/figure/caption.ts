/** What stands under every figure and in every file's metadata: what is shown, how it is counted, and whose it is. */
import { dateInWords } from '../../layout/text/date-in-words.ts';
import { countOf, formatCount } from '../../layout/text/number-format.ts';
import { COUNTING_RULE_MEANING } from '../../model/counting-rule-meaning.ts';
import { COUNTED, COUNTING_RULE_LABEL } from '../../model/counting-rule.ts';
import { AUTHOR_FACET, TABLE_SOURCE, type Dataset } from '../../model/dataset.ts';
import type { ViewId } from '../../share/view-state.ts';
import { filterChips } from '../../state/words/filter-chips.ts';
import { filterWords } from '../../state/words/filter-words.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { OpenedFile } from '../../state/address/history-entry.ts';
import type { FileFacts } from './figure.ts';

/** A view, or the whole dashboard. */
export type FileSubject = ViewId | 'all';

export const FILE_FORMAT = 'whereabouts-view';
export const FILE_VERSION = 1;
/** Ends the metadata of a JSON file; no text in it has a line break as it is. */
export const TABLES_MARK = ',\n "tables": {\n';

/** The metadata of a file, as JSON in an SVG's <metadata>, a PNG's iTXt chunk and at the top of a JSON file. */
export interface FileMetadata {
  readonly format: typeof FILE_FORMAT;
  readonly version: typeof FILE_VERSION;
  readonly view: FileSubject;
  /** "Where it is tagged: Austria"; "" where nothing is drawn. */
  readonly title: string;
  /** The legend in words, a mark each. */
  readonly legend: readonly string[];
  /** What is counted, and what the drawing or the table leaves out or cannot place, a line each. */
  readonly notes: readonly string[];
  /** The title of the dataset and where it comes from: a file is restored on a page with the same. */
  readonly dataset: {
    readonly title: string;
    readonly source: string;
    readonly records: number;
    /** The day on which the results were searched for, or "" where the dataset doesn't say. */
    readonly date: string;
  };
  /** Records that pass every filter. */
  readonly records: number;
  readonly filters: readonly string[];
  readonly counting: string;
  readonly exported: string;
  /** "" of a dataset from a file: the page's address leads to another. */
  readonly link: string;
  /** The state, as the page's address has it. */
  readonly query: string;
  readonly credits: readonly string[];
}

const BOUNDARIES =
  'Boundaries: Natural Earth, public domain, simplified; they imply no position on the legal status of any territory.';
const PLACES = 'Place data: GeoNames, CC BY 4.0.';
/** Where there is but one line. */
const BOUNDARIES_SHORT = 'Boundaries: Natural Earth, public domain, simplified.';

/** Every part of the filter in words, as the chips have them; empty where all records pass. */
export function filtersInWords(explorer: Explorer): string[] {
  return filterChips(explorer).map((chip) =>
    chip.kind === 'mode' ? `${chip.mode} of ${chip.words}` : `${chip.word} ${chip.label}`,
  );
}

/**
 * @param view decides the credits: only a map has boundaries
 * @param drawn what is drawn, where something is
 */
export function metadataOf(
  explorer: Explorer,
  view: FileSubject,
  facts: FileFacts,
  drawn: Pick<FileMetadata, 'title' | 'legend' | 'notes'> = { title: '', legend: [], notes: [] },
): FileMetadata {
  const { dataset, rule } = explorer;
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    view,
    title: drawn.title,
    legend: drawn.legend,
    notes: drawn.notes,
    dataset: {
      title: dataset.title,
      source: dataset.source.name,
      records: dataset.recordCount,
      date: dataset.date ?? '',
    },
    records: explorer.activeCount,
    filters: filtersInWords(explorer),
    counting: COUNTING_RULE_LABEL[rule],
    exported: facts.exported,
    link: facts.link,
    query: facts.query,
    credits: hasMap(view) ? [BOUNDARIES, PLACES] : [],
  };
}

const hasMap = (view: FileSubject) => view === 'map' || view === 'all';

/** The caption, a paragraph each, without the link. */
export function captionOf(explorer: Explorer, metadata: FileMetadata): string[] {
  const { dataset, filters, credits, exported, records } = metadata;
  const { rule } = explorer;
  const isOfYears = metadata.view === 'time';
  const data = dataInWords(dataset, isOfYears);
  const passing = `${formatCount(records)} of ${countOf(dataset.records, 'record')} shown`;
  return [
    filters.length === 0
      ? `No filter: ${passing}.`
      : `Filter: ${filters.join('; ')}. ${passing}.${ownClauseInWords(explorer, metadata.view)}`,
    ...(explorer.reference
      ? [`Compared with: ${filterWords(explorer, undefined, explorer.reference)}.`]
      : []),
    // the graph says what its lines are, and a list of records counts nothing
    ...(metadata.view === 'coauthors' || metadata.view === 'records'
      ? []
      : [`Counted by ${COUNTED[rule]}. ${isOfYears ? YEAR_MEANING : COUNTING_RULE_MEANING[rule]}`]),
    explorer.file ? `${data} ${fileInWords(explorer.file)}` : data,
    ...(credits.length > 0 ? [credits.join(' ')] : []),
    `Drawn with Whereabouts on ${dateInWords(exported)}.`,
  ];
}

/** Stands where else a link does. */
const fileInWords = ({ file }: OpenedFile): string =>
  `They were opened from the file “${file.name}”, which no link leads to.`;

/** A year is no claim of a machine, and a record mostly has one. */
const YEAR_MEANING = 'A record counts in the year that the source gives.';

const MACHINE_TAGS = ' Tags are made by a machine; a score is no probability.';
const OWN_TAGS = ' Tags and scores are those of the table.';

/** Whose the data are, and what the tags are not. */
function dataInWords(
  { title, source, date }: Pick<FileMetadata['dataset'], 'title' | 'source' | 'date'>,
  isOfYears = false,
): string {
  const dated = date === '' ? ' (undated)' : `, dataset of ${dateInWords(date)}`;
  const tags = isOfYears ? '' : source === TABLE_SOURCE ? OWN_TAGS : MACHINE_TAGS;
  return `Data: “${title}”, ${source}${dated}.${tags}`;
}

/** What of the caption a sheet of a talk has at its foot, in a line. */
export function sourceLine({ title, source, date = '' }: Dataset, view: FileSubject): string {
  const credits = hasMap(view) ? [BOUNDARIES_SHORT, PLACES] : [];
  return [dataInWords({ title, source: source.name, date }), ...credits].join(' ');
}

/** What a view's numbers leave out, so that its alternatives stay visible; "" where it is nothing. */
function ownClauseInWords(
  { filter, placeFacet, topicFacet, timeFacet }: Explorer,
  view: FileSubject,
): string {
  const { clauses } = filter;
  if (view === 'all') return clauses.size > 0 ? ' Each chart’s numbers skip the filter by its own kind.' : '';
  const [facet, kind] = {
    map: [placeFacet, 'place'],
    topics: [topicFacet, 'topic'],
    coauthors: [AUTHOR_FACET, 'author'],
    records: [undefined, ''],
    time: [timeFacet, 'year'],
  }[view];
  if (facet === undefined || !clauses.has(facet)) return '';
  return ` The numbers here skip the filter by ${kind} itself, so that its alternatives can be compared.`;
}
