import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLand, placeOnPlane } from './flat-projection.ts';
import { projectGlobe } from './globe-map.ts';
import { FLAT_IDS, onEarth, world } from '../../../tests/geo/flat-world-oracle.ts';
import {
  CIRCLE_BELOW_PX2,
  needsCircle,
  projectFlat,
  type CountryShape,
  type ProjectedWorld,
} from './world-map.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const WIDTH = 800;
const HEIGHT = 420;
const map = projectFlat(world, WIDTH, HEIGHT, 'land');
const leftOut = countryOf(map, 'ATA');
const withAntarctica = projectFlat(world, WIDTH, HEIGHT, 'pole');

function countryOf(projected: ProjectedWorld, code: string): CountryShape {
  return projected.countries.find((country) => country.code === code)!;
}

/** The points of path data, px. */
function pointsOf(d: string): [number, number][] {
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

const isFinitePath = (d: string) => !/NaN|Infinity|undefined/.test(d);

describe('the world', () => {
  it('has 250 shapes, each with a code of its own and a name', () => {
    expect(map.countries).toHaveLength(250);
    expect(new Set(map.countries.map(({ code }) => code)).size).toBe(250);
    for (const { code, name } of map.countries) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(name).not.toBe('');
    }
  });

  it('turns as a globe: its outline is there, and half of it is behind', () => {
    const globe = projectGlobe(world, WIDTH, HEIGHT, [-11, -20]);
    const behind = globe.countries.filter((country) => country.isBehind).map(({ code }) => code);
    expect(globe.sphere.length).toBeGreaterThan(50);
    expect(behind).toEqual(expect.arrayContaining(['NZL', 'AUS', 'FJI']));
    expect(behind).not.toContain('FRA');
    expect(map.countries.some((country) => country.isBehind)).toBe(false);
  });

  it('is drawn with numbers only', () => {
    for (const projected of [map, withAntarctica]) {
      const { countries, borders, coast, disputed, sphere } = projected;
      const paths = [borders, coast, disputed, sphere, ...countries.flatMap(({ d, rest }) => [d, rest])];
      expect(paths.filter((d) => !isFinitePath(d))).toEqual([]);
      for (const d of [borders, coast, disputed]) expect(d.length).toBeGreaterThan(100);
      expect(sphere).toBe('');
      for (const { x, y, areaPx, bounds } of countries.filter((shape) => shape !== leftOut)) {
        expect([x, y, areaPx, ...bounds.flat()].every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('has path data for every country with an area, and a place alone for the others', () => {
    const drawn = map.countries.filter((shape) => shape !== leftOut);
    for (const { code, d, rest, areaPx, bounds, x, y } of drawn) {
      expect(d !== '', code).toBe(areaPx > 0);
      if (areaPx > 0) continue;
      expect(rest).toBe('');
      expect(bounds).toEqual([
        [x, y],
        [x, y],
      ]);
    }
    const points = drawn.filter(({ areaPx }) => areaPx === 0).map(({ code }) => code);
    expect(points).toEqual(['CCK', 'GIB', 'MAC', 'MCO', 'SXM', 'TKL', 'TUV', 'UMI', 'VAT']);
  });

  it('shows areas in proportion: Africa’s Congo is larger than Greenland', () => {
    expect(countryOf(map, 'COD').areaPx).toBeGreaterThan(countryOf(map, 'GRL').areaPx);
    const ratio = countryOf(map, 'BRA').areaPx / countryOf(map, 'USA').areaPx;
    expect(ratio).toBeGreaterThan(0.85); // 8.5 and 9.5 million km²
    expect(ratio).toBeLessThan(0.95);
  });
});

describe('a country of several parts', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['USA', -157.9, 21.3, 'Hawaii'],
    ['USA', -150, 64, 'Alaska'],
    ['FRA', 9.1, 42.2, 'Corsica'],
    ['NOR', 16, 78.5, 'Svalbard'],
    ['NLD', -68.3, 12.2, 'Bonaire'],
    ['PRT', -25.5, 37.8, 'the Azores'],
    ['ESP', -15.6, 28, 'the Canaries'],
    ['ECU', -91.1, -0.8, 'the Galápagos'],
    ['CHL', -109.4, -27.1, 'Easter Island'],
  ])('%s has bounds that leave far islands out: %d, %d (%s)', (code, lon, lat) => {
    const [[left, top], [right, bottom]] = countryOf(map, code).bounds;
    const [x, y] = positionOf(lon, lat);
    expect(x < left || x > right || y < top || y > bottom).toBe(true);
  });

  it('draws no part twice: the largest is the path, all others are the rest', () => {
    const ringCount = (d: string) => d.split('M').length - 1;
    for (const { id, geometry } of onEarth.countries) {
      if (geometry.type !== 'MultiPolygon' || id === leftOut.code) continue;
      const { d, rest, bounds } = countryOf(map, String(id));
      expect(ringCount(d), String(id)).toBeGreaterThan(0);
      expect(rest, String(id)).not.toBe('');
      const [[left, top], [right, bottom]] = bounds;
      for (const [x, y] of pointsOf(d)) {
        expect(x >= left - 0.06 && x <= right + 0.06 && y >= top - 0.06 && y <= bottom + 0.06).toBe(true);
      }
    }
  });

  it('is labelled on its largest part, where it is large enough to be labelled', () => {
    const large = map.countries.filter(({ areaPx }) => areaPx > 100);
    expect(large.length).toBeGreaterThan(80);
    for (const { code, x, y, bounds } of large) {
      const [[left, top], [right, bottom]] = bounds;
      expect(x >= left && x <= right && y >= top && y <= bottom, code).toBe(true);
    }
  });
});

describe('the fit to the box', { timeout: BUSY_MACHINE_MS }, () => {
  it('leaves the labels of all countries but Antarctica inside', () => {
    for (const { code, x, y } of map.countries) {
      if (code === 'ATA') continue;
      expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT, code).toBe(true);
    }
  });

  it('leaves Antarctica outside unless it is asked for', () => {
    for (const id of FLAT_IDS) {
      const high = projectFlat(world, WIDTH, 2 * HEIGHT, 'land', id);
      expect(countryOf(high, 'ATA')).toMatchObject({ d: '', rest: '', areaPx: 0 });
      // where Chile ends, so does the coast, a few islands aside
      const [, [, south]] = countryOf(high, 'CHL').bounds;
      expect(Math.max(...pointsOf(high.coast).map(([, y]) => y))).toBeLessThan(south + 0.03 * HEIGHT);
    }
    for (const { code, bounds } of withAntarctica.countries) {
      const [[left, top], [right, bottom]] = bounds;
      expect(left >= 7.9 && top >= 7.9 && right <= WIDTH - 7.9 && bottom <= HEIGHT - 7.9, code).toBe(true);
    }
    expect(countryOf(withAntarctica, 'BRA').areaPx).toBeLessThan(countryOf(map, 'BRA').areaPx);
  });

  it('shows the coast of Antarctica, and takes less than a thirteenth of the scale for it', () => {
    for (const id of FLAT_IDS) {
      for (const [width, height] of [
        [WIDTH, HEIGHT],
        [360, 500],
      ] as const) {
        const drawn = projectFlat(world, width, height, 'coast', id);
        const [[, top]] = countryOf(drawn, 'ATA').bounds;
        expect(top).toBeLessThan(height - 12);
        const [whole, coast] = (['land', 'coast'] as const).map(
          (south) => fitLand(id, width, height, south).scale,
        );
        expect(coast! / whole!).toBeGreaterThan(12 / 13);
      }
    }
  });

  it('holds for boxes of any size, and the same box gives the same map', () => {
    const side = fc.integer({ min: 60, max: 3000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom('land', 'pole'), (width, height, south) => {
        const projected = projectFlat(world, width, height, south);
        // fitted by the outermost land: within a pixel of fitting every boundary
        const gaps: number[] = [];
        for (const { code, d, rest, x, y, bounds } of projected.countries) {
          expect(isFinitePath(d) && isFinitePath(rest)).toBe(true);
          if (code === 'ATA' && south === 'land') continue;
          expect(x >= 0 && x <= width && y >= 0 && y <= height, code).toBe(true);
          const [[left, top], [right, bottom]] = bounds;
          expect(left >= 7 && top >= 7 && right <= width - 7 && bottom <= height - 7, code).toBe(true);
          gaps.push(left, top, width - right, height - bottom);
        }
        // and it reaches the margin on two sides, but for how curves are sampled: an error that grows with the box
        const nearly = 9 + 0.006 * Math.max(width, height);
        expect(gaps.filter((gap) => gap < nearly).length).toBeGreaterThan(1);
      }),
      { numRuns: 12 },
    );
    expect(projectFlat(world, WIDTH, HEIGHT, 'land')).toEqual(map);
  });
});

describe('a country that is drawn too small', () => {
  it('is a circle until one has zoomed in far enough', () => {
    const shape = { ...countryOf(map, 'FRA'), areaPx: CIRCLE_BELOW_PX2 / 4 };
    expect(needsCircle(shape, 1)).toBe(true);
    expect(needsCircle(shape, 1.99)).toBe(true);
    expect(needsCircle(shape, 2)).toBe(false);
    expect(needsCircle(countryOf(map, 'MCO'), 1000)).toBe(true);
  });

  it('is each of these, at 800 px', () => {
    for (const code of ['SGP', 'MCO', 'LUX', 'MLT', 'BHR', 'HKG', 'VAT', 'LIE']) {
      expect(needsCircle(countryOf(map, code), 1), code).toBe(true);
    }
    for (const code of ['USA', 'FRA', 'DEU', 'IND', 'CHE']) {
      expect(needsCircle(countryOf(map, code), 1), code).toBe(false);
    }
  });
});

function positionOf(lon: number, lat: number): [number, number] {
  const { scale, left, top } = fitLand('equal-earth', WIDTH, HEIGHT, 'land');
  const [x, y] = placeOnPlane('equal-earth', lon, lat);
  return [scale * x + left, scale * y + top];
}
