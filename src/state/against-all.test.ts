import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../tests/filter/explorer-walk.ts';
import { handCounted, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { Oracle } from '../../tests/filter/oracle.ts';
import { EMPTY_FILTER } from '../filter/passing/filter-state.ts';
import { locationQuotient } from '../filter/tally/location-quotient.ts';
import { AUTHOR_FACET } from '../model/dataset.ts';
import { quotientInWords, quotientsOf, verdictOf } from './against-all.ts';
import { Explorer } from './explorer.svelte.ts';

const quotientsAt = (query: string, facet: string) => quotientsOf(new Explorer(handCounted, query), facet);

describe('numbers under a filter against all records', () => {
  it('compare what the filter lets pass with all', () => {
    const oracle = new Oracle(handCounted);
    const all = oracle.counts('geography').records;
    const learning = oracle.counts('technology').records[TOPIC.learning]!;
    const explorer = new Explorer(handCounted);
    explorer.toggleIncluded('technology', TOPIC.learning);
    const quotients = quotientsOf(explorer, 'geography')!;
    const both = explorer.countsFor('geography').records;
    for (const node of [PLACE.germany, PLACE.cyprus, PLACE.europe]) {
      const expected = both[node]! / learning / (all[node]! / handCounted.recordCount);
      expect(quotients(node)!.value).toBeCloseTo(expected, 12);
    }
  });

  it.each([
    ['', 'geography'],
    ['geography=DEU', 'geography'],
    ['not.technology=Artificial+Intelligence&author=Nobody', 'author'],
    ['technology=Vision', AUTHOR_FACET],
  ])('have nothing to compare under "%s" among %s', (query, facet) => {
    expect(quotientsAt(query, facet)).toBeNull();
  });

  it('are what the slow answers give, in any walk', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(oddDataset, walk(12), (dataset, steps) => {
        const explorer = new Explorer(dataset);
        const oracle = new Oracle(dataset);
        for (const step of steps) take(explorer, step);
        for (const { id } of dataset.facets) {
          const { minScore, completeOnly } = explorer.filter;
          oracle.setFilter({ ...EMPTY_FILTER, minScore, completeOnly });
          const all = oracle.counts(id);
          oracle.setFilter({ ...explorer.filter, texts: [] });
          const some = oracle.counts(id);
          const quotients = quotientsOf(explorer, id);
          const isTold = some.considered > 0 && some.considered < all.considered;
          expect(quotients !== null).toBe(isTold);
          all.records.forEach((other, node) => {
            const one = some.considered;
            const expected = locationQuotient({
              both: some.records[node]!,
              one,
              other,
              all: all.considered,
            });
            if (quotients) expect(quotients(node)).toEqual(expected);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  [{ low: 1.2, high: 3, isTelling: true }, 'more'],
  [{ low: 0.2, high: 0.8, isTelling: true }, 'less'],
  [{ low: 0.2, high: 1, isTelling: true }, 'expected'],
  [{ low: 1.2, high: 3, isTelling: false }, 'untold'],
] as const)('%j says %s', (quotient, verdict) => {
  expect(verdictOf({ value: 1, ...quotient })).toBe(verdict);
});

it('is written with its interval', () => {
  expect(quotientInWords({ value: 2.14, low: 1.43, high: 12.4, isTelling: true })).toBe('2.1× (1.4–12)');
});
