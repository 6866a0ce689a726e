/** The whole way from the texts of a source's files to a dataset. Pure: no files, no clock, no locale. */
import { TABLE_SOURCE, type Dataset, type Facet } from '../model/dataset.ts';
import { excerpt, type Problem } from '../model/problem.ts';
import type { FileAccount, IngestReport } from '../model/report.ts';
import { sumOf } from '../model/codec/whole-columns.ts';
import { aggregateRecords, allFacets, topicFacets, type RecordsAndAuthors } from './assemble/aggregate.ts';
import type { Beside } from './beside.ts';
import { formatOf } from './lines/file-format.ts';
import type { SourceSpec } from './facets.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { Ingestion, sourceOf, type ReadFile, type ReadFiles } from './ingestion.ts';
import { inCommon } from './records/dedupe.ts';
import { mergeRows, type MergedRows } from './records/merge-rows.ts';
import type { ReadRecord } from './records/record-rows.ts';
import { unpackDataset, type PackedDataset } from './columns/packed-dataset.ts';
import type { TaggedPath } from './parsed-record.ts';
import { sourceOfTables } from './table/table-source.ts';
import { parsePlaceOverrides } from './places/place-overrides.ts';
import { problemCounts } from './problem-counts.ts';
import { changesNobody, settleAuthors, settlePackedAuthors } from './authors/settle-authors.ts';
import { resolveAllPlaces, type ResolvedPlaces } from './places/resolve-all-places.ts';
import type { NameQuestion } from './authors/suggestions.ts';

/** One file: its name without folder, and its text. */
export interface IngestInput {
  readonly name: string;
  readonly text: string;
}

/** What the caller may choose. */
export interface IngestOptions {
  /** Title of the dataset; else the query line of the first file that has one. */
  readonly title?: string | undefined;
  /** The day on which the results were searched for, "2026-11-22". */
  readonly date?: string | undefined;
  /** For regions, cities and coordinates; without one, countries are found and nothing below them. */
  readonly gazetteer?: Gazetteer | undefined;
  /** A CSV file of places that names alone cannot settle, see place-overrides.ts. */
  readonly overrides?: IngestInput | undefined;
  /** A CSV file that says who is who among the authors, see author-identities.ts. */
  readonly authors?: IngestInput | undefined;
}

/**
 * Reads result texts into one dataset. Never throws for what a text holds: that ends in the dataset's problems, and
 * a dataset without records says in them why.
 */
export function ingestTexts(inputs: readonly IngestInput[], options: IngestOptions = {}): Dataset {
  const ingestion = new Ingestion(
    inputs.map((input) => input.name),
    sourceOfTexts(inputs),
  );
  for (const { text } of inputs) ingestion.readText(text);
  return datasetOf(ingestion, options);
}

/** That of the first one that has one; undefined where none has. */
function sourceOfTexts(inputs: readonly IngestInput[]): SourceSpec | undefined {
  const source = inputs.map(({ text }) => sourceOf(formatOf(text))).find((each) => each !== undefined);
  if (source !== 'table') return source;
  return sourceOfTables(inputs.map(({ text }) => new TextEncoder().encode(text)));
}

/** Makes the dataset of files that were read: duplicates merged, places resolved, all laid out in columns, authors settled. */
export function datasetOf(read: ReadFiles, options: IngestOptions = {}): Dataset {
  return settleAuthors(unpackDataset(columnsOf(read, options)), options.authors);
}

/** The same, texts as bytes. */
export function packedDatasetOf(read: ReadFiles, options: IngestOptions = {}): PackedDataset {
  return settlePackedAuthors(columnsOf(read, options), options.authors);
}

/** A dataset, and what of it may come later: what its names suggest stands in its problems and in its report. */
export interface EarlyDataset {
  /** Whole but for that. */
  readonly early: PackedDataset;
  readonly whole: Promise<PackedDataset>;
}

