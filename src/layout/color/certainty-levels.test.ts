import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CERTAINTY_LABELS,
  certaintyLevel,
  certaintyLimits,
  certaintyScale,
  certaintyShare,
} from './certainty-levels.ts';
import { LEVEL_COUNT, suppressedColor } from './uncertainty-palette.ts';

describe('levels of certainty', () => {
  it('cut the way from the lowest score to the surest places in thirds', () => {
    const scale = certaintyScale([5, 8, 12, 16, 19], 4);
    expect(scale.cuts).toEqual([14, 9]);
    expect([19, 14, 13.9, 9, 8.99, 4].map((mean) => certaintyLevel(scale, mean))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(certaintyLimits(scale)).toEqual(['0.14 and more', '0.09 to 0.14', '0.04 to 0.09']);
    expect(CERTAINTY_LABELS).toHaveLength(LEVEL_COUNT);
  });

  it('do not move for one place with a single very sure tag', () => {
    const means = [5, 6, 8, 9, 10, 12, 13, 15, 16, 19];
    expect(certaintyScale([...means, 98], 4)).toEqual(certaintyScale(means.with(8, 19), 4));
  });

  it.each([
    { what: 'no place', means: [], level: [] },
    { what: 'one place', means: [15], level: [0] },
    { what: 'places that are about as sure', means: [14.2, 14.5, 14.9], level: [0, 0, 0] },
    { what: 'scores of 0 only', means: [0, 0], level: [0, 0] },
  ])('with $what are $level', ({ means, level }) => {
    const scale = certaintyScale(means, 0);
    expect(means.map((mean) => certaintyLevel(scale, mean))).toEqual(level);
  });

  it('name no scores for a level that cannot be', () => {
    expect(certaintyLimits(certaintyScale([30, 30], 30))).toEqual(['0.30 and more', '–', '–']);
  });

  it('never fall as the mean rises, and the palette takes each as its level', () => {
    const mean = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(mean, { maxLength: 40 }),
        fc.integer({ min: 0, max: 100 }),
        mean,
        mean,
        (...args) => {
          const [means, lowest, a, b] = args;
          const scale = certaintyScale(means, lowest);
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(certaintyLevel(scale, more)).toBeLessThanOrEqual(certaintyLevel(scale, less));
          expect(suppressedColor(0.5, certaintyShare(scale, a), 'light').level).toBe(
            certaintyLevel(scale, a),
          );
        },
      ),
    );
  });
});
