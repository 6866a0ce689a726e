import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachOf, finished, part, sorting, type Work } from './work.ts';

const sharesOf = (work: Work<unknown>): number[] => [...work];
const isAscending = (shares: readonly number[]) => shares.every((share, i) => share >= (shares[i - 1] ?? 0));

describe('work in steps', () => {
  it('is done at once where nobody pauses, and tells shares that rise to 1 at most', () => {
    const seen: number[] = [];
    const work = () => eachOf([1, 2, 3, 4, 5], 2, (item) => seen.push(item));
    expect(sharesOf(work())).toEqual([0.4, 0.8]);
    finished(work());
    expect(seen).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
    expect(sharesOf(part(work(), 0.5, 1))).toEqual([0.7, 0.9]);
  });

  it('sorts as the language does, equal items in their order', () => {
    const items = fc.array(fc.tuple(fc.nat(20), fc.nat()), { maxLength: 700, size: 'max' });
    fc.assert(
      fc.property(items, (list) => {
        const compare = (a: [number, number], b: [number, number]) => a[0] - b[0];
        const before = [...list];
        const work = sorting(list, compare);
        const shares: number[] = [];
        let step = work.next();
        for (; step.done !== true; step = work.next()) shares.push(step.value);
        expect(step.value).toEqual([...list].sort(compare));
        expect(list).toEqual(before);
        expect(isAscending(shares)).toBe(true);
        expect(shares.every((share) => share <= 1)).toBe(true);
      }),
    );
  });

  it('takes many small steps over a long list', () => {
    const list = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    let compared = 0;
    let most = 0;
    const work = sorting(list, (a, b) => (compared++, a - b));
    while (work.next().done !== true) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeLessThan(5000);
  });
});
