/**
 * The tables of --tables: every number is the filter engine's own, at threshold 0 with all records active.
 * Concepts come depth first by code units, authors by name in code units, pairs by their first and then their
 * second author, records in reading order with one row for each passage.
 */
import { coauthorship, eachPair } from '../../src/filter/coauthors/coauthorship.ts';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { authorKey, authorsOf, conceptPath, type Dataset, type Facet } from '../../src/model/dataset.ts';
import { yearsOf } from '../../src/model/years.ts';
import { csvLines, decimal, type Cell } from '../../src/model/csv.ts';

/** A file of the tables' folder, its lines made as they are asked for. */
export interface Table {
  readonly name: string;
  readonly lines: Iterable<string>;
}

type FacetName = Pick<Facet, 'kind' | 'id'>;

const PLACES = 'places.csv';
const [AUTHORS, PAIRS, RECORDS, TAGS] = ['authors.csv', 'coauthors.csv', 'records.csv', 'tags.csv'] as const;
const OTHERS: readonly string[] = [AUTHORS, PAIRS, RECORDS, TAGS];

/** Of each facet; those of tables may be called anything. */
function conceptTables(facets: readonly FacetName[]): string[] {
  const taken = new Set([PLACES, ...OTHERS]);
  return facets.map(({ kind, id }) => {
    if (kind === 'place') return PLACES;
    let name = `${id}.csv`;
    while (taken.has(name)) name = `facet-${name}`;
    taken.add(name);
    return name;
  });
}

/** The names that {@link tablesOf} has for a dataset with these facets: known before there is one. */
export function tableNames(facets: readonly FacetName[]): string[] {
  return [...conceptTables(facets), ...OTHERS];
}

/** One for each facet, and four more. */
export function tablesOf(dataset: Dataset): Table[] {
  const engine = new CrossFilter(dataset);
  const names = conceptTables(dataset.facets);
  return [
    ...dataset.facets.map((facet, i) => ({
      name: names[i]!,
      lines: csvLines(CONCEPT_HEADER, conceptRows(facet, engine)),
    })),
    { name: AUTHORS, lines: csvLines(AUTHOR_HEADER, authorRows(dataset)) },
    { name: PAIRS, lines: csvLines(PAIR_HEADER, pairRows(dataset)) },
    { name: RECORDS, lines: csvLines(RECORD_HEADER, recordRows(dataset)) },
    { name: TAGS, lines: csvLines(TAG_HEADER, tagRows(dataset)) },
  ];
}

const CONCEPT_HEADER = ['path', 'code', 'records', 'possible', 'fractional', 'score', 'max_score'];
const AUTHOR_HEADER = ['author', 'records', 'co_authors', 'strength_full', 'strength_fractional'];
const PAIR_HEADER = ['author_a', 'author_b', 'records', 'strength_fractional'];
/** As the dataset script reads a long table. */
const TAG_HEADER = ['record_id', 'title', 'authors', 'facet', 'path', 'score', 'hidden', 'url'];
const RECORD_HEADER = ['id', 'title', 'authors', 'file', 'first_line', 'last_line', 'url', 'year'];

function* conceptRows({ id, concepts }: Facet, engine: CrossFilter): Generator<Cell[]> {
  const counts = engine.countsFor(id);
  for (let concept = 0; concept < concepts.label.length; concept++) {
    yield [
      conceptPath(concepts, concept).join(' > '),
      concepts.code[concept]!,
      counts.records[concept]!,
      counts.possible[concept]!,
      decimal(counts.fractional[concept]!),
      decimal(counts.scoreSum[concept]!),
      counts.maxScore[concept]! / 100,
    ];
  }
}

const everyRecord = () => true;

function* authorRows({ records, authors }: Dataset): Generator<Cell[]> {
  const counts = coauthorship(records, authors.family.length, everyRecord);
  for (let author = 0; author < authors.family.length; author++) {
    yield [
      authorKey(authors, author),
      counts.records[author]!,
      counts.coAuthors[author]!,
      decimal(counts.strengthFull[author]!),
      decimal(counts.strengthFractional[author]!),
    ];
  }
}

function* pairRows({ records, authors }: Dataset): Generator<Cell[]> {
  for (const pair of eachPair(records, everyRecord)) {
    yield [
      authorKey(authors, pair.a),
      authorKey(authors, pair.b),
      pair.records,
      decimal(pair.strengthFractional),
    ];
  }
}

function* recordRows(dataset: Dataset): Generator<Cell[]> {
  const { records, authors, source, recordCount } = dataset;
  for (let record = 0; record < recordCount; record++) {
    const byline = bylineOf({ records, authors }, record);
    const year = yearsOf(dataset, record);
    for (let i = records.passageOffset[record]!; i < records.passageOffset[record + 1]!; i++) {
      yield [
        records.id.at(record),
        records.title.at(record),
        byline,
        source.files[records.passageFile[i]!]!,
        records.passageFirst[i]!,
        records.passageLast[i]!,
        records.url?.at(record) ?? '',
        year,
      ];
    }
  }
}

/** A row a tag; one without a tag for a record that has none, and for a facet of which it only has hidden ones. */
function* tagRows(dataset: Dataset): Generator<Cell[]> {
  const { records, facets, recordCount } = dataset;
  const paths = facets.map(({ concepts }) =>
    concepts.label.map((_, concept) => conceptPath(concepts, concept).join(' > ')),
  );
  for (let record = 0; record < recordCount; record++) {
    const texts = [records.id.at(record), records.title.at(record), bylineOf(dataset, record)];
    const url = records.url?.at(record) ?? '';
    const row = (...tag: Cell[]) => [...texts, ...tag, url];
    let hasRow = false;
    for (let f = 0; f < facets.length; f++) {
      const { label, tagOffset, tagConcept, tagScore, hidden } = facets[f]!;
      const [from, end] = [tagOffset[record]!, tagOffset[record + 1]!];
      const hiddenTags = hidden[record]! === 0 ? '' : hidden[record]!;
      for (let at = from; at < end; at++) {
        yield row(label, paths[f]![tagConcept[at]!]!, tagScore[at]! / 100, at === from ? hiddenTags : '');
      }
      if (from === end && hiddenTags !== '') yield row(label, '', '', hiddenTags);
      hasRow ||= from < end || hiddenTags !== '';
    }
    if (!hasRow) yield row('', '', '', '');
  }
}

function bylineOf({ records, authors }: Pick<Dataset, 'records' | 'authors'>, record: number): string {
  return [...authorsOf(records, record)].map((author) => authorKey(authors, author)).join('; ');
}
