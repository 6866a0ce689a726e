/**
 * How well places are resolved, measured on places that nobody looked at while the resolver was written: the cities of
 * the npm package city-timezones with more than 100,000 people, as paths "Continent > Country > Province > City". Its
 * provinces come from Natural Earth, as the boundary files do, which flatters the regions.
 *
 *     npm run measure:resolver [-- --misses]
 *
 * Exits with 1 where fewer than 99 % of the countries or 96 % of the cities (within 50 km) are found.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { kmBetween } from '../src/ingest/places/choose-city.ts';
import type { Point } from '../src/ingest/places/gazetteer.ts';
import { pathKey, type TaggedPath } from '../src/ingest/parsed-record.ts';
import { parsePlaceOverrides } from '../src/ingest/places/place-overrides.ts';
import { resolveAllPlaces, type ResolvedConcept } from '../src/ingest/places/resolve-all-places.ts';
import { readOverrides } from './dataset/read-overrides.ts';
import { openGazetteer } from './gazetteer/gazetteer.ts';

const LEAST_POPULATION = 100_000;
const NEAR_KM = 50;
const GOALS = { country: 0.99, city: 0.96 };
const SHOWN_MISSES = 40;

interface CityRow {
  readonly city: string;
  readonly lat: number;
  readonly lng: number;
  readonly pop: number;
  readonly country: string;
  readonly iso3: string;
  readonly province: string | null;
  readonly timezone: string | null;
}

interface Measured {
  readonly path: readonly string[];
  readonly row: CityRow;
  readonly countryCode: string;
  readonly place: ResolvedConcept | undefined;
  /** From the city's own point; Infinity without one. */
  readonly km: number;
  /** The region of the boundary files at the city's own point, "" where there is none. */
  readonly ownRegion: string;
}

/** The continent as a source might write it: the first part of the time zone. No one may trust it. */
function continentOf({ timezone }: CityRow): string {
  const zone = timezone?.split('/')[0] ?? '';
  const names: Partial<Record<string, string>> = {
    America: 'North America',
    Australia: 'Oceania',
    Pacific: 'Oceania',
  };
  return names[zone] ?? (['Africa', 'Asia', 'Europe'].includes(zone) ? zone : 'Asia');
}

function pathOf(row: CityRow): string[] {
  return [continentOf(row), row.country, row.province ?? '', row.city].filter((level) => level.trim() !== '');
}

function readRows(): CityRow[] {
  const path = createRequire(import.meta.url).resolve('city-timezones/data/cityMap.json');
  const rows = JSON.parse(readFileSync(path, 'utf8')) as CityRow[];
  const byPath = new Map<string, CityRow>();
  for (const row of rows) {
    if (row.pop > LEAST_POPULATION && row.city !== '') byPath.set(pathKey(pathOf(row)), row);
  }
  return [...byPath.values()];
}

function measure(rows: readonly CityRow[]): Measured[] {
  const file = readOverrides();
  const { overrides } = parsePlaceOverrides(file?.name ?? '', file?.text ?? '');
  const tagged = rows.map((row, line): TaggedPath => ({ path: pathOf(row), file: 0, line }));
  const gazetteer = openGazetteer();
  const { placeByPath } = resolveAllPlaces(tagged, { gazetteer, overrides });
  return rows.map((row) => {
    const path = pathOf(row);
    const place = placeByPath.get(pathKey(path));
    const country = path.map((_, i) => placeByPath.get(pathKey(path.slice(0, i + 1))));
    const own: Point = [row.lng, row.lat];
    return {
      path,
      row,
      countryCode: country.find((each) => each?.level === 'country')?.code ?? '',
      place,
      km: place?.point === undefined ? Infinity : kmBetween(own, place.point),
      ownRegion: gazetteer.country(row.iso3)?.regionAt(own) ?? '',
    };
  });
}

/** Kosovo's user-assigned code has two spellings. */
const sameCountry = (a: string, b: string) => a === b || (a === 'XKX' && (b === 'XKS' || b === 'KOS'));

function report(
  label: string,
  all: readonly Measured[],
  isHit: (each: Measured) => boolean,
  list: boolean,
): number {
  const misses = all.filter((each) => !isHit(each));
  const rate = 1 - misses.length / all.length;
  console.log(
    `${label.padEnd(22)} ${all.length - misses.length} of ${all.length}  ${(100 * rate).toFixed(2)} %`,
  );
  const shown = list ? misses : misses.slice(0, SHOWN_MISSES);
  for (const { path, place, km } of shown) {
    const where = Number.isFinite(km) ? `${Math.round(km)} km off` : 'no point';
    console.log(`    ${path.join(' > ')}: ${place?.code || place?.region || '-'}, ${where}`);
  }
  if (misses.length > shown.length) console.log(`    and ${misses.length - shown.length} more: --misses`);
  return rate;
}

const list = process.argv.includes('--misses');
const start = performance.now();
const all = measure(readRows());
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const inCountry = (each: Measured) => sameCountry(each.countryCode, each.row.iso3);
const inDivided = all.filter((each) => each.ownRegion !== '');
console.log(`${all.length} places of more than ${LEAST_POPULATION} people, resolved in ${seconds} s`);
const country = report('Country', all, inCountry, list);
report('Region known', inDivided, ({ place }) => (place?.region ?? '') !== '', list);
report('Region at its point', inDivided, ({ place, ownRegion }) => place?.region === ownRegion, list);
const city = report(`City within ${NEAR_KM} km`, all, ({ km }) => km <= NEAR_KM, list);
if (country < GOALS.country || city < GOALS.city) process.exitCode = 1;
