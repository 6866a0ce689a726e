import fc from 'fast-check';
import { geoEqualEarth, geoNaturalEarth1 } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { CENTRAL_MERIDIAN, fitLand } from './flat-projection.ts';
import { aboutMiddle, magnificationOf, windowOf, type FlatMap } from './map-window.ts';

const map: fc.Arbitrary<FlatMap> = fc.record({
  id: fc.constantFrom('equal-earth', 'natural-earth'),
  width: fc.integer({ min: 200, max: 2000 }),
  height: fc.integer({ min: 150, max: 1200 }),
  south: fc.constantFrom('land', 'coast', 'pole'),
});

/** Somewhere in its box, as gestures leave a map. */
const magnified = map.chain((flat) =>
  fc
    .tuple(
      fc.double({ min: 1, max: 24, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([k, right, down]) => ({
      flat,
      k,
      x: right * flat.width * (1 - k),
      y: down * flat.height * (1 - k),
    })),
);

describe('the part of the world that a flat map shows', () => {
  it('has in its middle what d3-geo finds there', () => {
    fc.assert(
      fc.property(magnified, ({ flat, k, x, y }) => {
        const { longitude, latitude, times } = windowOf(flat, { k, x, y });
        const { scale, left, top } = fitLand(flat.id, flat.width, flat.height, flat.south);
        const projection = (flat.id === 'equal-earth' ? geoEqualEarth() : geoNaturalEarth1())
          .rotate([-CENTRAL_MERIDIAN, 0])
          .scale(scale)
          .translate([left, top]);
        const middle: [number, number] = [(flat.width / 2 - x) / k, (flat.height / 2 - y) / k];
        const expected = projection.invert!(middle)!;
        const back = projection([longitude, latitude])!;
        expect(times).toBe(k);
        expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
        // beyond the map's edge there is no place: the nearest of the same parallel stands for it
        const isOnMap = Math.hypot(...projection(expected)!.map((at, i) => at - middle[i]!)) < 0.01;
        fc.pre(isOnMap && Math.abs(expected[1]) <= 90);
        expect(Math.hypot(back[0] - middle[0], back[1] - middle[1])).toBeLessThan(0.1);
      }),
    );
  });

  it('is shown again by what is read from it, and stays in the box', () => {
    fc.assert(
      fc.property(magnified, ({ flat, k, x, y }) => {
        const window = windowOf(flat, { k, x, y });
        const again = magnificationOf(flat, window);
        expect(again.k).toBe(k);
        expect(again.x).toBeLessThanOrEqual(0);
        expect(again.x).toBeGreaterThanOrEqual(flat.width * (1 - k) - 1e-9);
        expect(again.y).toBeLessThanOrEqual(0);
        expect(again.y).toBeGreaterThanOrEqual(flat.height * (1 - k) - 1e-9);
        const third = magnificationOf(flat, windowOf(flat, again));
        expect(Math.hypot(third.x - again.x, third.y - again.y)).toBeLessThan(0.1 * k);
      }),
    );
  });

  it('has the same middle in a box of another size, where neither is at its edge', () => {
    const window = { longitude: 10.5, latitude: 51, times: 4 };
    for (const [width, height] of [
      [900, 400],
      [390, 260],
      [1600, 900],
    ] as const) {
      const flat: FlatMap = { id: 'equal-earth', width, height, south: 'land' };
      const back = windowOf(flat, magnificationOf(flat, window));
      expect(back.longitude).toBeCloseTo(10.5, 4);
      expect(back.latitude).toBeCloseTo(51, 4);
    }
  });
});

it('a globe is enlarged about its middle', () => {
  expect(aboutMiddle(1, 800, 400)).toEqual({ k: 1, x: 0, y: 0 });
  expect(aboutMiddle(3, 800, 400)).toEqual({ k: 3, x: -800, y: -400 });
});
