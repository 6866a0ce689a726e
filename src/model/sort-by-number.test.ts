import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByNumber } from './sort-by-number.ts';

/** The same by comparing. */
function byComparison(items: Uint32Array, key: (item: number) => number, isDescending: boolean): number[] {
  const sign = isDescending ? -1 : 1;
  return [...items].sort((a, b) => sign * (key(a) - key(b)));
}

describe('sorting by a number', () => {
  it.each(['ascending', 'descending'] as const)('%s keeps the given order of equal items', (direction) => {
    const shuffled = Uint32Array.of(3, 0, 2, 1);
    expect([...sortByNumber(shuffled, () => 1, direction)]).toEqual([3, 0, 2, 1]);
    expect([...sortByNumber(shuffled, (item) => Number(item === 2), 'descending')]).toEqual([2, 3, 0, 1]);
  });

  it('leaves the list that it is given as it is', () => {
    const given = Uint32Array.of(0, 1, 2);
    expect([...sortByNumber(given, (item) => item, 'descending')]).toEqual([2, 1, 0]);
    sortByNumber(given, (item) => item, 'ascending')[0] = 9;
    expect([...given]).toEqual([0, 1, 2]);
  });

  it('gives the order of comparing, for keys of any kind', () => {
    const key = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: -(2 ** 20), max: 2 ** 20 }),
      fc.constantFrom(-(2 ** 40), 0.5, 0.25, -0, 2 ** 40, Infinity, -Infinity),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (keys, isDescending) => {
        const items = Uint32Array.from(keys, (_, i) => 7 * i);
        const of = (item: number) => keys[item / 7]!;
        // of two infinities there is no difference
        const finite = (item: number) => Math.max(-(2 ** 50), Math.min(2 ** 50, of(item)));
        const sorted = sortByNumber(items, of, isDescending ? 'descending' : 'ascending');
        expect([...sorted]).toEqual(byComparison(items, finite, isDescending));
      }),
      { numRuns: 500 },
    );
  });
});
