import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestInDirection, type Direction } from './nearest-mark.ts';

const at = (x: number, y: number, size = 10) => ({
  left: x - size / 2,
  top: y - size / 2,
  width: size,
  height: size,
});

const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

const AHEAD: Readonly<Record<Direction, (dx: number, dy: number) => number>> = {
  left: (dx) => -dx,
  right: (dx) => dx,
  up: (_, dy) => -dy,
  down: (_, dy) => dy,
};

describe('the nearest mark in a direction', () => {
  //   3
  // 1 0 2   5
  //   4       6
  const cross = [at(0, 0), at(-50, 0), at(50, 0), at(0, -50), at(0, 50), at(120, 0), at(130, 40)];

  it.each<[from: number, direction: Direction, to: number]>([
    [0, 'left', 1],
    [0, 'right', 2],
    [0, 'up', 3],
    [0, 'down', 4],
    [2, 'right', 5],
    [1, 'left', -1],
    [3, 'up', -1],
    [6, 'right', -1],
    [5, 'down', 6],
    [99, 'left', -1],
    [-1, 'left', -1],
  ])('from %i to the %s is %i', (from, direction, to) => {
    expect(nearestInDirection(cross, from, direction)).toBe(to);
  });

  it('is rather straight ahead than near but aside', () => {
    expect(nearestInDirection([at(0, 0), at(20, 30), at(60, 0)], 0, 'right')).toBe(2);
  });

  it('goes by middles, whatever the sizes', () => {
    expect(nearestInDirection([at(0, 0), at(40, 0, 200), at(60, 0)], 0, 'right')).toBe(1);
    expect(nearestInDirection([at(0, 0), at(0, 0)], 0, 'right')).toBe(-1);
  });

  const anyBoxes = fc.array(
    fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })),
    { minLength: 1, maxLength: 30 },
  );

  it('lies ahead, is another one, and is missing only where none lies ahead', () => {
    fc.assert(
      fc.property(anyBoxes, fc.constantFrom(...DIRECTIONS), (points, direction) => {
        const found = nearestInDirection(
          points.map(([x, y]) => at(x, y)),
          0,
          direction,
        );
        const ahead = points.map(([x, y]) => AHEAD[direction](x - points[0]![0], y - points[0]![1]));
        if (found === -1) expect(Math.max(...ahead)).toBeLessThanOrEqual(0.5);
        else expect(ahead[found]).toBeGreaterThan(0.5);
      }),
    );
  });

  it('never leads round in a circle', () => {
    fc.assert(
      fc.property(anyBoxes, fc.constantFrom(...DIRECTIONS), (points, direction) => {
        const boxes = points.map(([x, y]) => at(x, y));
        let steps = 0;
        for (let i = 0; i !== -1; i = nearestInDirection(boxes, i, direction)) {
          expect(++steps).toBeLessThanOrEqual(boxes.length);
        }
      }),
    );
  });
});
