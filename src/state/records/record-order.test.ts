import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryDataset,
  arbitraryFilter,
  arbitraryScore,
} from '../../../tests/filter/arbitrary-dataset.ts';
import { recordScores } from '../../../tests/filter/record-scores.ts';
import { CrossFilter } from '../../filter/cross-filter.ts';
import { clauseOf, minScoreOf } from '../../filter/passing/filter-state.ts';
import type { Dataset, Facet } from '../../model/dataset.ts';
import { nearestAbove } from '../../filter/index/nearest-above.ts';
import { sortByNumber } from '../../model/sort-by-number.ts';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { withYears } from '../../../tests/filter/with-years.ts';
import { ordersOf, tagCount, topScore } from './record-order.ts';
import { yearsOf } from '../../model/years.ts';
import { namedTags } from './record-places.ts';
import { placeCount, sourcePosition } from '../tables/table-order.ts';

const dataset = makeDataset({
  authors: ['A', 'B'],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: [
        { label: 'Asia', parent: -1 },
        { label: 'Europe', parent: -1 },
      ],
    },
  ],
  records: [
    { title: 'On maps', authors: [0], tags: { geography: [[0, 4]] }, hidden: {} },
    {
      title: '“Émigrés” and places',
      authors: [0, 1],
      tags: {
        geography: [
          [0, 4],
          [1, 27],
        ],
      },
      hidden: {},
    },
    { title: 'on Maps', authors: [], tags: {}, hidden: {} },
    { title: 'Embassies', authors: [1], tags: { geography: [[1, 0]] }, hidden: {} },
  ],
});
const geography = dataset.facets[0]!;
const all = Uint32Array.of(0, 1, 2, 3);

describe('orders of records', () => {
  it('by highest score tell a score of 0 from no tag', () => {
    expect(Array.from(all, topScore(geography))).toEqual([4, 27, -1, 0]);
    expect([...sortByNumber(all, topScore(geography), 'descending')]).toEqual([1, 0, 3, 2]);
  });

  it('by number of tags count what is at or above the threshold', () => {
    expect(Array.from(all, tagCount(geography, 0))).toEqual([1, 2, 0, 1]);
    expect(Array.from(all, tagCount(geography, 4))).toEqual([1, 2, 0, 0]);
    expect(Array.from(all, tagCount(geography, 5))).toEqual([0, 1, 0, 0]);
  });

  it('by source follow file and line, to the last line that a file can have', () => {
    expect([...sortByNumber(Uint32Array.of(2, 0, 3, 1), sourcePosition(dataset), 'ascending')]).toEqual([
      0, 1, 2, 3,
    ]);
    const { records } = dataset;
    const far = {
      ...dataset,
      records: {
        ...records,
        passageFile: Uint32Array.of(0, 1, 1, 2),
        passageFirst: Uint32Array.of(2 ** 32 - 1, 1, 2, 1),
      },
    };
    expect([...sortByNumber(Uint32Array.of(3, 2, 1, 0), sourcePosition(far), 'ascending')]).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

it('places are counted as they are told', () => {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryScore, ({ facets, recordCount }, minScore) => {
      for (const facet of facets) {
        const key = placeCount(facet, minScore);
        for (let record = 0; record < recordCount; record++) {
          expect(key(record)).toBe(namedTags(facet, record, minScore).length);
        }
      }
    }),
  );
});

it('every record that passes shows first what is included that it passes by, and is sorted by its score', () => {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryFilter, (dataset, filter) => {
      const engine = new CrossFilter(dataset);
      engine.setFilter(filter);
      for (const facet of dataset.facets) {
        const { included } = clauseOf(filter, facet.id);
        const index = engine.indexes.get(facet.id)!;
        const nodes = [...included].filter((node) => node in index.parent);
        if (nodes.length === 0) continue;
        const above = nearestAbove(index, nodes);
        const minScore = minScoreOf(filter, facet.id);
        const score = ordersOf(facet, minScore, above).find(({ id }) => id === 'included')!.key!;
        for (const record of engine.activeRecords()) {
          const scores = recordScores(index, record);
          const highest = Math.max(...nodes.map((node) => scores[node]!));
          expect(namedTags(facet, record, minScore, above)[0]).toMatchObject({
            score: highest,
            isIncluded: true,
          });
          expect(score(record)).toBe(highest);
        }
      }
    }),
  );
});

it('orders follow the facet, and what is included of it', () => {
  const labels = (...of: Parameters<typeof ordersOf>) => ordersOf(...of).map(({ label }) => label);
  const tagged = ['Source order', 'Title', 'Highest geography score', 'Most geography tags'];
  expect(labels(undefined, 0, null)).toEqual(['Source order', 'Title']);
  expect(labels(geography, 0, null)).toEqual(tagged);
  expect(labels(geography, 0, Int32Array.of(-1, 1))).toEqual([
    ...tagged,
    'Highest score of what is included',
  ]);
});

describe('orders by year', () => {
  const sorted = (dataset: Dataset, id: 'newest' | 'oldest') => {
    const years = dataset.facets.find(({ kind }) => kind === 'time');
    const { key } = ordersOf(undefined, 0, null, years).find((order) => order.id === id)!;
    const records = Uint32Array.from({ length: dataset.recordCount }, (_, record) => record);
    return [...sortByNumber(records, key!, 'descending')];
  };

  it('take the last of several years or the first, and leave what has none at the end both times', () => {
    const years = (id: 'newest' | 'oldest') =>
      sorted(withYears, id).map((record) => yearsOf(withYears, record));
    expect(years('newest')).toEqual(['2014, 2021', '2014', '2014', '2012', '2011', '2010', '1999', '']);
    expect(years('oldest')).toEqual(['1999', '2010', '2011', '2012', '2014', '2014, 2021', '2014', '']);
  });

  it('are offered only where the dataset has years', () => {
    const ids = (years?: Facet) => ordersOf(undefined, 0, null, years).map(({ id }) => id);
    expect(ids()).toEqual(['source', 'title']);
    expect(ids(withYears.facets.at(-1))).toEqual(['source', 'title', 'newest', 'oldest']);
  });

  it('are those that a plain sort gives, of any dataset', () => {
    fc.assert(
      fc.property(arbitraryDataset, (any) => {
        if (any.facets.every(({ kind }) => kind !== 'time')) return;
        const yearsAt = (record: number) =>
          yearsOf(any, record)
            .split(', ')
            .filter((year) => year !== '')
            .map(Number);
        const records = Array.from({ length: any.recordCount }, (_, record) => record);
        const newest = (record: number) => Math.max(...yearsAt(record), 0);
        const oldest = (record: number) => Math.min(...yearsAt(record), 3000);
        expect(sorted(any, 'newest')).toEqual(records.toSorted((a, b) => newest(b) - newest(a)));
        expect(sorted(any, 'oldest')).toEqual(records.toSorted((a, b) => oldest(a) - oldest(b)));
      }),
    );
  });
});
