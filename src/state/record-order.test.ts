import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset, arbitraryScore } from '../../tests/filter/arbitrary-dataset.ts';
import { sortByNumber } from '../model/sort-by-number.ts';
import { makeDataset } from '../../tests/filter/make-dataset.ts';
import { tagCount, topScore } from './record-order.ts';
import { placesOf } from './record-places.ts';
import { placeCount, sourcePosition } from './table-order.ts';

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
          expect(key(record)).toBe(placesOf(facet, record, minScore).length);
        }
      }
    }),
  );
});
