import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, walk } from '../../tests/filter/explorer-walk.ts';
import { handCounted, PLACE, TOPIC } from '../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../tests/filter/odd-dataset.ts';
import { Oracle } from '../../tests/filter/oracle.ts';
import { EMPTY_FILTER } from '../filter/passing/filter-state.ts';
import { locationQuotient, quotientOf } from '../filter/tally/location-quotient.ts';
import { AUTHOR_FACET } from '../model/dataset.ts';
import { againstInWords, comparisonInWords, comparisonOf, quotientInWords, rankOf } from './comparison.ts';
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
        explorer.compareWith(null);
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

describe('numbers under a filter against those of another', () => {
  it('are what two slow answers give, in any walk', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(oddDataset, walk(8), walk(8), (dataset, before, after) => {
        const explorer = new Explorer(dataset);
        for (const step of before) take(explorer, step);
        explorer.compareWith(explorer.filter);
        const kept = explorer.filter;
        for (const step of after.filter(({ verb }) => verb !== 'exchange' && verb !== 'compareWith'))
          take(explorer, step);
        fc.pre(explorer.reference !== null);
        const [here, there] = [new Oracle(dataset), new Oracle(dataset)];
        const { minScore, completeOnly } = explorer.filter;
        here.setFilter({ ...explorer.filter, texts: [] });
        there.setFilter({ ...kept, texts: [], minScore, completeOnly });
        const records = Array.from({ length: dataset.recordCount }, (_, record) => record);
        for (const { id } of dataset.facets) {
          const passing = records.filter((record) => here.passesBut(record, id));
          const against = records.filter((record) => there.passesBut(record, id));
          const shared = against.filter((record) => here.passesBut(record, id));
          const comparison = comparisonOf(explorer, id);
          const isSame = passing.length === shared.length && against.length === shared.length;
          expect(comparison === null).toBe(passing.length === 0 || against.length === 0 || isSame);
          if (!comparison) continue;
          here.counts(id).records.forEach((_, node) => {
            const shown = (list: number[]) => ({
              showing: list.filter((record) => here.shows(record, id, node)).length,
              of: list.length,
            });
            expect(comparison.quotient(node)).toEqual(
              quotientOf({ here: shown(passing), there: shown(against), shared: shown(shared) }),
            );
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say what they are compared with, and how many are of both', () => {
    const explorer = new Explorer(handCounted, 'geography=DEU&vs.geography=CYP');
    const comparison = comparisonOf(explorer, 'technology')!;
    expect(comparison.head).toBe('Against Cyprus');
    expect(comparisonInWords(explorer, comparison)).toMatch(
      /^Against Cyprus: how many times as often among the \d records? compared as among the \d records? of place Cyprus( \(\d of both\))?, with the 95 % interval\. ▲ ▼/,
    );
    explorer.exchange();
    expect(explorer.query('')).toBe('geography=CYP&vs.geography=DEU&v=1');
    expect(comparisonOf(explorer, 'technology')!.head).toBe('Against Germany');
    // places skip the clauses by place on both sides
    expect(comparisonOf(explorer, 'geography')).toBeNull();
  });

  it('name what a facet’s numbers are compared with, without what they skip there', () => {
    const explorer = new Explorer(
      handCounted,
      'vs.geography=CYP&vs.technology=Artificial+Intelligence>Machine+Learning',
    );
    const words = (facet: string) => {
      const comparison = comparisonOf(explorer, facet)!;
      return `${comparison.head} | ${comparisonInWords(explorer, comparison)}`;
    };
    expect(words('geography')).toMatch(
      /^Against Machine Learning \|.* of technology Machine Learning \(\d of both\),/,
    );
    expect(words('technology')).toMatch(/^Against Cyprus \|.* of place Cyprus \(\d of both\),/);
    explorer.compareWith(new Explorer(handCounted, 'geography=CYP').filter);
    explorer.toggleIncluded('technology', TOPIC.learning);
    expect(words('geography')).toMatch(/^Against all \|.* as among all 5, with/);
    expect(againstInWords(explorer)).toBe('place Cyprus');
  });

  it('are set against records, where what these are compared with only lacks or leaves out', () => {
    const explorer = new Explorer(handCounted, 'geography=DEU&vs.tagged.technology=none');
    expect(againstInWords(explorer)).toBe('records with no technology');
    expect(comparisonInWords(explorer, comparisonOf(explorer, 'geography')!)).toMatch(
      /^Against records with no technology: .* as among the \d records? with no technology/,
    );
    const others = new Explorer(handCounted, 'geography=DEU&vs.not.author=OpenAI');
    expect(againstInWords(others, true)).toBe('records without OpenAI');
  });

  it('have a head of few words, whatever is compared with', () => {
    const explorer = new Explorer(handCounted, 'not.technology=Vision');
    explorer.includeText('a text that is longer than any head of a column may be');
    explorer.compareWith(explorer.filter);
    explorer.clearAll();
    expect(againstInWords(explorer)).toContain('longer than any head');
    expect(comparisonOf(explorer, 'geography')?.head.length ?? 0).toBeLessThan(40);
  });
});

const QUOTIENT = { value: 2.14, low: 1.43, high: 12.4 };

it.each([
  ['more', '▲ 2.14× (1.43–12.40)'],
  ['less', '▼ 2.14× (1.43–12.40)'],
  ['expected', '2.14× (1.43–12.40)'],
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
  expect(words('')).toMatch(/among the 2 records compared as among all 5, with/);
  expect(words('complete=1')).toMatch(
    /among the 1 records? compared as among all \d with complete tag lists,/,
  );
});
