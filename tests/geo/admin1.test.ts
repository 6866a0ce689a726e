import { readFileSync, readdirSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import {
  featuresOf,
  gzipBytes,
  hasSeam,
  idsAt,
  isWoundForSphere,
  median,
  readBoundaryFile,
} from './topology.ts';

interface RegionProperties {
  readonly name: string;
  readonly label: readonly [number, number];
  readonly outdated?: true;
  readonly unofficial?: true;
}

const folder = new URL('../../public/geo/admin1/', import.meta.url);
const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as Record<
  string,
  { count: number; bytes: number }
>;
const files = Object.keys(index).map((alpha3) => {
  const { text, topology } = readBoundaryFile<{ regions: GeometryCollection }>(`admin1/${alpha3}.topo.json`);
  return { alpha3, text, regions: featuresOf<RegionProperties>(topology, topology.objects.regions) };
});
const regionsByCountry = new Map(files.map(({ alpha3, regions }) => [alpha3, regions]));

function idsOf(alpha3: string): string[] {
  return (regionsByCountry.get(alpha3) ?? []).map(({ id }) => String(id));
}

function alpha2Of(alpha3: string): string {
  return alpha3 === 'XKX' ? 'XK' : (countries.alpha3ToAlpha2(alpha3) ?? '');
}

describe('list of region files', () => {
  it('names the files that there are, with their counts and sizes', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.topo.json'));
    expect(names.sort()).toEqual(files.map(({ alpha3 }) => `${alpha3}.topo.json`).sort());
    for (const { alpha3, text, regions } of files) {
      expect(index[alpha3], alpha3).toEqual({ count: regions.length, bytes: Buffer.byteLength(text) });
    }
  });

  it('has most countries, and none of a single region', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter(({ regions }) => regions.length < 2)).toEqual([]);
  });
});

describe('regions', () => {
  it('have codes of the shape of ISO 3166-2 that belong to their country, each once', () => {
    for (const { alpha3, regions } of files) {
      const ids = regions.map(({ id }) => String(id));
      expect(new Set(ids).size, alpha3).toBe(ids.length);
      for (const id of ids) {
        expect(id).toMatch(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);
        expect(id.slice(0, 2), alpha3).toBe(alpha2Of(alpha3));
      }
    }
  });

  it('have a name, different within a country, and a label position', () => {
    for (const { alpha3, regions } of files) {
      const names = regions.map(({ properties }) => properties.name);
      expect(
        names.every((name) => name.length > 0 && !/^[A-Z]{2}-/.test(name)),
        alpha3,
      ).toBe(true);
      expect(new Set(names).size, alpha3).toBe(names.length);
      for (const { properties } of regions) {
        const [lon, lat] = properties.label;
        expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, alpha3).toBe(true);
      }
    }
  });

  it('are wound for d3-geo and have no seam', () => {
    const all = files.flatMap(({ regions }) => regions);
    expect(all.filter(({ geometry }) => !isWoundForSphere(geometry)).map(({ id }) => id)).toEqual([]);
    expect(all.filter(({ geometry }) => hasSeam(geometry)).map(({ id }) => id)).toEqual([]);
  });

  it('take a median of at most 5 kB gzip, and at most 21 kB', () => {
    const sizes = files.map(({ text }) => gzipBytes(text));
    expect(median(sizes)).toBeLessThanOrEqual(5000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(21_000);
  });

  it.each([
    ['GBR', ['GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']],
    ['BEL', ['BE-BRU', 'BE-VLG', 'BE-WAL']],
    ['UGA', ['UG-C', 'UG-E', 'UG-N', 'UG-W']],
    ['BIH', ['BA-BIH', 'BA-BRC', 'BA-SRP']],
  ])('of %s are those of the level chosen', (alpha3, ids) => expect(idsOf(alpha3)).toEqual(ids));

  it.each([
    ['USA', 51],
    ['FRA', 13],
    ['ITA', 20],
    ['ESP', 19],
    ['PHL', 17],
    ['DEU', 16],
    ['CHN', 31],
    ['IND', 36],
    ['JPN', 47],
    ['UKR', 27],
    ['NOR', 15],
    ['LVA', 43],
  ])('of %s are %i', (alpha3, count) => expect(idsOf(alpha3)).toHaveLength(count));

  it.each<[place: string, position: [number, number], alpha3: string, id: string]>([
    ['Sacramento', [-121.5, 38.58], 'USA', 'US-CA'],
    ['Paris', [2.35, 48.86], 'FRA', 'FR-IDF'],
    ['Edinburgh, inland', [-3.3, 55.9], 'GBR', 'GB-SCT'],
    ['Bavaria', [11.5, 48.2], 'DEU', 'DE-BY'],
    ['Shenzhen, inland', [114.0, 22.7], 'CHN', 'CN-GD'],
    ['Tehran', [51.4, 35.7], 'IRN', 'IR-23'],
    ['Shiraz', [52.5, 29.6], 'IRN', 'IR-07'],
    ['Isfahan', [51.7, 32.65], 'IRN', 'IR-10'],
    ['Prague', [14.43, 50.08], 'CZE', 'CZ-10'],
    ['Kraków', [19.94, 50.06], 'POL', 'PL-12'],
    ['Simferopol', [34.1, 44.95], 'UKR', 'UA-43'],
    ['Katzrin', [35.69, 32.99], 'SYR', 'SY-QU'],
    ['Mexico City', [-99.13, 19.4], 'MEX', 'MX-CMX'],
    ['Johannesburg', [28.05, -26.2], 'ZAF', 'ZA-GP'],
    ['Moscow', [37.62, 55.75], 'RUS', 'RU-MOW'],
    ['Oslo', [10.75, 59.95], 'NOR', 'NO-03'],
    ['Anadyr, beyond 180° too', [-175, 66.5], 'RUS', 'RU-CHU'],
    ['Bogotá', [-74.1, 4.6], 'COL', 'CO-DC'],
    ['Ouagadougou', [-1.52, 12.37], 'BFA', 'BF-03'],
  ])('hold %s', (_place, position, alpha3, id) => {
    expect(idsAt(regionsByCountry.get(alpha3) ?? [], position)).toEqual([id]);
  });

  it('say which areas are those of before a reform, and which codes are not ISO 3166-2', () => {
    const propertiesOf = (alpha3: string, id: string): RegionProperties | undefined =>
      regionsByCountry.get(alpha3)?.find((region) => region.id === id)?.properties;
    expect(propertiesOf('KEN', 'KE-200')?.outdated).toBe(true);
    expect(propertiesOf('KEN', 'KE-30')?.outdated).toBeUndefined();
    expect(propertiesOf('MAR', 'MA-03')?.outdated).toBe(true);
    expect(propertiesOf('HKG', 'HK-X02')?.unofficial).toBe(true);
    expect(propertiesOf('USA', 'US-CA')).not.toHaveProperty('outdated');
  });
});
