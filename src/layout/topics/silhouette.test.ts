import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArcShape } from './arc-labels.ts';
import { pointAt, Silhouette } from './silhouette.ts';

const shapes = fc
  .record({
    startRad: fc.double({ min: 0, max: 6, noNaN: true }),
    spanRad: fc.double({ min: 0.01, max: 6, noNaN: true }),
    innerPx: fc.integer({ min: 20, max: 150 }),
    thicknessPx: fc.integer({ min: 4, max: 60 }),
  })
  .map(({ startRad, spanRad, innerPx, thicknessPx }): ArcShape => ({
    startRad,
    endRad: Math.min(startRad + spanRad, 2 * Math.PI),
    innerPx,
    outerPx: innerPx + thicknessPx,
  }));

it('covers every arc at every height, and no more than the largest', () => {
  fc.assert(
    fc.property(
      fc.array(shapes, { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      (arcs, along, outward, height) => {
        const silhouette = new Silhouette(arcs, 20);
        const most = Math.max(20, ...arcs.map(({ outerPx }) => outerPx));
        for (const { startRad, endRad, innerPx, outerPx } of arcs) {
          const angle = startRad + (endRad - startRad) * along;
          const { x, y } = pointAt(angle, innerPx + (outerPx - innerPx) * outward);
          const width = silhouette.widthAround(x < 0 ? 'left' : 'right', y, height);
          expect(width).toBeGreaterThanOrEqual(Math.abs(x) - 0.01);
          expect(width).toBeLessThanOrEqual(most + 1);
          expect(silhouette.reachAt(angle === 2 * Math.PI ? 0 : angle)).toBeLessThanOrEqual(most);
        }
        expect(silhouette.widthAround('left', -most - height - 3, height)).toBe(0);
        expect(silhouette.widthAround('right', most + height + 3, height)).toBe(0);
      },
    ),
  );
});
