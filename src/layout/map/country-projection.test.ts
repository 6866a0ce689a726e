import { geoArea, geoPath } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { featuresOf, readBoundaryFile } from '../../../tests/geo/topology.ts';
import type { GeometryCollection } from 'topojson-specification';
import { countryProjection } from './country-projection.ts';

const { topology } = readBoundaryFile<{ countries: GeometryCollection }>('world.topo.json');
const countries = featuresOf<{ name: string; label: [number, number] }>(topology, topology.objects.countries);
const byId = (id: string) => countries.find((country) => country.id === id)!;

const BOXES = [
  [960, 540],
  [358, 420],
] as const;

/** Cut-off lines that the projection adds would change what is measured. */
const wholePath = (country: (typeof countries)[number], width: number, height: number) =>
  geoPath(countryProjection(country, width, height).clipExtent(null));

describe.each(BOXES)('in a box of %d x %d', (width, height) => {
  it.each(countries.map((country) => [String(country.id), country] as const))('%s fits', (_, country) => {
    const path = wholePath(country, width, height);
    expect(path(country) ?? '').not.toContain('NaN');
    const [[left, top], [right, bottom]] = path.bounds(country);
    expect(left).toBeGreaterThan(0);
    expect(top).toBeGreaterThan(0);
    expect(right).toBeLessThan(width);
    expect(bottom).toBeLessThan(height);
    const middle = [(left + right) / 2 - width / 2, (top + bottom) / 2 - height / 2];
    expect(Math.hypot(...middle)).toBeLessThan(1);
    if (country.geometry.type === 'Point') return;
    expect(Math.max((right - left) / width, (bottom - top) / height)).toBeGreaterThan(0.85);
  });
});

describe('a country’s projection', () => {
  it.each(['RUS', 'FJI', 'USA', 'NZL', 'KIR', 'ATA', 'FRA', 'CHL', 'SJM', 'LUX'])(
    'draws true areas and nothing stretched: %s',
    (id) => {
      const country = byId(id);
      const projection = countryProjection(country, 960, 540).clipExtent(null);
      const drawn = geoPath(projection).area(country) / projection.scale() ** 2;
      expect(drawn / geoArea(country)).toBeGreaterThan(0.97);
      expect(drawn / geoArea(country)).toBeLessThan(1.03);
    },
  );

  it.each(['RUS', 'FJI', 'USA', 'NZL', 'ATA'])('has the country’s middle near that of the box: %s', (id) => {
    const projection = countryProjection(byId(id), 960, 540);
    const [lambda, phi] = projection.rotate();
    const [x, y] = projection([-lambda, -phi])!;
    expect(Math.hypot(x - 480, y - 270)).toBeLessThan(60);
  });

  it('looks down on the pole for Antarctica', () => {
    expect(countryProjection(byId('ATA'), 500, 500).rotate()[1]).toBe(90);
  });

  it.each(['VAT', 'MCO', 'TUV', 'UMI', 'GIB'])(
    'shows some 110 km about a place that is a point: %s',
    (id) => {
      const country = byId(id);
      const projection = countryProjection(country, 600, 400);
      expect(country.geometry.type).toBe('Point');
      const [x, y] = projection(
        country.geometry.type === 'Point' ? (country.geometry.coordinates as [number, number]) : [0, 0],
      )!;
      expect([x, y].map(Math.round)).toEqual([300, 200]);
      const south = projection.invert!([300, 400])![1];
      const north = projection.invert!([300, 0])![1];
      expect(north - south).toBeCloseTo(1, 2);
    },
  );

  it('is the same for its regions as for its boundary', () => {
    const spain = byId('ESP');
    const collection = { type: 'FeatureCollection' as const, features: [spain] };
    expect(countryProjection(collection, 500, 400)([-4, 40])).toEqual(
      countryProjection(spain, 500, 400)([-4, 40]),
    );
  });

  it.each(['LUX', 'RUS', 'FJI', 'NRU', 'VAT', 'ATA', 'KEN', 'ECU', 'USA'])(
    'draws the others within a box about the box, and none larger than it is: %s',
    (id) => {
      const projection = countryProjection(byId(id), 960, 540);
      const path = geoPath(projection);
      for (const country of countries) {
        if (country.geometry.type === 'Point') continue;
        expect(path(country) ?? '').not.toContain('NaN');
        const drawn = path.area(country) / projection.scale() ** 2;
        // a polygon that the cut turns inside out would fill everything
        expect(drawn, String(country.id)).toBeLessThan(1.03 * geoArea(country) + 1e-9);
        const [[left, top], [right, bottom]] = path.bounds(country);
        if (!Number.isFinite(left)) continue;
        expect(left >= -961 && top >= -541 && right <= 1921 && bottom <= 1081, String(country.id)).toBe(true);
      }
    },
  );
});
