import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInside, type Point } from './lasso.ts';

it('a loop holds what lies in it, also where it is hollow on one side', () => {
  const hook: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [6, 10],
    [6, 4],
    [0, 4],
  ];
  expect(isInside(hook, 2, 2)).toBe(true);
  expect(isInside(hook, 8, 8)).toBe(true);
  expect(isInside(hook, 2, 8)).toBe(false);
  expect(isInside(hook, -1, 2)).toBe(false);
});

it('a line holds nothing', () => {
  expect(isInside([], 0, 0)).toBe(false);
  expect(isInside([[0, 0]], 0, 0)).toBe(false);
  expect(
    isInside(
      [
        [0, 0],
        [9, 9],
      ],
      3,
      3,
    ),
  ).toBe(false);
});

it('of a box holds exactly what lies between its sides, wherever the loop begins', () => {
  const side = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(side, side, side, side, side, side, fc.nat(3), (x0, y0, x1, y1, x, y, turn) => {
      const [left, right, top, bottom] = [
        Math.min(x0, x1),
        Math.max(x0, x1),
        Math.min(y0, y1),
        Math.max(y0, y1),
      ];
      const corners: Point[] = [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ];
      const loop = [...corners.slice(turn), ...corners.slice(0, turn)];
      // half a pixel off, so that none lies on a side
      const [px, py] = [x + 0.5, y + 0.5];
      expect(isInside(loop, px, py)).toBe(px > left && px < right && py > top && py < bottom);
    }),
  );
});
