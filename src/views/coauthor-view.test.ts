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

  it('has in the middle what was there, or as near to it as the edges of the whole allow', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 1, max: 30, noNaN: true }),
        share,
        share,
        (from, to, k, right, down) => {
          const before = { k, x: from.width * (1 - k) * right, y: from.height * (1 - k) * down };
          const after = inOtherPanel(before, from, to, fittedTo);
          expect(after.k).toBe(k);
          for (const [axis, length] of [
            ['x', 'width'],
            ['y', 'height'],
          ] as const) {
            expect(after[axis]).toBeLessThanOrEqual(0);
            expect(after[axis]).toBeGreaterThanOrEqual(to[length] * (1 - k));
            const isAtEdge = after[axis] === 0 || after[axis] === to[length] * (1 - k);
            const [fitted, anew] = [fittedTo(from.width, from.height), fittedTo(to.width, to.height)];
            const middle = ((from[length] / 2 - before[axis]) / k - fitted[axis]) / fitted.k;
            const x = k * (middle * anew.k + anew[axis]) + after[axis];
            if (!isAtEdge) expect(x).toBeCloseTo(to[length] / 2, 4);
          }
        },
      ),
    );
  });
});
