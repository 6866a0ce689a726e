import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../../tests/filter/seeded-random.ts';
import { chanceBeyond, type TogetherCounts } from './chance.ts';
import { LEAST_RECORDS, locationQuotient, quotientOf, type TwoChoices } from './location-quotient.ts';

const counts = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(4000))
  .map(([both, one, other, neither]): TogetherCounts => ({
    both,
    one: both + one,
    other: both + other,
    all: both + one + other + neither,
  }));

describe('a location quotient', () => {
  it.each([
    // worked out by hand: (6 / 20) / (30 / 200)
    { both: 6, one: 20, other: 30, all: 200, value: 2 },
    { both: 3, one: 20, other: 30, all: 200, value: 1 },
    { both: 0, one: 20, other: 30, all: 200, value: 0 },
    { both: 7, one: 7, other: 7, all: 7, value: 1 },
  ])('of $both of $one and $other of $all is $value', ({ value, ...records }) => {
    expect(locationQuotient(records)!.value).toBeCloseTo(value, 12);
  });

  it('is none where nothing can be expected', () => {
    expect(locationQuotient({ both: 0, one: 0, other: 3, all: 9 })).toBeNull();
    expect(locationQuotient({ both: 0, one: 3, other: 0, all: 9 })).toBeNull();
  });

  it.each([
    { both: 4, one: 4, other: 50, verdict: 'untold' },
    { both: 4, one: 50, other: 4, verdict: 'untold' },
    { both: 5, one: 5, other: 5, verdict: 'more' },
    { both: 0, one: 50, other: 20, verdict: 'less' },
    { both: 10, one: 50, other: 20, verdict: 'expected' },
    // the interval begins at 1.43, and yet chance makes it in one case of five
    { both: 1, one: 5, other: 13, all: 300, verdict: 'expected' },
  ])('tells of $both of $one and $other: $verdict', ({ verdict, all = 100, ...records }) => {
    expect(locationQuotient({ ...records, all })!.verdict).toBe(verdict);
    expect(LEAST_RECORDS).toBe(5);
  });

  it('is the same from either side, lies in its interval, and needs no records that are not there', () => {
    fc.assert(
      fc.property(counts, (records) => {
        // a half is added to each kind of records that there is
        fc.pre(records.one < records.all && records.other < records.all);
        const quotient = locationQuotient(records);
        const turned = locationQuotient({ ...records, one: records.other, other: records.one });
        expect(turned === null).toBe(quotient === null);
        if (!quotient || !turned) return;
        expect(turned.verdict).toBe(quotient.verdict);
        for (const key of ['value', 'low', 'high'] as const) {
          expect(Math.abs(turned[key] - quotient[key])).toBeLessThanOrEqual(1e-9 * quotient[key]);
        }
        expect(quotient.low).toBeGreaterThanOrEqual(0);
        expect(quotient.low).toBeLessThanOrEqual(quotient.value);
        expect(quotient.high).toBeGreaterThanOrEqual(quotient.value);
        expect(Number.isFinite(quotient.high)).toBe(true);
      }),
    );
  });

  // what a 95 % interval promises: of things that have nothing to do with each other, 95 % hold 1
  it.each([
    { all: 200, one: 0.3, other: 0.2 },
    { all: 400, one: 0.1, other: 0.5 },
    { all: 3000, one: 0.02, other: 0.1 },
  ])('of $all records, shares $one and $other by chance, has 1 in its interval', ({ all, one, other }) => {
    const random = uniform(20_261_130);
    const runs = 2000;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const records = { both: 0, one: 0, other: 0, all };
      for (let record = 0; record < all; record++) {
        const [isOne, isOther] = [random() < one, random() < other];
        if (isOne) records.one++;
        if (isOther) records.other++;
        if (isOne && isOther) records.both++;
      }
      const { low, high } = locationQuotient(records)!;
      if (low <= 1 && high >= 1) held++;
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.98);
  });

  /** How likely each number of records with both is, where one thing has nothing to do with the other: hypergeometric. */
  function chances({ one, other, all }: Omit<TogetherCounts, 'both'>): number[] {
    const logFactorial = [0];
    for (let n = 1; n <= all; n++) logFactorial.push(logFactorial[n - 1]! + Math.log(n));
    const logChoose = (n: number, k: number) => logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!;
    return Array.from({ length: Math.min(one, other) + 1 }, (_, both) =>
      all - one - other + both < 0
        ? 0
        : Math.exp(logChoose(one, both) + logChoose(all - one, other - both) - logChoose(all, other)),
    );
  }

  it('weighs chance as the whole distribution does', () => {
    fc.assert(
      fc.property(counts, ({ both, one, other, all }) => {
        const each = chances({ one, other, all });
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const half = each[both]! / 2;
        const records = { both, one, other, all };
        expect(chanceBeyond(records, 1)).toBeCloseTo(half + sum(each.slice(both + 1)), 7);
        expect(chanceBeyond(records, -1)).toBeCloseTo(half + sum(each.slice(0, both)), 7);
      }),
    );
  });

  // of small numbers above all: there the interval alone would promise too much
  it.each([30, 300, 3000])(
    'of %i records says by chance in one case of twenty at most that there are more or less',
    (all) => {
      const sizes = [5, 6, 7, 10, 13, 20, 30, 50, 100, 102, 150, 740].filter((size) => size <= all / 2);
      for (const one of sizes) {
        for (const other of sizes) {
          const wrong = chances({ one, other, all }).reduce((sum, chance, both) => {
            const { verdict } = locationQuotient({ both, one, other, all })!;
            return sum + (verdict === 'more' || verdict === 'less' ? chance : 0);
          }, 0);
          expect(wrong, `${one} and ${other}`).toBeLessThan(0.05);
        }
      }
    },
  );

  it('grows surer with more records', () => {
    const width = (times: number) => {
      const { low, high } = locationQuotient({
        both: 6 * times,
        one: 20 * times,
        other: 30 * times,
        all: 200 * times,
      })!;
      return high / low;
    };
    expect(width(10)).toBeLessThan(width(1));
    // the interval of a logarithm shrinks with the root of the number
    expect(Math.log(width(1000)) / Math.log(width(10))).toBeCloseTo(0.1, 2);
  });
});

