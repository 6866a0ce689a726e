import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRepulsion, addRepulsionPlainly, BarnesHutTree } from './barnes-hut.ts';

const coordinate = fc.oneof(
  fc.double({ min: -500, max: 500, noNaN: true }),
  // points in one place, and on one line
  fc.constantFrom(0, 1, 7),
);
const anyPoints = fc
  .array(fc.tuple(coordinate, coordinate, fc.double({ min: 0.5, max: 20, noNaN: true })), { maxLength: 120 })
  .map((points) => ({
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    charge: Float64Array.from(points, ([, , charge]) => charge),
  }));

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly charge: Float64Array;
}

function bothWays({ x, y, charge }: Points, theta: number) {
  const tree = new BarnesHutTree(x.length);
  tree.build(x, y, charge);
  const empty = () => new Float64Array(x.length);
  const fast = { x: empty(), y: empty() };
  const plain = { x: empty(), y: empty() };
  addRepulsion(tree, theta, fast.x, fast.y);
  addRepulsionPlainly(x, y, charge, plain.x, plain.y);
  return { fast, plain };
}

test('at theta 0 the forces equal the plain loop over all pairs', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const { fast, plain } = bothWays(points, 0);
      for (let i = 0; i < points.x.length; i++) {
        const size = Math.abs(plain.x[i]!) + Math.abs(plain.y[i]!) + 1;
        expect(Math.abs(fast.x[i]! - plain.x[i]!)).toBeLessThan(1e-8 * size);
        expect(Math.abs(fast.y[i]! - plain.y[i]!)).toBeLessThan(1e-8 * size);
      }
    }),
  );
});

test('at theta 0.9 the forces on 2,000 points are within 2 % of the exact ones', () => {
  // an even spiral with a dense knot: no chance needed
  const count = 2000;
  const points = {
    x: Float64Array.from({ length: count }, (_, i) => Math.sqrt(i) * Math.cos(i * 2.4) + (i % 5 ? 0 : 30)),
    y: Float64Array.from({ length: count }, (_, i) => Math.sqrt(i) * Math.sin(i * 2.4)),
    charge: Float64Array.from({ length: count }, (_, i) => 1 + (i % 3)),
  };
  const { fast, plain } = bothWays(points, 0.9);
  let error = 0;
  let size = 0;
  for (let i = 0; i < count; i++) {
    error += (fast.x[i]! - plain.x[i]!) ** 2 + (fast.y[i]! - plain.y[i]!) ** 2;
    size += plain.x[i]! ** 2 + plain.y[i]! ** 2;
  }
  expect(Math.sqrt(error / size)).toBeLessThan(0.02);
  expect(error).toBeGreaterThan(0);
});

test('every point stands in exactly one leaf, and cells hold the charge of what is in them', () => {
  fc.assert(
    fc.property(anyPoints, ({ x, y, charge }) => {
      const tree = new BarnesHutTree(x.length);
      tree.build(x, y, charge);
      const seen = new Uint32Array(x.length);
      for (let cell = 0; cell < tree.cellCount; cell++) {
        let sum = 0;
        for (let i = tree.cellFirst[cell]!; i < tree.cellEnd[cell]!; i++) {
          sum += charge[tree.order[i]!]!;
          if (tree.cellSide2[cell]! < 0) seen[tree.order[i]!]! += 1;
        }
        expect(tree.cellCharge[cell]).toBeCloseTo(sum, 6);
      }
      expect(seen.every((times) => times === 1)).toBe(true);
    }),
  );
});
