/** Files whose sizes ask for too much: refused at once, and the largest that are read take bounded time. */
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { EMPTY_FILTER, withMembership } from '../../src/filter/passing/filter-state.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import {
  AUTHOR_LIMIT,
  CONCEPT_LEVEL_LIMIT,
  CONCEPT_LIMIT,
  ENTRY_LIMIT,
  FACET_LIMIT,
  REACH_LIMIT,
  RECORD_LIMIT,
} from '../../src/model/limits.ts';
import { makeDataset } from '../filter/make-dataset.ts';

const BUSY_MACHINE_MS = 120_000;
const IN_TIME_MS = 30_000;

const file = encodeDataset(
  makeDataset({
    authors: ['Ada'],
    facets: [{ id: 'topics', kind: 'taxonomy', concepts: [{ label: 'Root', parent: -1 }] }],
    records: [{ title: 'One', authors: [0], tags: { topics: [[0, 50]] }, hidden: {} }],
  }),
);
const [facet] = file.facets;

/** The file with other concepts and tags: `perRecord` lists of concepts. */
function fileOf(parent: readonly number[], perRecord: readonly (readonly number[])[], region = ''): unknown {
  const same = <T>(value: T) => new Array<T>(parent.length).fill(value);
  const concept = perRecord.flat();
  const rows = <T>(value: (row: number) => T) => perRecord.map((_, row) => value(row));
  const count = perRecord.map((row) => row.length);
  return {
    ...file,
    records: {
      id: rows((row) => `r${row}`),
      title: rows(() => 'A title'),
      abstract: rows(() => ''),
      authors: { count: rows(() => 0), author: [] },
      passages: { count: rows(() => 0), file: [], first: [], last: [] },
    },
    facets: [
      {
        ...facet!,
        concepts: {
          label: same('x'),
          parent,
          code: same(''),
          numeric: same(''),
          level: same(''),
          region: same(region),
          lon: same(null),
          lat: same(null),
          geonames: same(0),
        },
        tags: { count, concept, score: concept.map(() => 50) },
        hidden: rows(() => 0),
      },
    ],
  };
}

/** Each concept below the one before. */
const chain = (length: number) => Array.from({ length }, (_, i) => i - 1);

/** A chain, and all other concepts below its end. */
const broom = (length: number, stick: number) =>
  Array.from({ length }, (_, i) => (i < stick ? i - 1 : stick - 1));

function within<T>(limitMs: number, work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(limitMs);
  return result;
}

describe('a hierarchy', { timeout: BUSY_MACHINE_MS }, () => {
  it('a million levels deep is refused at once', () => {
    const deep = fileOf(chain(CONCEPT_LIMIT), [[CONCEPT_LIMIT - 1]]);
    within(IN_TIME_MS, () =>
      expect(() => decodeDataset(deep)).toThrow(
        `facets[0].concepts.parent[${CONCEPT_LEVEL_LIMIT}] stands below ${CONCEPT_LEVEL_LIMIT} others; at most ` +
          `${CONCEPT_LEVEL_LIMIT} levels are read`,
      ),
    );
  });

  it('as deep as is read is counted', () => {
    const dataset = decodeDataset(fileOf(chain(CONCEPT_LEVEL_LIMIT), [[CONCEPT_LEVEL_LIMIT - 1], [0]]));
    const { records } = new CrossFilter(dataset).countsFor('topics');
    expect([...records]).toEqual([2, ...chain(CONCEPT_LEVEL_LIMIT - 1).map(() => 1)]);
  });

  it('as large as is read, each concept tagged, all in one region, is counted in time', () => {
    const parent = broom(CONCEPT_LIMIT, CONCEPT_LEVEL_LIMIT - 1);
    const json = fileOf(parent, [[...parent.keys()], [], [CONCEPT_LIMIT - 1]], 'AT-9');
    within(IN_TIME_MS, () => {
      const engine = new CrossFilter(decodeDataset(json));
      engine.setFilter(withMembership(EMPTY_FILTER, 'topics', CONCEPT_LIMIT - 1, 'included'));
      const { records, fractional } = engine.countsFor('topics');
      expect(engine.activeCount).toBe(2);
      expect([records[0], records[CONCEPT_LIMIT - 1], records[CONCEPT_LIMIT - 2]]).toEqual([2, 2, 1]);
      expect(fractional[0]).toBeCloseTo(2, 6);
    });
  });

  it('whose tags come to too much with what stands above them is refused', () => {
    const leaves = 200_000;
    const stick = CONCEPT_LEVEL_LIMIT - 1;
    const tagged = Array.from({ length: leaves }, (_, i) => stick + i);
    const recordCount = Math.ceil(REACH_LIMIT / leaves / CONCEPT_LEVEL_LIMIT);
    const perRecord = new Array<readonly number[]>(recordCount).fill(tagged);
    const reach = recordCount * leaves * CONCEPT_LEVEL_LIMIT;
    expect(() => decodeDataset(fileOf(broom(stick + leaves, stick), perRecord))).toThrow(
      `facets[0].tags.concept comes to ${reach} with the concepts above; at most ${REACH_LIMIT} are read`,
    );
  });
});

describe('a list', () => {
  const long = (limit: number) => new Array<unknown>(limit + 1);
  const withFacet = (change: object) => ({ ...file, facets: [{ ...facet!, ...change }] });

  it.each<[string, number, (list: unknown[]) => unknown]>([
    ['records.title', RECORD_LIMIT, (title) => ({ ...file, records: { ...file.records, title } })],
    ['authors.family', AUTHOR_LIMIT, (family) => ({ ...file, authors: { ...file.authors, family } })],
    ['facets', FACET_LIMIT, (facets) => ({ ...file, facets })],
    [
      'facets[0].concepts.label',
      CONCEPT_LIMIT,
      (label) => withFacet({ concepts: { ...facet!.concepts, label } }),
    ],
    ['facets[0].tags.concept', ENTRY_LIMIT, (concept) => withFacet({ tags: { ...facet!.tags, concept } })],
    ['facets[0].hidden', ENTRY_LIMIT, (hidden) => withFacet({ hidden })],
    ['problems', ENTRY_LIMIT, (problems) => ({ ...file, problems })],
  ])('%s of more than %d entries is refused before it is looked at', (path, limit, spoilt) => {
    expect(() => decodeDataset(spoilt(long(limit)))).toThrow(
      `${path} has ${limit + 1} entries; at most ${limit} are read`,
    );
  });

  it('of texts as lines is bounded too', () => {
    const title = { lines: '\n'.repeat(RECORD_LIMIT + 1) };
    expect(() => decodeDataset({ ...file, records: { ...file.records, title } })).toThrow(
      `records.title.lines has ${RECORD_LIMIT + 1} entries; at most ${RECORD_LIMIT} are read`,
    );
  });
});