/** What is done one after the other. */
export const MERGE_STEPS = ['duplicates', 'authors', 'topics', 'places', 'columns'] as const;
export type MergeStep = (typeof MERGE_STEPS)[number];

/**
 * The same with the help of others, who have the gazetteer and the overrides.
 * @param onStep told what begins; waited for, so that others have their turn
 */
export async function packedDatasetBeside(
  read: ReadFiles,
  options: Omit<IngestOptions, 'gazetteer'>,
  beside: Beside,
  onStep: (step: MergeStep) => Promise<void> = () => Promise.resolve(),
): Promise<EarlyDataset> {
  const asked = beside.places(read.rows.places);
  // what is thrown here first may hide it
  asked.catch(() => undefined);
  await onStep('duplicates');
  const merged = mergeRows(read.rows);
  await onStep('authors');
  const columns = aggregateRecords(merged);
  const suggestions = changesNobody(options.authors) ? beside.suggestions(questionOf(columns)) : undefined;
  suggestions?.catch(() => undefined);
  await onStep('topics');
  const topics = topicFacets(merged);
  await onStep('places');
  const places = await asked;
  await onStep('columns');
  const facets = allFacets(merged, topics, places);
  const packed = datasetOfColumns(read, options, { merged, places, columns: { ...columns, facets } });
  if (suggestions === undefined) {
    const early = settlePackedAuthors(packed, options.authors);
    return { early, whole: Promise.resolve(early) };
  }
  const whole = suggestions.then((known) => settlePackedAuthors(packed, options.authors, known));
  whole.catch(() => undefined);
  return { early: packed, whole };
}

function questionOf({ records, authors }: RecordsAndAuthors): NameQuestion {
  const { id, author, authorOffset } = records;
  return { family: authors.family.data(), given: authors.given.data(), id: id.data(), author, authorOffset };
}

function columnsOf(read: ReadFiles, options: IngestOptions): PackedDataset {
  const merged = mergeRows(read.rows);
  const { overrides } = readOverrides(options);
  const places = resolveAllPlaces(read.rows.places, { gazetteer: options.gazetteer, overrides });
  const facets = allFacets(merged, topicFacets(merged), places);
  return datasetOfColumns(read, options, {
    merged,
    places,
    columns: { ...aggregateRecords(merged), facets },
  });
}

const readOverrides = ({ overrides }: Pick<IngestOptions, 'overrides'>) =>
  parsePlaceOverrides(overrides?.name ?? '', overrides?.text ?? '');

/** What the dataset is made of. */
interface Made {
  readonly merged: MergedRows;
  readonly places: ResolvedPlaces;
  readonly columns: Aggregated;
}

type Aggregated = RecordsAndAuthors & { readonly facets: readonly Facet[] };

function datasetOfColumns(
  { names, files }: ReadFiles,
  options: IngestOptions,
  { merged, places, columns: { facets, ...rest } }: Made,
): PackedDataset {
  const columns = { ...rest, facets: facets.filter((facet) => !isToBeLeftOut(facet, merged)) };
  const problems = sortedProblems(names, [
    ...files.flatMap((file) => file.problems),
    ...mergeProblems(merged, names),
    ...apartProblems(merged, names),
    ...facets.filter((facet) => isToBeLeftOut(facet, merged)).map((facet) => emptyFacet(facet, names)),
    ...placeProblems(places, names),
    ...readOverrides(options).problems,
  ]);
  const queries = files.flatMap((file) => file.query ?? []);
  return {
    title: options.title ?? excerpt(queries[0] ?? names[0] ?? 'Untitled'),
    ...(options.date === undefined ? {} : { date: options.date }),
    source: { name: merged.rows.source.name, queries, files: names },
    recordCount: merged.order.length,
    ...columns,
    problems,
    report: reportOf(files, merged, places, columns, problems),
  };
}

/** What a table calls facets are none where no tag of them can be read: there would be nothing to choose. */
const isToBeLeftOut = ({ tagConcept, hidden }: Facet, { rows }: MergedRows) =>
  rows.source.name === TABLE_SOURCE && tagConcept.length === 0 && hidden.every((count) => count === 0);

