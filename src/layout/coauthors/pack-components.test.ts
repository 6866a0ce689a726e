import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packComponents, type PackPart } from './pack-components.ts';

/** Discs of radius 1 on a sunflower's spiral, somewhere. */
function disc(count: number, atX = 0, atY = 0): PackPart {
  return {
    x: Float64Array.from({ length: count }, (_, i) => atX + 1.6 * Math.sqrt(i) * Math.cos(2.4 * i)),
    y: Float64Array.from({ length: count }, (_, i) => atY + 1.6 * Math.sqrt(i) * Math.sin(2.4 * i)),
    radius: new Float64Array(count).fill(1),
  };
}

/** A row of discs. */
function row(count: number): PackPart {
  return {
    x: Float64Array.from({ length: count }, (_, i) => 3 * i),
    y: new Float64Array(count),
    radius: new Float64Array(count).fill(1),
  };
}

const anyParts = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: -900, max: 900 }))
      .map(([n, at]) => disc(n, at, -at)),
    fc.integer({ min: 1, max: 30 }).map(row),
  ),
  { maxLength: 25 },
);

const anyAspect = fc.constantFrom(0.4, 1, 1.38, 3);

function placed(parts: readonly PackPart[], aspect: number, gap: number) {
  const { offsetX, offsetY } = packComponents(parts, aspect, gap);
  return parts.flatMap((part, p) =>
    Array.from(part.x, (x, i) => ({
      part: p,
      x: x + offsetX[p]!,
      y: part.y[i]! + offsetY[p]!,
      radius: part.radius[i]!,
    })),
  );
}

test('discs of two parts keep the gap', () => {
  fc.assert(
    fc.property(anyParts, anyAspect, (parts, aspect) => {
      const discs = placed(parts, aspect, 2);
      let least = Infinity;
      for (const a of discs) {
        for (const b of discs) {
          if (a.part >= b.part) continue;
          least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius);
        }
      }
      expect(least).toBeGreaterThanOrEqual(2 - 1e-6);
    }),
    { numRuns: 60 },
  );
});

test('the same parts get the same places', () => {
  fc.assert(
    fc.property(anyParts, anyAspect, (parts, aspect) => {
      expect(packComponents(parts, aspect, 2)).toEqual(packComponents(parts, aspect, 2));
    }),
    { numRuns: 30 },
  );
});

test.each([0.5, 1, 1.38, 3])('many small teams fill a panel of aspect %f', (aspect) => {
  const parts = Array.from({ length: 400 }, (_, i) => disc(8 - Math.floor(i / 100)));
  const discs = placed(parts, aspect, 2);
  const width = Math.max(...discs.map(({ x }) => x + 1)) - Math.min(...discs.map(({ x }) => x - 1));
  const height = Math.max(...discs.map(({ y }) => y + 1)) - Math.min(...discs.map(({ y }) => y - 1));
  expect(width / height / aspect).toBeGreaterThan(0.8);
  expect(width / height / aspect).toBeLessThan(1.25);
  const boxes = parts.reduce((sum, { x }) => sum + (2 * (1.6 * Math.sqrt(x.length) + 1) + 2) ** 2, 0);
  expect(width * height).toBeLessThan(1.5 * boxes);
});

test('one part stays as it is, and none is no fault', () => {
  expect(packComponents([], 1, 2).offsetX.length).toBe(0);
  const [first, second] = placed([row(2)], 1.4, 2);
  expect(second!.x - first!.x).toBeCloseTo(3, 9);
});