/** Records of each kind: here alone, there alone, in both, each with the thing and without; of one there may be none. */
const kinds = fc
  .tuple(
    fc.tuple(...Array.from({ length: 6 }, () => fc.nat(300))),
    fc.constantFrom<number[]>([], [0, 1], [2, 3], [4, 5]),
  )
  .map(([numbers, left]) => numbers.map((number, i) => (left.includes(i) ? 0 : number)));
function choicesOf([
  hereWith,
  hereNot,
  thereWith,
  thereNot,
  bothWith,
  bothNot,
]: readonly number[]): TwoChoices {
  return {
    here: { showing: hereWith! + bothWith!, of: hereWith! + hereNot! + bothWith! + bothNot! },
    there: { showing: thereWith! + bothWith!, of: thereWith! + thereNot! + bothWith! + bothNot! },
    shared: { showing: bothWith!, of: bothWith! + bothNot! },
  };
}

describe('a quotient of two choices of records', () => {
  it('turns over when they are exchanged, also where one lies within the other', () => {
    fc.assert(
      fc.property(kinds, (numbers) => {
        const { here, there, shared } = choicesOf(numbers);
        fc.pre(here.showing > 0 && there.showing > 0);
        const [one, other] = [
          quotientOf({ here, there, shared })!,
          quotientOf({ here: there, there: here, shared })!,
        ];
        expect(one.value * other.value).toBeCloseTo(1, 9);
        expect(one.low * other.high).toBeCloseTo(1, 9);
        expect(one.high * other.low).toBeCloseTo(1, 9);
        if (shared.of > 0) return; // what is told is then told of one beside the rest of the other
        const turned = { more: 'less', less: 'more', expected: 'expected', untold: 'untold' } as const;
        expect(other.verdict).toBe(turned[one.verdict]);
      }),
    );
  });

  it('lies in its interval, and is infinite where only here has any', () => {
    fc.assert(
      fc.property(kinds, (numbers) => {
        const choices = choicesOf(numbers);
        const quotient = quotientOf(choices);
        const { here, there, shared } = choices;
        expect(quotient === null).toBe(here.of === 0 || there.of === 0 || here.showing + there.showing === 0);
        if (!quotient) return;
        const [shareHere, shareThere] = [here.showing / here.of, there.showing / there.of];
        if (shareThere > 0) expect(quotient.value).toBeCloseTo(shareHere / shareThere, 9);
        expect(quotient.value === Infinity).toBe(there.showing === 0);
        expect(quotient.low).toBeLessThanOrEqual(quotient.value);
        expect(quotient.high).toBeGreaterThanOrEqual(quotient.value);
        expect(Number.isFinite(quotient.low)).toBe(true);
        expect(quotient.verdict === 'untold').toBe(
          Math.min(here.of, there.of, here.showing + there.showing - shared.showing) < LEAST_RECORDS,
        );
      }),
    );
  });

  it('tells of 12 here and none there that it is more, and of the same shares that they are expected', () => {
    const none = { showing: 0, of: 0 };
    const only = quotientOf({
      here: { showing: 12, of: 100 },
      there: { showing: 0, of: 100 },
      shared: none,
    })!;
    expect(only).toMatchObject({ value: Infinity, high: Infinity, verdict: 'more' });
    expect(only.low).toBeGreaterThan(1);
    const same = { showing: 12, of: 100 };
    expect(quotientOf({ here: same, there: same, shared: none })).toMatchObject({
      value: 1,
      verdict: 'expected',
    });
  });

  // half of what is here is there too: without the covariance nearly all would hold 1
  it.each([
    { only: 300, both: 300, share: 0.2 },
    { only: 400, both: 0, share: 0.1 },
    { only: 100, both: 900, share: 0.3 },
  ])('of $only each and $both shared, of which a share $share shows it, has 1 in its interval', (sizes) => {
    const random = uniform(20_261_201);
    const drawn = (size: number) =>
      Array.from({ length: size }, () => random() < sizes.share).filter(Boolean).length;
    const runs = 2000;
    let held = 0;
    let told = 0;
    for (let run = 0; run < runs; run++) {
      const shared = { showing: drawn(sizes.both), of: sizes.both };
      const choice = () => ({ showing: drawn(sizes.only) + shared.showing, of: sizes.only + sizes.both });
      const { low, high, verdict } = quotientOf({ here: choice(), there: choice(), shared })!;
      if (low <= 1 && high >= 1) held++;
      if (verdict !== 'expected') told++;
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.965);
    expect(told / runs).toBeLessThan(0.055);
  });
});
