import { geoArea } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { mesh } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { featuresOf, gzipBytes, hasSeam, idsAt, isWoundForSphere, readBoundaryFile } from './topology.ts';

interface CountryProperties {
  readonly name: string;
  readonly numeric: string;
  readonly label: readonly [number, number];
}

const { text, topology } = readBoundaryFile<{ countries: GeometryCollection; disputed: GeometryCollection }>(
  'world.topo.json',
);
const entities = featuresOf<CountryProperties>(topology, topology.objects.countries);
const disputed = featuresOf<{ a: string; b: string; note: string }>(topology, topology.objects.disputed);
const byId = new Map(entities.map((entity) => [String(entity.id), entity]));

const isoAlpha3 = Object.entries(countries.getAlpha2Codes())
  .filter(([alpha2]) => alpha2 !== 'XK')
  .map(([, alpha3]) => alpha3);

describe('entities of the world layer', () => {
  it('are the 249 of ISO 3166-1 and Kosovo, each once', () => {
    expect(isoAlpha3).toHaveLength(249);
    expect(entities.map(({ id }) => id).sort()).toEqual([...isoAlpha3, 'XKX'].sort());
  });

  it('carry the numeric code of ISO 3166-1; Kosovo has none', () => {
    for (const { id, properties } of entities) {
      const expected = id === 'XKX' ? '' : countries.alpha3ToNumeric(String(id));
      expect(properties.numeric, String(id)).toBe(expected);
    }
  });

  it('have short names, all different', () => {
    const names = entities.map(({ properties }) => properties.name);
    expect(new Set(names).size).toBe(names.length);
    const expected = {
      USA: 'United States',
      GBR: 'United Kingdom',
      KOR: 'South Korea',
      TUR: 'Türkiye',
      CZE: 'Czechia',
      CIV: 'Côte d’Ivoire',
      COD: 'Democratic Republic of the Congo',
      COG: 'Republic of the Congo',
      TWN: 'Taiwan',
      PSE: 'Palestine',
      XKX: 'Kosovo',
    };
    for (const [id, name] of Object.entries(expected)) expect(byId.get(id)?.properties.name).toBe(name);
  });

  it('have a label position of at most three decimals', () => {
    for (const { id, properties } of entities) {
      const [lon, lat] = properties.label;
      expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, String(id)).toBe(true);
      for (const degrees of [lon, lat]) expect(degrees, String(id)).toBe(Math.round(degrees * 1000) / 1000);
    }
  });

  it.each(['SGP', 'MLT', 'BHR', 'HKG', 'PRI', 'TWN', 'PSE', 'GUF', 'GLP', 'MTQ', 'REU', 'SJM', 'BES', 'LUX'])(
    'have an area for %s',
    (id) => expect(byId.get(id)?.geometry.type).toMatch(/Polygon$/),
  );

  it('are points only where an area would be a speck', () => {
    const points = entities.filter(({ geometry }) => geometry.type === 'Point').map(({ id }) => id);
    expect(points).toEqual(['CCK', 'GIB', 'MAC', 'MCO', 'SXM', 'TKL', 'TUV', 'UMI', 'VAT']);
  });
});

describe('geometry of the world layer', () => {
  it('is wound for d3-geo, polygon by polygon', () => {
    const wrong = entities.filter(({ geometry }) => !isWoundForSphere(geometry)).map(({ id }) => id);
    expect(wrong).toEqual([]);
    for (const entity of entities.filter(({ geometry }) => geometry.type !== 'Point')) {
      const area = geoArea(entity);
      expect(area > 0 && area < 2 * Math.PI, String(entity.id)).toBe(true);
    }
  });

  it('covers the land of the Earth, 26 to 31 % of the sphere', () => {
    const share = entities.reduce((sum, entity) => sum + geoArea(entity), 0) / (4 * Math.PI);
    expect(share).toBeGreaterThan(0.26);
    expect(share).toBeLessThan(0.31);
  });

  it('has no edge along the antimeridian or at a pole', () => {
    expect(entities.filter(({ geometry }) => hasSeam(geometry)).map(({ id }) => id)).toEqual([]);
  });

  it('draws its borders as one mesh', () => {
    const borders = mesh(topology, topology.objects.countries, (left, right) => left !== right);
    expect(borders.coordinates.length).toBeGreaterThan(150);
  });

  it('takes at most 45 kB gzip', () => expect(gzipBytes(text)).toBeLessThanOrEqual(45_000));

  it.each<[place: string, position: [number, number], id: string]>([
    ['Paris', [2.35, 48.86], 'FRA'],
    ['Simferopol', [34.1, 44.95], 'UKR'],
    ['Sevastopol', [33.6, 44.6], 'UKR'],
    ['Laayoune', [-13.2, 27.15], 'ESH'],
    ['Dakhla, inland', [-14.5, 23.5], 'ESH'],
    ['Tan-Tan', [-11.1, 28.44], 'MAR'],
    ['Pristina', [21.16, 42.67], 'XKX'],
    ['Nicosia', [33.36, 35.15], 'CYP'],
    ['Kyrenia, inland', [33.32, 35.3], 'CYP'],
    ['Hargeisa', [44.06, 9.56], 'SOM'],
    ['Taipei', [121.5, 25.05], 'TWN'],
    ['Cayenne', [-52.3, 4.9], 'GUF'],
    ['Saint-Denis, inland', [55.5, -21.1], 'REU'],
    ['Honolulu', [-157.9, 21.4], 'USA'],
    ['Chukotka, beyond 180°', [-175, 66.5], 'RUS'],
    ['South Pole', [0, -89.9], 'ATA'],
    ['Katzrin', [35.69, 32.99], 'SYR'],
    ['Ramallah', [35.2, 31.9], 'PSE'],
    ['Maseru, inland', [28.2, -29.6], 'LSO'],
  ])('puts %s in one entity', (_place, position, id) => expect(idsAt(entities, position)).toEqual([id]));

  it('leaves the middle of the Pacific empty', () => expect(idsAt(entities, [-140, 0])).toEqual([]));
});

describe('disputed lines of the world layer', () => {
  it('name two entities and say in a few words what they are', () => {
    for (const { properties } of disputed) {
      expect(byId.has(properties.a) && byId.has(properties.b)).toBe(true);
      expect(properties.note.length).toBeLessThanOrEqual(50);
    }
  });

  it.each([
    ['UKR', 'RUS'],
    ['ESH', 'MAR'],
    ['IND', 'PAK'],
    ['IND', 'CHN'],
    ['ISR', 'PSE'],
    ['ISR', 'SYR'],
    ['XKX', 'SRB'],
    ['GEO', 'GEO'],
    ['CYP', 'CYP'],
    ['SOM', 'SOM'],
  ])('has a line for %s and %s', (a, b) => {
    const lines = disputed.filter(({ properties }) => properties.a === a && properties.b === b);
    expect(lines.length).toBeGreaterThan(0);
    for (const { geometry } of lines) {
      expect(geometry.type).toBe('MultiLineString');
      if (geometry.type !== 'MultiLineString') continue;
      for (const line of geometry.coordinates) expect(line.length).toBeGreaterThan(1);
    }
  });
});
