import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset, arbitraryScore } from '../../tests/filter/arbitrary-dataset.ts';
import { makeDataset } from '../../tests/filter/make-dataset.ts';
import { placeCount } from './place-count.ts';
import {
  authorCount,
  sortedByComparison,
  sortRecords,
  sourcePosition,
  tagCount,
  topScore,
} from './record-order.ts';
import { placesOf } from './record-places.ts';

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
    expect([...sortRecords(all, topScore(geography), 'descending')]).toEqual([1, 0, 3, 2]);
  });

  it('by number of tags count what is at or above the threshold', () => {
    expect(Array.from(all, tagCount(geography, 0))).toEqual([1, 2, 0, 1]);
    expect(Array.from(all, tagCount(geography, 4))).toEqual([1, 2, 0, 0]);
    expect(Array.from(all, tagCount(geography, 5))).toEqual([0, 1, 0, 0]);
  });

  it('keep the given order of equal records, both ways', () => {
    const shuffled = Uint32Array.of(3, 0, 2, 1);
    expect([...sortRecords(shuffled, () => 1, 'ascending')]).toEqual([3, 0, 2, 1]);
    expect([...sortRecords(shuffled, () => 1, 'descending')]).toEqual([3, 0, 2, 1]);
    expect([...sortRecords(shuffled, authorCount(dataset), 'descending')]).toEqual([1, 3, 0, 2]);
  });

  it('by source follow file and line, to the last line that a file can have', () => {
    expect([...sortRecords(Uint32Array.of(2, 0, 3, 1), sourcePosition(dataset), 'ascending')]).toEqual([
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
    expect([...sortRecords(Uint32Array.of(3, 2, 1, 0), sourcePosition(far), 'ascending')]).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('leave the list that they are given as it is', () => {
    const given = Uint32Array.of(0, 1);
    sortRecords(given, authorCount(dataset), 'descending');
    expect([...given]).toEqual([0, 1]);
  });
});

it('the quick way to sort gives the order of the slow one', () => {
  const key = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: -(2 ** 20), max: 2 ** 20 }),
    fc.constantFrom(-(2 ** 20) + 1, 2 ** 20 - 1, 0.5, 2 ** 40),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (keys, isDescending) => {
      const records = Uint32Array.from(keys, (_, i) => 7 * i);
      const sorted = sortRecords(records, (r) => keys[r / 7]!, isDescending ? 'descending' : 'ascending');
      const signed = Float64Array.from(keys, (value) => (isDescending ? -value : value));
      expect([...sorted]).toEqual([...sortedByComparison(signed)].map((position) => 7 * position));
    }),
    { numRuns: 500 },
  );
});

it('places are counted as they are told', () => {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryScore, ({ facets, recordCount }, minScore) => {
      for (const facet of facets) {
        const key = placeCount(facet, minScore);
        for (let record = 0; record < recordCount; record++) {
          expect(key(record)).toBe(placesOf(facet, record, minScore).length);
        }
      }
    }),
  );
});
