/** Resolves all geographic paths of the input and their ancestors, once each, and lists what stays open. */
import type { PlaceLevel } from '../../model/dataset.ts';
import { countryByCode, type Country } from './country-names.ts';
import { CountryIndex } from './country-index.ts';
import type { Gazetteer, GazetteerArea, Point } from './gazetteer.ts';
import { keyAbove, lastOfKey, pathKey, type TaggedPath } from '../parsed-record.ts';
import { overrideKey, type PlaceOverride, type PlaceOverrides } from './place-overrides.ts';
import {
  isInTerritory,
  resolveLevel,
  startBelow,
  type BelowState,
  type PlaceBelow,
} from './resolve-below-country.ts';
import { placeKey } from './place-key.ts';
import { resolvePlace } from './resolve-places.ts';
import { byCodeUnits } from '../columns/text-keys.ts';

/** What a path stands for: the columns of its concept. */
export interface ResolvedConcept {
  readonly level: PlaceLevel;
  readonly code: string;
  readonly numeric: string;
  readonly region: string;
  readonly point: Point | undefined;
  readonly geonames: number;
}

/** What the places of the input came to. All lists are in reading order, each path where it stands first. */
export interface ResolvedPlaces {
  /** By path key, for the tagged paths and their ancestors; what says nothing is left out. */
  readonly placeByPath: ReadonlyMap<string, ResolvedConcept>;
  /** Names of the first-level regions, by ISO 3166-2, that places lie in and that no path stands for. */
  readonly regionNames: ReadonlyMap<string, string>;
  /** Distinct tagged paths in which a country was found. */
  readonly resolved: number;
  /** Distinct tagged paths without one that are no continent or ocean. */
  readonly unresolved: readonly TaggedPath[];
  /** Distinct tagged paths below a country whose first-level region is known. */
  readonly regionsResolved: number;
  /** Those whose region is not, in a country that is drawn with regions; informal areas are not among them. */
  readonly regionsUnresolved: readonly TaggedPath[];
  /** Distinct tagged paths that are cities. */
  readonly citiesResolved: number;
  /** Distinct tagged paths below a country whose last name is neither a city nor an area that is known. */
  readonly citiesUnresolved: readonly TaggedPath[];
}

/** What the caller knows of places. */
export interface PlaceKnowledge {
  readonly gazetteer?: Gazetteer | undefined;
  readonly overrides?: PlaceOverrides | undefined;
}

/**
 * Resolves each distinct path; `paths` come in reading order.
 * @param anew whether the second round takes nothing from the first: slower, the same, for the tests to compare
 */
export function resolveAllPlaces(
  paths: Iterable<TaggedPath>,
  knowledge: PlaceKnowledge = {},
  anew = false,
): ResolvedPlaces {
  return new PlaceFinder(knowledge, anew).resolve(paths);
}

/** Resolves paths of which some may be known before the others. */
export class PlaceFinder {
  readonly #knowledge: PlaceKnowledge;
  readonly #anew: boolean;
  readonly #draft: PathResolver;

  /** As {@link resolveAllPlaces}. */
  constructor(knowledge: PlaceKnowledge, anew = false) {
    this.#knowledge = knowledge;
    this.#anew = anew;
    this.#draft = new PathResolver(knowledge, new Set());
  }

  /** Looks some of the paths up that will be resolved, in any order. */
  prepare(paths: Iterable<TaggedPath>): void {
    for (const { path } of paths) this.#draft.resolve(path);
  }

  /** Once, all paths in reading order. */
  resolve(paths: Iterable<TaggedPath>): ResolvedPlaces {
    const first = new Map<string, TaggedPath>();
    for (const tagged of paths) {
      const key = pathKey(tagged.path);
      if (!first.has(key)) first.set(key, tagged);
    }
    const tagged = [...first.values()];
    this.prepare(tagged);
    const resolver = this.#resolver();
    return outcomeOf(
      resolver.placeByPath,
      tagged.map((each) => ({ tagged: each, outcome: resolver.resolve(each.path) })),
    );
  }

  /** The first round, or where areas came out as their own city, a second one. */
  #resolver(): PathResolver {
    const areas = this.#draft.areasOfTheirOwnCity();
    if (areas.size === 0) return this.#draft;
    return new PathResolver(this.#knowledge, areas, this.#anew ? undefined : this.#draft);
  }
}