const emptyFacet = ({ label }: Facet, names: readonly string[]): Problem => ({
  code: 'empty-facet',
  file: names[0]!,
  line: 0,
  text: excerpt(label),
  reason: `no row ${names.length === 1 ? '' : 'of any table '}has a tag of this facet that can be read; the facet is left out`,
});

const placeIn = (names: readonly string[], { passage: { file, first, last } }: ReadRecord) =>
  `${names[file]!}, lines ${first}-${last}`;

function mergeProblems({ merges }: MergedRows, names: readonly string[]): Problem[] {
  return merges.map(({ copy, into, same, differs }) => {
    const first = placeIn(names, into);
    const difference =
      differs.length === 0
        ? 'merged'
        : `merged although ${differs.join(' and ')} differ; the first text and the union of the tags are kept`;
    return {
      code: differs.length === 0 ? 'merged-duplicate' : 'conflicting-duplicate',
      file: names[copy.passage.file]!,
      line: copy.passage.first,
      text: excerpt(copy.title),
      reason: `same ${same} as ${first}; ${difference}`,
    };
  });
}

function apartProblems({ apart }: MergedRows, names: readonly string[]): Problem[] {
  return apart.map(({ record, from, by }) => ({
    code: 'similar-record',
    file: names[record.passage.file]!,
    line: record.passage.first,
    text: excerpt(record.title),
    reason: `same ${inCommon(from, record)} as ${placeIn(names, from)}, but of another ${by}; kept as a record of its own`,
  }));
}

function placeProblems({ unresolved }: ResolvedPlaces, names: readonly string[]): Problem[] {
  return unresolved.map(({ path, file, line }) => ({
    code: 'unresolved-place',
    file: names[file]!,
    line,
    text: excerpt(path.join(' > ')),
    reason: 'names no country of ISO 3166-1; kept as a concept without a code',
  }));
}

/** By file, then by line; what concerns a whole file comes first, the overrides come last. */
function sortedProblems(names: readonly string[], problems: readonly Problem[]): Problem[] {
  const place = new Map(names.map((name, i) => [name, i]));
  const placeOf = ({ file }: Problem) => place.get(file) ?? names.length;
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
}

function reportOf(
  files: readonly ReadFile[],
  { order, merges }: MergedRows,
  places: ResolvedPlaces,
  { authors, facets }: Aggregated,
  problems: readonly Problem[],
): IngestReport {
  const accounts = files.map((file) => file.account);
  const sum = (part: (account: FileAccount) => number) =>
    accounts.reduce((total, account) => total + part(account), 0);
  return {
    linesIn: sum((account) => account.linesIn),
    linesUsed: sum((account) => account.linesUsed),
    linesReported: sum((account) => account.linesReported),
    files: accounts,
    recordsRead: order.length + merges.length,
    duplicatesMerged: merges.length,
    records: order.length,
    facets: facets.map((facet) => ({
      facet: facet.id,
      concepts: facet.concepts.label.length,
      tags: facet.tagConcept.length,
      hiddenTags: sumOf(facet.hidden),
    })),
    authors: authors.family.length,
    countries: countryCount(places),
    placesResolved: places.resolved,
    placesUnresolved: listed(places.unresolved),
    regionsResolved: places.regionsResolved,
    regionsUnresolved: listed(places.regionsUnresolved),
    citiesResolved: places.citiesResolved,
    citiesUnresolved: listed(places.citiesUnresolved),
    problems: problemCounts(problems),
  };
}

const listed = (paths: readonly TaggedPath[]) => paths.map(({ path }) => path.join(' > '));

function countryCount({ placeByPath }: ResolvedPlaces): number {
  const countries = [...placeByPath.values()].filter((place) => place.level === 'country');
  return new Set(countries.map((country) => country.code)).size;
}
