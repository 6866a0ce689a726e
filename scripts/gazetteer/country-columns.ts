/** The places of a country as typed columns, to be kept and used as they are. */
import { areaCodes, areaIndexes, areaKeysOf } from '../../src/ingest/places/area-keys.ts';
import type {
  AreaKeys,
  CitySums,
  CountryGazetteer,
  GazetteerArea,
  GazetteerCity,
  Point,
} from '../../src/ingest/places/gazetteer.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { PackedTexts } from '../../src/model/codec/packed-texts.ts';
import type { DrawnRegion } from './boundaries.ts';
import type { Columns } from './column-file.ts';
import { KeyTable, keyColumns, type KeyColumn } from './key-table.ts';
import { openPlaces } from './open-places.ts';

/** What of a country is read from its sources. */
export interface CountrySource {
  readonly point: Point | undefined;
  readonly regions: readonly DrawnRegion[];
  readonly areas: readonly GazetteerArea[];
  readonly cities: readonly GazetteerCity[];
  /** The keys of a city's names, by its index. */
  readonly keysOf: (city: number) => Iterable<string>;
}

type CityColumn = 'geonames' | 'key' | 'lon' | 'lat' | 'population' | 'kind' | 'admin1' | 'admin2';
type TextColumn = 'areas' | 'regions' | 'rest';
type Table = 'city' | 'exact' | 'bare';
type CountryColumn = CityColumn | TextColumn | 'areaStart' | 'ring' | 'ringStart' | `${Table}.${KeyColumn}`;

/** Region by region, without its rings, of which it has the next `ringCount`. */
type StoredRegion = Omit<DrawnRegion, 'rings' | 'box'> & {
  readonly ringCount: number;
  /** Without numbers where there are no rings. */
  readonly box: readonly (number | null)[];
};

/** What is small. */
interface Rest {
  readonly point: Point | null;
  readonly admin: readonly string[];
  /** Regions of {@link AreaKeys}, areas by index. */
  readonly regionNames: readonly (readonly [key: string, areas: readonly number[]])[];
  readonly codes: readonly (readonly [code: string, area: number])[];
  readonly regionByAdmin1: readonly (readonly [admin1: string, region: string])[];
}

const [IS_CAPITAL, IS_SECTION] = [1, 2];
const NO_KEY = 0xffffffff;

/** The columns of a country. */
export function countryColumns(source: CountrySource): Columns<CountryColumn> {
  const { cities, areas, regions } = source;
  const names = keyColumns(cityRows(source));
  const { exact, bare } = areaIndexes(areas);
  const indexOf = new Map(areas.map((area, i) => [area, i]));
  const rows = (found: Iterable<GazetteerArea>) => Array.from(found, (area) => indexOf.get(area)!);
  const named = (index: ReadonlyMap<string, Iterable<GazetteerArea>>) =>
    keyColumns(new Map([...index].map(([key, found]) => [key, rows(found)]))).columns;
  const admin = [...new Set(cities.flatMap(({ admin1, admin2 }) => [admin1, admin2]))];
  const adminOf = new Map(admin.map((code, i) => [code, i]));
  const { byCode, regionByAdmin1 } = areaCodes(areas);
  const rest: Rest = {
    point: source.point ?? null,
    admin,
    regionNames: [...areaKeysOf(areas).regions].map(([key, found]) => [key, rows(found)]),
    codes: [...byCode].map(([code, area]) => [code, indexOf.get(area)!]),
    regionByAdmin1: [...regionByAdmin1],
  };
  return {
    geonames: Uint32Array.from(cities, ({ geonames }) => geonames),
    key: Uint32Array.from(cities, ({ key }) => names.numberOf.get(key) ?? NO_KEY),
    lon: Float64Array.from(cities, ({ point }) => point[0]),
    lat: Float64Array.from(cities, ({ point }) => point[1]),
    population: Uint32Array.from(cities, ({ population }) => population),
    kind: Uint8Array.from(
      cities,
      (city) => (city.isCapital ? IS_CAPITAL : 0) | (city.isSection ? IS_SECTION : 0),
    ),
    admin1: Uint32Array.from(cities, ({ admin1 }) => adminOf.get(admin1)!),
    admin2: Uint32Array.from(cities, ({ admin2 }) => adminOf.get(admin2)!),
    ...areaColumns(areas),
    rest: textColumn(rest),
    ...ringColumns(regions),
    ...ofTable('city', names.columns),
    ...ofTable('exact', named(exact)),
    ...ofTable('bare', named(bare)),
  };
}

