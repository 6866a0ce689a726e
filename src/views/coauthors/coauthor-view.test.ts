import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedView, inOtherPanel } from './coauthor-view.ts';

const BOUNDS = { x0: -40, y0: -10, x1: 25, y1: 30 };
const fittedTo = (width: number, height: number) => fittedView(BOUNDS, width, height, 28);

const side = fc.integer({ min: 150, max: 2500 });
const size = fc.record({ width: side, height: side });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a graph in a panel of another size', () => {
  it('is magnified as before in one of the same size', () => {
    const magnification = { k: 3, x: -211.5, y: -80.25 };
    const panel = { width: 600, height: 400 };
    expect(inOtherPanel(magnification, panel, { ...panel }, fittedTo)).toBe(magnification);
  });

  it('has in the middle what was there, and is enlarged as much', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 1, max: 30, noNaN: true }),
        share,
        share,
        (from, to, k, x, y) => {
          const before = { k, x: from.width * (1 - k) * x, y: from.height * (1 - k) * y };
          const after = inOtherPanel(before, from, to, fittedTo);
          expect(after.k).toBe(k);
          const [fitted, anew] = [fittedTo(from.width, from.height), fittedTo(to.width, to.height)];
          for (const [axis, length] of [
            ['x', 'width'],
            ['y', 'height'],
          ] as const) {
            const middle = ((from[length] / 2 - before[axis]) / k - fitted[axis]) / fitted.k;
            expect(k * (middle * anew.k + anew[axis]) + after[axis]).toBeCloseTo(to[length] / 2, 4);
          }
        },
      ),
    );
  });
});
