/**
 * The gazetteer of the build: open data from npm packages and the project's own boundary files. A country is read when
 * it is asked for, and kept as columns, from which it is there at once the next time.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { CountryGazetteer, Gazetteer, Point } from '../../src/ingest/places/gazetteer.ts';
import { AreaNames } from './areas.ts';
import { boundaryFile, readCountryLabels, readRegions, regionAt } from './boundaries.ts';
import { CityTable } from './cities.ts';
import { readColumns, writeColumns, type Columns } from './column-file.ts';
import { countryColumns, placesOfColumns, type CountrySource } from './country-columns.ts';
import { countryKey, gazetteerKey } from './gazetteer-key.ts';
import { openPlaces } from './open-places.ts';

const BOUNDARIES = fileURLToPath(new URL('../../public/geo', import.meta.url));

/** Beside the packages, which it is made of: what is installed anew is made anew. */
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/whereabouts/gazetteer', import.meta.url));

/**
 * Opens the gazetteer; nothing is read before a country is asked for. What was kept is used only if it was made of the
 * very same data by the very same code, and is whole; else the country is read again.
 * @param folder where countries are kept
 */
export function openGazetteer(folder = KEPT): Gazetteer {
  const sources = new Sources();
  let key: string | undefined;
  return gazetteerOf((alpha3) => {
    key ??= gazetteerKey(BOUNDARIES);
    const path = join(folder, `${alpha3}.columns`);
    const ownKey = countryKey(key, boundaryFile(BOUNDARIES, alpha3));
    const kept = readColumns(path, ownKey);
    if (kept !== undefined) return placesOfColumns(kept);
    const source = sources.country(alpha3);
    if (source === undefined) return undefined;
    const columns = countryColumns(source);
    keep(path, ownKey, columns);
    return placesOfColumns(columns);
  });
}

/** The same, every country read from the data: slower, for the tests to compare. */
export function openSources(): Gazetteer {
  const sources = new Sources();
  return gazetteerOf((alpha3) => {
    const source = sources.country(alpha3);
    return source && openPlaces({ ...source, areas: () => source.areas, cities: () => source.cities });
  });
}

/** Reads and keeps all countries, so that nobody waits for them later; takes away what of former versions is left. */
export function keepGazetteer(folder = KEPT): void {
  const gazetteer = openGazetteer(folder);
  for (const code of ALPHA2.keys()) gazetteer.country(code);
  for (const name of readdirSync(folder)) if (!ALPHA2.has(name.split('.')[0]!)) rmSync(join(folder, name));
}

function gazetteerOf(open: (alpha3: string) => CountryGazetteer | undefined): Gazetteer {
  const countries = new Map<string, CountryGazetteer | undefined>();
  return {
    country: (code) => {
      if (!countries.has(code)) countries.set(code, ALPHA2.has(code) ? open(code) : undefined);
      return countries.get(code);
    },
  };
}

/** A place that cannot be written to only costs time. */
function keep(path: string, key: string, columns: Columns): void {
  try {
    writeColumns(path, key, columns);
  } catch {
    // read again the next time
  }
}

const ALPHA2: ReadonlyMap<string, string> = new Map(
  codes.map(([alpha2 = '', alpha3 = '']) => [alpha2 === 'XK' ? 'XKX' : alpha3, alpha2]),
);

/** Countries as the data have them. */
class Sources {
  readonly #table = new CityTable();
  readonly #names = new AreaNames();
  #labels: ReadonlyMap<string, Point> | undefined;

  country(alpha3: string): (CountrySource & ReturnType<CityTable['read']>) | undefined {
    const alpha2 = ALPHA2.get(alpha3);
    if (alpha2 === undefined) return undefined;
    this.#labels ??= readCountryLabels(BOUNDARIES);
    const regions = readRegions(BOUNDARIES, alpha3);
    const cities = this.#table.read(alpha2);
    const areas = this.#names.read(alpha2, regions, cities.cities, (place) => regionAt(regions, place));
    return { point: this.#labels.get(alpha3), regions, areas, ...cities };
  }
}
