import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { magnifyBox, type Box } from './magnification.ts';

const anyBox: fc.Arbitrary<Box> = fc
  .tuple(...[800, 400, 800, 400].map((max) => fc.nat(max)))
  .map(([x0, y0, x1, y1]) => [
    [Math.min(x0!, x1!), Math.min(y0!, y1!)],
    [Math.max(x0!, x1!), Math.max(y0!, y1!)],
  ]);

describe('magnifying a box', () => {
  it.each<[name: string, box: Box, k: number, x: number, y: number]>([
    [
      'fills 60 % of the width',
      [
        [100, 100],
        [200, 110],
      ],
      4.8,
      -320,
      -304,
    ],
    [
      'fills 60 % of the height',
      [
        [0, 0],
        [10, 100],
      ],
      2.4,
      388,
      80,
    ],
    [
      'stops at the greatest zoom',
      [
        [400, 200],
        [401, 201],
      ],
      20,
      -7610,
      -3810,
    ],
    [
      'of no size takes the greatest zoom',
      [
        [400, 200],
        [400, 200],
      ],
      20,
      -7600,
      -3800,
    ],
    [
      'never makes it smaller',
      [
        [0, 0],
        [800, 400],
      ],
      1,
      0,
      0,
    ],
  ])('%s', (_, box, k, x, y) => {
    const found = magnifyBox(box, 800, 400, 20);
    expect(found.k).toBeCloseTo(k, 9);
    expect(found.x).toBeCloseTo(x, 6);
    expect(found.y).toBeCloseTo(y, 6);
  });

  it('puts its middle into the middle of the drawing, by 1 to the greatest zoom, and no side over 60 %', () => {
    fc.assert(
      fc.property(anyBox, fc.double({ min: 1, max: 40, noNaN: true }), (box, maxZoom) => {
        const { k, x, y } = magnifyBox(box, 800, 400, maxZoom);
        const [[left, top], [right, bottom]] = box;
        expect(k >= 1 && k <= maxZoom).toBe(true);
        expect((k * (left + right)) / 2 + x).toBeCloseTo(400, 6);
        expect((k * (top + bottom)) / 2 + y).toBeCloseTo(200, 6);
        if (k > 1) {
          expect(k * (right - left)).toBeLessThan(480.001);
          expect(k * (bottom - top)).toBeLessThan(240.001);
        }
      }),
    );
  });
});
