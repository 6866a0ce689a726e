import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANTARCTICA } from './antarctica.ts';
import {
  earthProjection,
  drawnOverTheEarth,
  FLAT_IDS,
  onEarth,
  topology,
} from '../../../tests/geo/flat-world-oracle.ts';
import { CENTRAL_MERIDIAN, fitLand, placeOnPlane, wrapped } from './flat-projection.ts';
import { mapPath, type DrawnPath } from './map-path.ts';
import { planeDrawing, projectFlat, type CountryShape } from './world-map.ts';
import { World } from './world.ts';

/** Each country twice, corner by corner: slow on a busy machine. */
const BUSY_MACHINE_MS = 120_000;
const SIZES = [
  [390, 260],
  [960, 500],
  [1400, 800],
] as const;

/** Lines of what lies across the map's edge, where d3-geo cuts: two islands of the Bering Sea, a bay of Antarctica's. */
const ACROSS_THE_EDGE: Readonly<Record<string, number>> = { USA: 6, [ANTARCTICA]: 1 };

type Line = DrawnPath['lines'][number];

/** How far a place lies from the nearest of these lines, px. */
function distanceTo(lines: readonly Line[], [x, y]: readonly [number, number]): number {
  let least = Infinity;
  for (const line of lines) {
    line.forEach(([x1, y1], i) => {
      const [x0, y0] = line.at(i - 1)!;
      const [dx, dy] = [x1 - x0, y1 - y0];
      const length = dx * dx + dy * dy;
      const share = length > 0 ? ((x - x0) * dx + (y - y0) * dy) / length : 0;
      const at = Math.min(1, Math.max(0, share));
      least = Math.min(least, Math.hypot(x - x0 - at * dx, y - y0 - at * dy));
    });
  }
  return least;
}
const linesOf = ({ parts }: CountryShape) => parts.flatMap(({ lines }) => lines);
const farthest = (line: Line, others: readonly Line[]) =>
  Math.max(...line.map((place) => distanceTo(others, place)));

/** How many lines of two ways of drawing shapes are somewhere farther from the other way's than this, px. */
const apart = (ours: readonly Line[], theirs: readonly Line[], px: number) =>
  ours.filter((line) => farthest(line, theirs) > px).length +
  theirs.filter((line) => farthest(line, ours) > px).length;

describe.each(FLAT_IDS)('the world in %s', { timeout: BUSY_MACHINE_MS }, (id) => {
  it.each(SIZES)('has each country where d3-geo draws it over the Earth: %d x %d', (width, height) => {
    for (const withAntarctica of width === 960 ? [false, true] : [false]) {
      const ours = projectFlat(
        new World(topology),
        width,
        height,
        withAntarctica ? 'pole' : 'land',
        id,
      ).countries;
      const theirs = drawnOverTheEarth(id, width, height, withAntarctica).countries;
      expect(ours.map(({ code }) => code)).toEqual(theirs.map(({ code }) => code));
      ours.forEach((our, i) => {
        const their = theirs[i]!;
        const { code } = our;
        expect(Math.hypot(our.x - their.x, our.y - their.y), code).toBeLessThan(0.01);
        if (code === ANTARCTICA && !withAntarctica) return;
        const px = code === ANTARCTICA ? 5 : 0.5;
        expect(apart(linesOf(our), linesOf(their), px), code).toBeLessThanOrEqual(ACROSS_THE_EDGE[code] ?? 0);
        expect(Math.abs(our.areaPx - their.areaPx), code).toBeLessThan(0.1 + their.areaPx / 500);
      });
    }
  });

  it('has borders, coasts and disputed lines there, and no line across the map', () => {
    const [width, height] = [960, 500];
    const plane = planeDrawing(fitLand(id, width, height, 'pole')).path;
    const earth = mapPath(earthProjection(id, width, height, true));
    const flat = new World(topology).onPlane(id, true);
    for (const what of ['borders', 'coast', 'disputed'] as const) {
      const [ours, theirs] = [plane(flat[what]).lines, earth(onEarth[what]).lines];
      const lengthOf = (lines: readonly Line[]) =>
        lines.reduce(
          (sum, line) =>
            sum +
            line.slice(1).reduce((long, [x, y], i) => long + Math.hypot(x - line[i]![0], y - line[i]![1]), 0),
          0,
        );
      expect(lengthOf(ours) / lengthOf(theirs), what).toBeCloseTo(1, 2);
      for (const line of ours) {
        line.slice(1).forEach(([x, y], i) => {
          expect(Math.hypot(x - line[i]![0], y - line[i]![1])).toBeLessThan(width / 8);
        });
      }
    }
  });

  it('is fitted to the box as all land would be', () => {
    const side = fc.integer({ min: 60, max: 3000 });
    fc.assert(
      fc.property(side, side, fc.boolean(), (width, height, withAntarctica) => {
        const { scale, left, top } = fitLand(id, width, height, withAntarctica ? 'pole' : 'land');
        const projection = earthProjection(id, width, height, withAntarctica);
        const [x, y] = projection.translate();
        const near = 0.5 + Math.max(width, height) / 2000;
        expect(Math.abs(scale - projection.scale()) * Math.PI).toBeLessThan(near);
        expect(Math.hypot(left - x, top - y)).toBeLessThan(near);
      }),
      { numRuns: 30 },
    );
  });

  it('has any place where d3-geo has it', () => {
    const projection = earthProjection(id, 960, 500);
    const [[x0, y0], scale] = [projection.translate(), projection.scale()];
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (longitude, latitude) => {
          const [x, y] = placeOnPlane(id, longitude, latitude);
          const [theirX, theirY] = projection([longitude, latitude])!;
          // the edge is on either side
          if (Math.abs(Math.abs(wrapped(longitude - CENTRAL_MERIDIAN)) - 180) < 1e-6) return;
          expect(x0 + scale * x).toBeCloseTo(theirX, 6);
          expect(y0 + scale * y).toBeCloseTo(theirY, 6);
        },
      ),
    );
  });
});
