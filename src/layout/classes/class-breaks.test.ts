import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASS_LIMIT, classBreaks, classOf, rampStep, roundDownTo125 } from './class-breaks.ts';

describe('class breaks', () => {
  it.each([
    { values: [], classes: [] },
    { values: [0, 0], classes: [] },
    { values: [3, 3, 3], classes: [[3, 3]] },
    {
      values: [5, 1, 2, 1, 0],
      classes: [
        [1, 1],
        [2, 2],
        [5, 5],
      ],
    },
  ])('gives few values a class each: $values', ({ values, classes }) => {
    expect(classBreaks(values, true).map(({ from, to }) => [from, to])).toEqual(classes);
  });

  it('cuts many counts at readable numbers', () => {
    const values = Array.from({ length: 400 }, (_, i) => i + 1);
    expect(classBreaks(values, true)).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 9 },
      { from: 10, to: 19 },
      { from: 20, to: 99 },
      { from: 100, to: 400 },
    ]);
  });

  it.each([
    [1, 1],
    [1.99, 1],
    [2, 2],
    [7, 5],
    [0.05, 0.05],
    [0.3, 0.2],
    [1000, 1000],
  ])('rounds %d down to %d', (value, rounded) => {
    expect(roundDownTo125(value)).toBeCloseTo(rounded, 12);
  });

  it('puts every positive value into exactly one class, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }), (values) => {
        const classes = classBreaks(values, true);
        expect(classes.length).toBeLessThanOrEqual(CLASS_LIMIT);
        for (const value of values) {
          const number = classOf(value, classes);
          if (value === 0) expect(number).toBe(0);
          else {
            expect(value).toBeGreaterThanOrEqual(classes[number - 1]!.from);
            expect(value).toBeLessThanOrEqual(classes[number - 1]!.to);
          }
        }
        const positive = [...values].filter((value) => value > 0).sort((a, b) => a - b);
        const numbers = positive.map((value) => classOf(value, classes));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });

  it('spreads few classes over the whole ramp', () => {
    expect([1, 2, 3].map((n) => rampStep(n, 3))).toEqual([1, 3, 5]);
    expect(rampStep(1, 1)).toBe(4);
    expect(rampStep(0, 3)).toBe(0);
  });
});