function outcomeOf(
  placeByPath: ReadonlyMap<string, ResolvedConcept>,
  outcomes: readonly { readonly tagged: TaggedPath; readonly outcome: Outcome }[],
): ResolvedPlaces {
  const where = (test: (outcome: Outcome) => boolean) =>
    outcomes.flatMap((each) => (test(each.outcome) ? [each.tagged] : []));
  return {
    placeByPath,
    regionNames: regionNames(
      placeByPath,
      outcomes.map((each) => each.outcome),
    ),
    resolved: where((outcome) => outcome.country !== undefined).length,
    unresolved: where((outcome) => outcome.country === undefined && !outcome.isLarger),
    regionsResolved: where(({ below }) => below !== undefined && below.region !== '').length,
    regionsUnresolved: where(
      ({ below, hasRegions }) =>
        below?.region === '' && hasRegions && below.kind !== 'informal' && below.kind !== 'territory',
    ),
    citiesResolved: where(({ below }) => below?.kind === 'city').length,
    citiesUnresolved: where(({ below }) => below?.kind === 'unknown'),
  };
}

function regionNames(
  placeByPath: ReadonlyMap<string, ResolvedConcept>,
  outcomes: readonly Outcome[],
): Map<string, string> {
  const places = [...placeByPath.values()];
  const own = new Set(places.filter(({ level }) => level === 'region').map(({ code }) => code));
  const names = new Map<string, string>();
  for (const { below, state } of outcomes) {
    if (below === undefined || below.region === '' || own.has(below.region)) continue;
    const area = state?.home.areas.withCode(below.region);
    if (area?.names[0] !== undefined) names.set(below.region, area.names[0]);
  }
  return new Map([...names].sort(([a], [b]) => byCodeUnits(a, b)));
}

/** How one path came out. */
interface Outcome {
  /** The country in the path, or undefined. */
  readonly country: Country | undefined;
  /** A continent, an ocean, a sea. */
  readonly isLarger: boolean;
  /** Undefined for the country itself, and where the country has no gazetteer. */
  readonly below: PlaceBelow | undefined;
  readonly hasRegions: boolean;
  /** For the levels below. */
  readonly state: BelowState | undefined;
}

/** "Antarctica > Bouvet Island", "Antarctica > Ross Sea": of the continent, and not in the country of its name. */
function isOnContinent(path: readonly string[], above: Country): boolean {
  if (above.code !== 'ATA') return false;
  const place = resolvePlace(path);
  return place.kind === 'larger' || (place.kind === 'country' && place.level === path.length - 1);
}

class PathResolver {
  readonly placeByPath = new Map<string, ResolvedConcept>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #indexes: Map<string, CountryIndex | undefined>;
  readonly #gazetteer: Gazetteer | undefined;
  readonly #overrides: PlaceOverrides;
  /** The keys of the names that overridden paths end in. */
  readonly #overriddenNames: ReadonlySet<string>;
  /** Keys of paths that are areas, because the city of their name stands below them. */
  readonly #areas: ReadonlySet<string>;

  /** @param draft has resolved paths with the same knowledge, without areas; all but these and what is below is as there */
  constructor(
    { gazetteer, overrides = new Map() }: PlaceKnowledge,
    areas: ReadonlySet<string>,
    draft?: PathResolver,
  ) {
    this.#gazetteer = gazetteer;
    this.#overrides = overrides;
    this.#overriddenNames = new Set(Array.from(overrides.keys(), lastOfKey));
    this.#areas = areas;
    this.#indexes = draft === undefined ? new Map<string, CountryIndex | undefined>() : draft.#indexes;
    if (draft !== undefined) this.#takeFrom(draft);
  }

