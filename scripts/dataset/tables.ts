/**
 * The tables of --tables: every number is the filter engine's own, at threshold 0 with all records active.
 * Concepts come depth first by code units, authors by name in code units, pairs by their first and then their
 * second author, records in reading order with one row for each passage.
 */
import { coauthorPairs, coauthorship } from '../../src/filter/coauthors/coauthorship.ts';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { AITOPICS, OPENALEX } from '../../src/ingest/facets.ts';
import { authorKey, authorsOf, conceptPath, type Dataset, type Facet } from '../../src/model/dataset.ts';
import { csvLines, decimal, type Cell } from '../../src/model/csv.ts';

/** A file of the tables' folder, its lines made as they are asked for. */
export interface Table {
  readonly name: string;
  readonly lines: Iterable<string>;
}

const conceptTable = ({ kind, id }: Pick<Facet, 'kind' | 'id'>) =>
  kind === 'place' ? 'places.csv' : `${id}.csv`;

/** The names that {@link tablesOf} may have, whatever the source: known before there is a dataset. */
export const TABLE_NAMES: readonly string[] = [
  ...new Set([...AITOPICS.facets, ...OPENALEX.facets].map(conceptTable)),
  ...['authors.csv', 'coauthors.csv', 'records.csv'],
];

/** One for each facet, and three more. */
export function tablesOf(dataset: Dataset): Table[] {
  const engine = new CrossFilter(dataset);
  return [
    ...dataset.facets.map((facet) => ({
      name: conceptTable(facet),
      lines: csvLines(CONCEPT_HEADER, conceptRows(facet, engine)),
    })),
    { name: 'authors.csv', lines: csvLines(AUTHOR_HEADER, authorRows(dataset)) },
    { name: 'coauthors.csv', lines: csvLines(PAIR_HEADER, pairRows(dataset)) },
    { name: 'records.csv', lines: csvLines(RECORD_HEADER, recordRows(dataset)) },
  ];
}

const CONCEPT_HEADER = ['path', 'code', 'records', 'possible', 'fractional', 'score', 'max_score'];
const AUTHOR_HEADER = ['author', 'records', 'co_authors', 'strength_full', 'strength_fractional'];
const PAIR_HEADER = ['author_a', 'author_b', 'records', 'strength_fractional'];
const RECORD_HEADER = ['id', 'title', 'authors', 'file', 'first_line', 'last_line'];

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
  for (const pair of coauthorPairs(records, everyRecord)) {
    yield [
      authorKey(authors, pair.a),
      authorKey(authors, pair.b),
      pair.records,
      decimal(pair.strengthFractional),
    ];
  }
}

function* recordRows({ records, authors, source, recordCount }: Dataset): Generator<Cell[]> {
  for (let record = 0; record < recordCount; record++) {
    const byline = [...authorsOf(records, record)].map((author) => authorKey(authors, author)).join('; ');
    for (let i = records.passageOffset[record]!; i < records.passageOffset[record + 1]!; i++) {
      yield [
        records.id.at(record),
        records.title.at(record),
        byline,
        source.files[records.passageFile[i]!]!,
        records.passageFirst[i]!,
        records.passageLast[i]!,
      ];
    }
  }
}
