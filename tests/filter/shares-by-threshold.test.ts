import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { indexesOf, type FacetIndex } from '../../src/filter/index/facet-index.ts';
import { withMinScore } from '../../src/filter/passing/filter-state.ts';
import { preparing } from '../../src/filter/prepare-filter.ts';
import { addSharesByHand, roundingFor } from '../../src/filter/tally/shares.ts';
import { SharesByThreshold } from '../../src/filter/tally/shares-by-threshold.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { syntheticDataset } from './synthetic-dataset.ts';

/** Each record by itself, the slow way. */
function byHand(index: FacetIndex, recordCount: number, minScore: number) {
  const byConcept = new Float64Array(index.conceptCount);
  let tagged = 0;
  for (let record = 0; record < recordCount; record++) {
    const isTagged = addSharesByHand(index, record, minScore, roundingFor(recordCount), 1, byConcept);
    if (isTagged) tagged++;
  }
  return { byConcept, tagged };
}

const scoredIndexes = (dataset: Parameters<typeof indexesOf>[0]) =>
  [...indexesOf(dataset)].filter(({ isFlat }) => !isFlat);

function expectSameAtAll(index: FacetIndex, recordCount: number, piece: number): void {
  const shares = new SharesByThreshold(index, recordCount);
  while (shares.advance(piece));
  // asked once too often, it stays as it is
  expect(shares.advance(piece)).toBe(false);
  for (let minScore = 0; minScore <= 100; minScore++) {
    expect(shares.get(minScore)).toEqual(byHand(index, recordCount, minScore));
  }
}

describe('the shares of all records at every threshold', () => {
  it('are to the last bit those of each record by itself, in pieces of any size', () => {
    fc.assert(
      fc.property(arbitraryDataset, fc.integer({ min: 1, max: 9 }), (dataset, piece) => {
        for (const index of scoredIndexes(dataset)) expectSameAtAll(index, dataset.recordCount, piece);
      }),
      { numRuns: 100 },
    );
  });

  it('are so for thousands of records', () => {
    const dataset = syntheticDataset(2000, 5);
    for (const index of scoredIndexes(dataset)) expectSameAtAll(index, dataset.recordCount, 300);
  });

  it('spare counting when a threshold moves and nothing else is filtered', () => {
    const dataset = syntheticDataset(20_000, 5);
    const [plain, prepared] = [new CrossFilter(dataset), new CrossFilter(dataset)];
    Array.from(preparing(prepared));
    const reads = [plain, prepared].map((engine) => {
      engine.countsFor('technology');
      const { tagConcept } = engine.indexes.get('technology')!;
      let read = 0;
      const watched = new Proxy(tagConcept, {
        get(target, key) {
          if (typeof key === 'string') read++;
          return Reflect.get(target, key, target) as unknown;
        },
      });
      Object.assign(engine.indexes.get('technology')!, { tagConcept: watched });
      engine.setFilter(withMinScore(engine.filter, 'technology', 70));
      engine.countsFor('technology');
      return read;
    });
    expect(reads[0]).toBeGreaterThan(dataset.recordCount / 4);
    expect(reads[1]).toBe(0);
    expect(prepared.countsFor('technology')).toEqual(plain.countsFor('technology'));
  });
});