  /** Ancestors come first there. */
  #takeFrom(draft: PathResolver): void {
    const others = new Set<string>();
    for (const [key, outcome] of draft.#outcomes) {
      if (this.#areas.has(key) || others.has(keyAbove(key))) {
        others.add(key);
        continue;
      }
      this.#outcomes.set(key, outcome);
      const place = draft.placeByPath.get(key);
      if (place !== undefined) this.placeByPath.set(key, place);
    }
  }

  /** Resolves a path, its ancestors first. */
  resolve(path: readonly string[]): Outcome {
    const key = pathKey(path);
    const known = this.#outcomes.get(key);
    if (known !== undefined) return known;
    const above = path.length > 1 ? this.resolve(path.slice(0, -1)) : undefined;
    const outcome = this.#step(path, key, above);
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  /** "Barcelona > Barcelona": the keys of paths that came out as the very city that stands below them. */
  areasOfTheirOwnCity(): Set<string> {
    const keys = new Set<string>();
    for (const [key, { geonames }] of this.placeByPath) {
      if (geonames === 0) continue;
      const above = keyAbove(key);
      if (this.placeByPath.get(above)?.geonames === geonames) keys.add(above);
    }
    return keys;
  }

  #step(path: readonly string[], key: string, above: Outcome | undefined): Outcome {
    const override = this.#overrideOf(path);
    const named = override === undefined ? undefined : countryByCode(override.code);
    if (named !== undefined) return this.#country(key, named, override?.point);
    if (above?.country !== undefined && !isOnContinent(path, above.country)) {
      return this.#below(path.at(-1)!, key, above, override);
    }
    const place = resolvePlace(path);
    if (place.kind === 'country') return this.#country(key, place.country, undefined);
    return NO_COUNTRY[place.kind];
  }

  #overrideOf(path: readonly string[]): PlaceOverride | undefined {
    if (this.#overrides.size === 0) return undefined;
    return this.#overriddenNames.has(placeKey(path.at(-1)!))
      ? this.#overrides.get(overrideKey(path))
      : undefined;
  }

  #country(key: string, country: Country, point: Point | undefined): Outcome {
    const index = this.#index(country.code);
    this.placeByPath.set(key, {
      level: 'country',
      ...country,
      region: '',
      point: point ?? index?.places.point,
      geonames: 0,
    });
    return {
      country,
      isLarger: false,
      below: undefined,
      hasRegions: index?.places.hasRegions ?? false,
      state: index === undefined ? undefined : startBelow(country.code, index),
    };
  }

  #below(name: string, key: string, above: Outcome, override: PlaceOverride | undefined): Outcome {
    const found = this.#resolveLevel(name, key, above.state);
    const resolved = override === undefined ? found : overridden(found, override, above.state);
    if (resolved === undefined) return { ...above, below: undefined };
    const { place, state } = resolved;
    const level = place.kind === 'region' || place.kind === 'city' ? place.kind : '';
    const { code, region, point, geonames } = place;
    this.placeByPath.set(key, { level, code, numeric: '', region, point, geonames });
    const isDivided = above.hasRegions && (state === undefined || !isInTerritory(state));
    return { ...above, below: place, state, hasRegions: isDivided };
  }

  #resolveLevel(name: string, key: string, state: BelowState | undefined): LevelResult | undefined {
    if (state === undefined) return undefined;
    const indexes = (code: string) => this.#index(code);
    const asArea = this.#areas.has(key) ? resolveLevel(state, name, indexes, true) : undefined;
    if (asArea !== undefined && asArea.place.kind !== 'unknown') return asArea;
    return resolveLevel(state, name, indexes);
  }

  #index(code: string): CountryIndex | undefined {
    if (!this.#indexes.has(code)) {
      const places = code === '' ? undefined : this.#gazetteer?.country(code);
      this.#indexes.set(code, places === undefined ? undefined : new CountryIndex(places));
    }
    return this.#indexes.get(code);
  }
}

interface LevelResult {
  readonly place: PlaceBelow;
  readonly state: BelowState | undefined;
}

const nowhere = { country: undefined, below: undefined, hasRegions: false, state: undefined };
const NO_COUNTRY = {
  larger: { ...nowhere, isLarger: true },
  unresolved: { ...nowhere, isLarger: false },
} as const;

/** The place that an override says, in the region that it lies in. */
function overridden(
  found: LevelResult | undefined,
  { code, point }: PlaceOverride,
  above: BelowState | undefined,
): LevelResult {
  const area = code === '' ? undefined : above?.home.areas.withCode(code);
  const region = regionOf(code, area, point, above);
  const isRegion = code !== '' && (area === undefined || area.region === code || area.region === '');
  const place: PlaceBelow = {
    kind: isRegion ? 'region' : code === '' ? 'city' : 'area',
    code,
    region,
    point: point ?? area?.point,
    geonames: 0,
  };
  const base = above ?? found?.state;
  if (base === undefined) return { place, state: undefined };
  const admin1 = area === undefined || area.admin1 === '' ? base.admin1 : new Set([area.admin1]);
  return {
    place,
    state: { ...base, region, admin1, near: point === undefined ? base.near : { point, isBinding: false } },
  };
}

function regionOf(
  code: string,
  area: GazetteerArea | undefined,
  point: Point | undefined,
  above: BelowState | undefined,
): string {
  if (code !== '') return area === undefined || area.region === '' ? code : area.region;
  if (above === undefined || point === undefined || above.region !== '') return above?.region ?? '';
  return above.home.places.regionAt(point);
}
