import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../tests/filter/explorer-walk.ts';
import { handCounted, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { Oracle } from '../../tests/filter/oracle.ts';
import { EMPTY_FILTER } from '../filter/passing/filter-state.ts';
import { locationQuotient } from '../filter/tally/location-quotient.ts';
import { AUTHOR_FACET } from '../model/dataset.ts';
import { comparisonInWords, comparisonOf, quotientInWords, rankOf } from './against-all.ts';
import { Explorer } from './explorer.svelte.ts';

const comparisonAt = (query: string, facet: string) => comparisonOf(new Explorer(handCounted, query), facet);

describe('numbers under a filter against all records', () => {
  it('compare what the filter lets pass with all', () => {
    const oracle = new Oracle(handCounted);
    const all = oracle.counts('geography').records;
    const learning = oracle.counts('technology').records[TOPIC.learning]!;
    const explorer = new Explorer(handCounted);
    explorer.toggleIncluded('technology', TOPIC.learning);
    const comparison = comparisonOf(explorer, 'geography')!;
    const both = explorer.countsFor('geography').records;
    for (const node of [PLACE.germany, PLACE.cyprus, PLACE.europe]) {
      const expected = both[node]! / learning / (all[node]! / handCounted.recordCount);
      expect(comparison.quotient(node)!.value).toBeCloseTo(expected, 12);
    }
  });

  it.each([
    ['', 'geography'],
    ['geography=DEU', 'geography'],
    ['not.technology=Artificial+Intelligence&author=Nobody', 'author'],
    ['technology=Vision', AUTHOR_FACET],
  ])('have nothing to compare under "%s" among %s', (query, facet) => {
    expect(comparisonAt(query, facet)).toBeNull();
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
          const comparison = comparisonOf(explorer, id);
          const isTold = some.considered > 0 && some.considered < all.considered;
          expect(comparison !== null).toBe(isTold);
          all.records.forEach((other, node) => {
            const one = some.considered;
            const expected = locationQuotient({
              both: some.records[node]!,
              one,
              other,
              all: all.considered,
            });
            if (comparison) expect(comparison.quotient(node)).toEqual(expected);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

const QUOTIENT = { value: 2.14, low: 1.43, high: 12.4 };

it.each([
  ['more', '▲ 2.1× (1.43–12)'],
  ['less', '▼ 2.1× (1.43–12)'],
  ['expected', '2.1× (1.43–12)'],
  ['untold', 'too few records to tell'],
] as const)('where it is %s, that is "%s"', (verdict, words) => {
  expect(quotientInWords({ ...QUOTIENT, verdict })).toBe(words);
});

it('stands last where nothing is told, whichever way it is sorted', () => {
  expect(rankOf({ ...QUOTIENT, verdict: 'untold' }, 'ascending')).toBe(Infinity);
  expect(rankOf(null, 'descending')).toBe(-1);
  expect(rankOf({ ...QUOTIENT, verdict: 'expected' }, 'ascending')).toBe(2.14);
});

it('says how many records are compared with how many', () => {
  const words = (query: string) => {
    const explorer = new Explorer(handCounted, query);
    explorer.toggleIncluded('technology', TOPIC.learning);
    return comparisonInWords(explorer, comparisonOf(explorer, 'geography')!);
  };
  expect(words('')).toMatch(/among the 2 records compared as among all 5\. ▲ ▼/);
  expect(words('complete=1')).toMatch(
    /among the 1 records? compared as among all \d with complete tag lists\./,
  );
});