function cityRows({ cities, keysOf }: CountrySource): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let city = 0; city < cities.length; city++) {
    for (const key of new Set(keysOf(city))) {
      const others = rows.get(key);
      if (others === undefined) rows.set(key, [city]);
      else others.push(city);
    }
  }
  return rows;
}

/** Each area's JSON by itself: few of them are asked for. */
function areaColumns(areas: readonly GazetteerArea[]): Columns<'areas' | 'areaStart'> {
  const { bytes, start } = packTexts(areas.map((area) => JSON.stringify(area)));
  return { areas: bytes, areaStart: start };
}

function ringColumns(regions: readonly DrawnRegion[]): Columns<'regions' | 'ring' | 'ringStart'> {
  const rings = regions.flatMap((region) => region.rings);
  const ringStart = new Uint32Array(rings.length + 1);
  rings.forEach((ring, i) => (ringStart[i + 1] = ringStart[i]! + ring.length));
  const ring = new Float64Array(ringStart.at(-1)!);
  rings.forEach((each, i) => ring.set(each, ringStart[i]));
  const stored = regions.map((region): StoredRegion => {
    const { code, name, label, box } = region;
    return { code, name, label, box, ringCount: region.rings.length };
  });
  return { regions: textColumn(stored), ring, ringStart };
}

const textColumn = (value: unknown) => new Uint8Array(new TextEncoder().encode(JSON.stringify(value)));

function ofTable<T extends Table>(table: T, columns: Columns<KeyColumn>): Columns<`${T}.${KeyColumn}`> {
  const entries = Object.entries(columns).map(([name, column]) => [`${table}.${name}`, column] as const);
  return Object.fromEntries(entries) as Columns<`${T}.${KeyColumn}`>;
}

/** The places that columns of {@link countryColumns} stand for. */
export function placesOfColumns(stored: Columns): CountryGazetteer {
  const columns = stored as Columns<CountryColumn>;
  const rest = textOf(columns.rest) as Rest;
  const cities = new StoredCities(columns, rest.admin);
  const areaTexts = new PackedTexts({
    bytes: columns.areas as Uint8Array<ArrayBuffer>,
    start: columns.areaStart as Uint32Array<ArrayBuffer>,
  });
  const areas = areasOf(areaTexts);
  return openPlaces({
    point: rest.point ?? undefined,
    regions: regionsOf(columns),
    areas: () => Array.from({ length: areaTexts.length }, (_, row) => areas(row)),
    areaKeys: areaKeysOfColumns(columns, rest, areas),
    cities: () => cities.all(),
    citySums: cities,
    citiesNamed: (key) => cities.named(key),
  });
}

const textOf = ({ buffer, byteOffset, byteLength }: Columns[string]) =>
  JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString()) as unknown;

