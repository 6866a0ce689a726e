import { geoArea, geoContains } from 'd3-geo';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { featuresOf, readBoundaryFile } from '../../../tests/geo/topology.ts';
import { mainParts } from './main-parts.ts';

const { topology } = readBoundaryFile<{ countries: GeometryCollection }>('world.topo.json');
const countries = featuresOf<{ name: string; label: [number, number] }>(topology, topology.objects.countries);
const byId = (id: string) => countries.find((country) => country.id === id)!;

describe('the main parts', () => {
  it.each([
    { id: 'USA', there: [-100, 40], gone: [-155.5, 19.6] },
    { id: 'USA', there: [-150, 65], gone: [-155.5, 19.6] },
    { id: 'NZL', there: [171, -43], gone: [-176.5, -44] },
    { id: 'ESP', there: [-4, 40], gone: [-16.6, 28.3] },
  ] as const)('of $id hold $there and not $gone', ({ id, there, gone }) => {
    const country = byId(id);
    expect(geoContains(country, [...gone])).toBe(true);
    expect(geoContains(mainParts(country), [...there])).toBe(true);
    expect(geoContains(mainParts(country), [...gone])).toBe(false);
  });

  it('hold the share of the area that is asked for, of every country', () => {
    for (const country of countries) {
      const main = mainParts(country);
      expect(main.id).toBe(country.id);
      expect(main.properties).toBe(country.properties);
      expect(geoArea(main)).toBeGreaterThanOrEqual(0.95 * geoArea(country) - 1e-12);
      expect(geoArea(main)).toBeLessThanOrEqual(geoArea(country) + 1e-12);
    }
  });

  it('are the country itself where it has one part or none', () => {
    for (const id of ['LUX', 'VAT']) expect(mainParts(byId(id))).toBe(byId(id));
    expect(geoArea(mainParts(byId('NZL'), 1))).toBeCloseTo(geoArea(byId('NZL')), 12);
  });
});
