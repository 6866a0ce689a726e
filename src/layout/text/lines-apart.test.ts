import { expect, it } from 'vitest';
import { areNear, runsThrough } from './lines-apart.ts';

const line = (...places: readonly (readonly [number, number])[]) => places.map(([x, y]) => ({ x, y }));

it('tells lines that cross or come near each other from those that keep apart', () => {
  const level = line([0, 0], [10, 0], [20, 0]);
  expect(areNear(level, line([5, -5], [5, 5]), 1)).toBe(true);
  expect(areNear(level, line([12, 0.5], [40, 30]), 1)).toBe(true);
  expect(areNear(level, line([0, 2], [20, 2]), 1)).toBe(false);
  expect(areNear(level, line([0, 2], [20, 2]), 3)).toBe(true);
  expect(areNear(level, line([21.5, 0], [30, 0]), 1)).toBe(false);
});

it('tells whether a line runs through an area', () => {
  const box = { x0: 10, y0: 10, x1: 20, y1: 20 };
  expect(runsThrough(line([0, 0], [30, 30]), box)).toBe(true);
  expect(runsThrough(line([15, 15], [16, 16]), box)).toBe(true);
  expect(runsThrough(line([0, 11], [11, 0]), box)).toBe(false);
  expect(runsThrough(line([0, 0], [9, 9], [9, 30]), box)).toBe(false);
});
