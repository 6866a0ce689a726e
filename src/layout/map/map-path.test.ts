import { geoAlbersUsa, geoPath, type GeoProjection } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPath } from './map-path.ts';
import { globeProjection } from './globe-map.ts';
import { earthProjection, FLAT_IDS, onEarth } from '../../../tests/geo/flat-world-oracle.ts';

const areas = onEarth.countries.filter(({ geometry }) => geometry.type !== 'Point');
const lines = [onEarth.borders, onEarth.coast, onEarth.disputed];

/** The same by d3-geo's own geoPath. */
function expectLikeGeoPath(projection: GeoProjection): void {
  const [ours, theirs] = [mapPath(projection), geoPath(projection).digits(1)];
  for (const shape of [...areas, ...lines, { type: 'Sphere' } as const]) {
    const { d, bounds, areaPx } = ours(shape);
    expect(d).toBe(theirs(shape) ?? '');
    expect(bounds).toEqual(theirs.bounds(shape));
    if ('geometry' in shape && shape.geometry.type === 'Polygon')
      expect(areaPx).toBeCloseTo(theirs.area(shape), 6);
  }
}

describe('a path, its area and its bounds', () => {
  it('are those of geoPath, in every projection, box and rotation', () => {
    const size = fc.integer({ min: 40, max: 3000 });
    const rotation = fc.tuple(fc.integer({ min: -180, max: 179 }), fc.integer({ min: -90, max: 90 }));
    fc.assert(
      fc.property(fc.constantFrom(...FLAT_IDS, 'globe'), size, size, rotation, (id, width, height, turn) =>
        expectLikeGeoPath(
          id === 'globe' ? globeProjection(width, height, turn) : earthProjection(id, width, height),
        ),
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('are those of geoPath in a composite projection', () => {
    const states = areas.filter(({ id }) => id === 'USA');
    const [ours, theirs] = [mapPath(geoAlbersUsa()), geoPath(geoAlbersUsa()).digits(1)];
    for (const shape of states) {
      const { d, bounds, areaPx } = ours(shape);
      expect(d).toBe(theirs(shape));
      expect(areaPx).toBeCloseTo(theirs.area(shape), 6);
      expect(bounds).toEqual(theirs.bounds(shape));
    }
  });

  it('of nothing are empty', () => {
    const draw = mapPath(earthProjection('equal-earth', 300, 200));
    const { d, areaPx, bounds, lines } = draw({ type: 'MultiLineString', coordinates: [] });
    expect([d, areaPx, bounds[0][0], lines]).toEqual(['', 0, Infinity, []]);
  });
});
