/** The gazetteer of the build: open data from npm packages and the project's own boundary files, read when asked for. */
import { fileURLToPath } from 'node:url';
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { CountryGazetteer, Gazetteer, Point } from '../../src/ingest/gazetteer.ts';
import { AreaNames } from './areas.ts';
import { kmToRegion, readCountryLabels, readRegions, regionAt } from './boundaries.ts';
import { CityTable } from './cities.ts';

const BOUNDARIES = fileURLToPath(new URL('../../public/geo', import.meta.url));

/** Opens the gazetteer; nothing is read before a country is asked for. */
export function openGazetteer(): Gazetteer {
  const table = new CityTable();
  const names = new AreaNames();
  const countries = new Map<string, CountryGazetteer | undefined>();
  let labels: ReadonlyMap<string, Point> | undefined;
  return {
    country: (code) => {
      if (!countries.has(code)) {
        const alpha2 = ALPHA2.get(code);
        labels ??= readCountryLabels(BOUNDARIES);
        countries.set(
          code,
          alpha2 === undefined ? undefined : openCountry(code, alpha2, table, names, labels.get(code)),
        );
      }
      return countries.get(code);
    },
  };
}

const ALPHA2: ReadonlyMap<string, string> = new Map(
  codes.map(([alpha2 = '', alpha3 = '']) => [alpha2 === 'XK' ? 'XKX' : alpha3, alpha2]),
);

function openCountry(
  alpha3: string,
  alpha2: string,
  table: CityTable,
  names: AreaNames,
  point: Point | undefined,
): CountryGazetteer {
  const regions = readRegions(BOUNDARIES, alpha3);
  const regionByCode = new Map(regions.map((region) => [region.code, region]));
  const { cities, citiesNamed } = table.read(alpha2);
  const at = (place: Point) => regionAt(regions, place);
  return {
    point,
    hasRegions: regions.length > 0,
    cities,
    areas: names.read(alpha2, regions, cities, at),
    citiesNamed,
    regionAt: at,
    kmToRegion: (code, place, limit) => {
      const region = regionByCode.get(code);
      return region === undefined ? Infinity : kmToRegion(region, place, limit);
    },
  };
}