/** Gives the areas by their rows, each as one object. */
function areasOf(texts: PackedTexts): (row: number) => GazetteerArea {
  const made: (GazetteerArea | undefined)[] = new Array<undefined>(texts.length).fill(undefined);
  return (row) => (made[row] ??= JSON.parse(texts.at(row)) as GazetteerArea);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function regionsOf(columns: Columns<CountryColumn>): DrawnRegion[] {
  const ring = columns.ring as Float64Array;
  let next = 0;
  return (textOf(columns.regions) as readonly StoredRegion[]).map(({ ringCount, box, ...region }) => {
    const rings = Array.from({ length: ringCount }, () =>
      ring.subarray(columns.ringStart[next], columns.ringStart[++next]),
    );
    const [west, south, east, north] = box;
    return {
      ...region,
      rings,
      box: [west ?? Infinity, south ?? Infinity, east ?? -Infinity, north ?? -Infinity],
    };
  });
}

function areaKeysOfColumns(
  columns: Columns<CountryColumn>,
  { regionNames, codes, regionByAdmin1 }: Rest,
  areas: (row: number) => GazetteerArea,
): AreaKeys {
  const [exact, bare] = [new KeyTable(tableOf('exact', columns)), new KeyTable(tableOf('bare', columns))];
  const at = (rows: Iterable<number>) => Array.from(rows, areas);
  const rowOfCode = new Map(codes);
  const regions = once(() => new Map(regionNames.map(([key, rows]) => [key, at(rows)])));
  return {
    exact: (key) => at(exact.rowsOf(key)),
    bare: (key) => at(bare.rowsOf(key)),
    get regions() {
      return regions();
    },
    withCode: (code) => {
      const row = rowOfCode.get(code);
      return row === undefined ? undefined : areas(row);
    },
    regionByAdmin1: new Map(regionByAdmin1),
  };
}

function tableOf(table: Table, columns: Columns<CountryColumn>): Columns<KeyColumn> {
  const of = (name: KeyColumn) => columns[`${table}.${name}`];
  return {
    hash: of('hash'),
    start: of('start'),
    bytes: of('bytes'),
    rowStart: of('rowStart'),
    row: of('row'),
  };
}

/** Cities become objects when they are asked for, each once. */
class StoredCities implements CitySums {
  readonly #columns: Columns<CountryColumn>;
  readonly #admin: readonly string[];
  readonly #names: KeyTable;
  readonly #cities: (GazetteerCity | undefined)[];

  constructor(columns: Columns<CountryColumn>, admin: readonly string[]) {
    this.#columns = columns;
    this.#admin = admin;
    this.#names = new KeyTable(tableOf('city', columns));
    this.#cities = new Array<undefined>(columns.geonames.length).fill(undefined);
  }

  all(): readonly GazetteerCity[] {
    return Array.from(this.#cities, (_, row) => this.#city(row));
  }

  named(key: string): readonly GazetteerCity[] {
    return Array.from(this.#names.rowsOf(key), (row) => this.#city(row));
  }

  ofAtLeast(population: number): readonly GazetteerCity[] {
    const cities: GazetteerCity[] = [];
    const columns = this.#columns;
    for (let row = 0; row < this.#cities.length; row++) {
      if (columns.population[row]! >= population && !this.#isSection(row)) cities.push(this.#city(row));
    }
    return cities;
  }

  peopleIn(admin1: string): number {
    const wanted = this.#admin.indexOf(admin1);
    const columns = this.#columns;
    let people = 0;
    for (let row = 0; row < this.#cities.length; row++) {
      if (columns.admin1[row] === wanted && !this.#isSection(row)) people += columns.population[row]!;
    }
    return people;
  }

  #isSection(row: number): boolean {
    return (this.#columns.kind[row]! & IS_SECTION) !== 0;
  }

  #city(row: number): GazetteerCity {
    return (this.#cities[row] ??= this.#make(row));
  }

  #make(row: number): GazetteerCity {
    const { geonames, key, lon, lat, population, kind, admin1, admin2 } = this.#columns;
    return {
      geonames: geonames[row]!,
      key: key[row] === NO_KEY ? '' : this.#names.keyOf(key[row]!),
      point: [lon[row]!, lat[row]!],
      population: population[row]!,
      isCapital: (kind[row]! & IS_CAPITAL) !== 0,
      isSection: this.#isSection(row),
      admin1: this.#admin[admin1[row]!]!,
      admin2: this.#admin[admin2[row]!]!,
    };
  }
}
