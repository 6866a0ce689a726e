import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueTicks } from './value-ticks.ts';

describe('the numbers beside the bars', () => {
  it.each([
    [172, 100, 1, [50, 100, 150]],
    [172, 36, 1, [100]],
    [835, 100, 1, [200, 400, 600, 800]],
    [641, 60, 1, [200, 400, 600]],
    [900, 100, 1, [200, 400, 600, 800]],
    [1000, 100, 1, [500, 1000]],
    [3, 40, 1, [1, 2, 3]],
    [1, 200, 1, [1]],
    [0.5, 40, 0.01, [0.2, 0.4]],
    [0.01, 40, 0.01, [0.01]],
    [0.03, 140, 0.01, [0.01, 0.02, 0.03]],
    [0, 100, 1, []],
    [172, 10, 1, []],
  ])('of %d, %d px high, are round', (most, highPx, finest, ticks) =>
    expect(valueTicks(most, highPx, finest)).toEqual(ticks),
  );

  it('are four at most, and two where bars are high, rise by the same, stay apart and below the largest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom(1, 0.01),
        (most, highPx, finest) => {
          const ticks = valueTicks(most, highPx, finest);
          expect(ticks.length).toBeLessThanOrEqual(4);
          if (highPx > 70 && most >= 2 * finest) expect(ticks.length).toBeGreaterThanOrEqual(2);
          [0, ...ticks].slice(1).forEach((tick, i) => {
            const step = tick - (ticks[i - 1] ?? 0);
            expect(step / ticks[0]!).toBeCloseTo(1);
            expect((step / most) * highPx).toBeGreaterThan(11.4);
            expect(tick).toBeLessThanOrEqual(most * 1.000001);
            expect(tick / finest).toBeCloseTo(Math.round(tick / finest), 6);
          });
        },
      ),
    );
  });
});
