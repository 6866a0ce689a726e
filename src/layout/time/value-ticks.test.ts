import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueTicks } from './value-ticks.ts';

describe('the numbers beside the bars', () => {
  it.each([
    [172, 100, true, [50, 100, 150]],
    [172, 36, true, [100]],
    [835, 100, true, [200, 400, 600, 800]],
    [641, 60, true, [200, 400, 600]],
    [900, 100, true, [200, 400, 600, 800]],
    [1000, 100, true, [500, 1000]],
    [3, 40, true, [1, 2, 3]],
    [1, 200, true, [1]],
    [0.5, 40, false, [0.2, 0.4]],
    [0, 100, true, []],
    [172, 10, true, []],
  ])('of %d, %d px high, are round', (most, highPx, isWhole, ticks) =>
    expect(valueTicks(most, highPx, isWhole)).toEqual(ticks),
  );

  it('are four at most, and two where bars are high, rise by the same, stay apart and below the largest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        fc.boolean(),
        (most, highPx, isWhole) => {
          const ticks = valueTicks(most, highPx, isWhole);
          expect(ticks.length).toBeLessThanOrEqual(4);
          if (highPx > 70 && (!isWhole || most >= 2)) expect(ticks.length).toBeGreaterThanOrEqual(2);
          [0, ...ticks].slice(1).forEach((tick, i) => {
            const step = tick - (ticks[i - 1] ?? 0);
            expect(step / ticks[0]!).toBeCloseTo(1);
            expect((step / most) * highPx).toBeGreaterThan(11.4);
            expect(tick).toBeLessThanOrEqual(most * 1.000001);
            if (isWhole) expect(tick).toBe(Math.round(tick));
          });
        },
      ),
    );
  });
});
