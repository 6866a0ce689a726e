import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupValues } from './class-breaks.ts';
import { goodnessOfFit, jenksStarts, squaresWithin } from './jenks.ts';

/** Every way to begin `classCount` classes among `size` groups. */
function everyCut(size: number, classCount: number): number[][] {
  if (classCount === 1) return [[0]];
  return everyCut(size, classCount - 1).flatMap((starts) =>
    Array.from({ length: size }, (_, start) => [...starts, start]).filter(
      (cut) => cut.at(-1)! > starts.at(-1)!,
    ),
  );
}

const groupsOf = (values: readonly number[]) => groupValues(values);
const lowsAt = (values: readonly number[], starts: readonly number[]) =>
  starts.map((start) => groupsOf(values)[start]!.low);

describe('natural breaks', () => {
  it.each([
    { values: [1, 2, 3, 20, 21, 22, 50, 51], classCount: 3, begin: [1, 20, 50] },
    { values: [1, 1, 1, 1, 9, 10, 100], classCount: 2, begin: [1, 100] },
    { values: [4, 5], classCount: 5, begin: [4, 5] },
    { values: [7, 7, 7], classCount: 4, begin: [7] },
    { values: [], classCount: 3, begin: [] },
  ])('of $values in $classCount classes begin at $begin', ({ values, classCount, begin }) => {
    expect(lowsAt(values, jenksStarts(groupsOf(values), classCount))).toEqual(begin);
  });

  it('weigh a value by how many places have it', () => {
    const crowd = [...new Array<number>(40).fill(10), 12, 15];
    expect(lowsAt(crowd, jenksStarts(groupsOf(crowd), 2))).toEqual([10, 15]);
    expect(lowsAt([10, 12, 15], jenksStarts(groupsOf([10, 12, 15]), 2))).toEqual([10, 15]);
    const other = [10, ...new Array<number>(40).fill(12), 15, 15, 15];
    expect(lowsAt(other, jenksStarts(groupsOf(other), 2))).toEqual([10, 15]);
  });

  it('are as good as the best of all cuts', () => {
    const values = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (list, wanted) => {
        const groups = groupsOf(list);
        const classCount = Math.min(wanted, groups.length);
        const best = Math.min(
          ...everyCut(groups.length, classCount).map((starts) => squaresWithin(groups, starts)),
        );
        const starts = jenksStarts(groups, wanted);
        expect(starts).toHaveLength(classCount);
        expect(starts[0]).toBe(0);
        expect(squaresWithin(groups, starts)).toBeCloseTo(best, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('measure the spread as a plain loop over the places does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 40 }), (values) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expect(squaresWithin(groupsOf(values), [0]) / Math.max(1, squares)).toBeCloseTo(
          squares / Math.max(1, squares),
          9,
        );
      }),
    );
  });

  it('explain nothing with one class and everything with a class for each value', () => {
    const groups = groupsOf([1, 2, 5, 9]);
    expect(goodnessOfFit(groups, [0])).toBe(0);
    expect(goodnessOfFit(groups, [0, 1, 2, 3])).toBe(1);
    expect(goodnessOfFit(groupsOf([3, 3]), [0])).toBe(1);
  });
});
