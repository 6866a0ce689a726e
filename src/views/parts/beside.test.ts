import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../state/surface.svelte.ts';
import { beside, type Size } from './beside.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** A usual screen at 400 %. */
const WINDOW: Size = { width: 320, height: 256 };

describe('beside a mark', () => {
  it.each([
    ['below, a little to the right', box(20, 20, 40, 10), { left: 48, top: 38 }],
    ['above, at the foot of the window', box(20, 226, 40, 10), { left: 48, top: 18 }],
    ['to the right, where neither has room', box(20, 123, 40, 10), { left: 68, top: 28 }],
    ['to the left, at the right edge', box(270, 123, 40, 10), { left: 122, top: 28 }],
    ['where it hides least of a mark as wide as the window', box(0, 120, 320, 90), { left: 168, top: 4 }],
  ])('stands %s', (_, mark, place) => {
    expect(beside(mark, { width: 140, height: 200 }, WINDOW)).toEqual(place);
  });

  it('stands within the window, and hides nothing of the mark where one side has room', () => {
    const length = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(length(280), length(220), length(300), length(240), length(300), length(240), (...all) => {
        const [width, height, x, y, w, h] = all;
        const mark = box(Math.min(x, 320 - w), Math.min(y, 256 - h), w, h);
        const { left, top } = beside(mark, { width, height }, WINDOW);
        expect(left).toBeGreaterThanOrEqual(4);
        expect(top).toBeGreaterThanOrEqual(4);
        expect(left + width).toBeLessThanOrEqual(316);
        expect(top + height).toBeLessThanOrEqual(252);
        const rooms = [
          256 - mark.bottom - height,
          mark.top - height,
          320 - mark.right - width,
          mark.left - width,
        ];
        if (rooms.every((room) => room < 12)) return;
        const apart =
          left >= mark.right || left + width <= mark.left || top >= mark.bottom || top + height <= mark.top;
        expect(apart).toBe(true);
      }),
    );
  });
});
