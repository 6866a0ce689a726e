/** Finds regions and cities below a country, one level after the other. */
import { chooseCity, type PlaceContext } from './choose-city.ts';
import type { AreaMatch, CountryIndex } from './country-index.ts';
import { countryNamed } from './country-names.ts';
import type { GazetteerArea, GazetteerCity, Point } from './gazetteer.ts';
import { isInformalArea } from './informal-areas.ts';
import { bareKey, namesWithin, placeKey } from './place-key.ts';

/** What a level below a country came to. */
export interface PlaceBelow {
  /** `area`: a subdivision below the first level · `informal`: an area that no standard names · `unknown`: not found */
  readonly kind: 'region' | 'area' | 'city' | 'informal' | 'territory' | 'unknown';
  /** ISO 3166-2, or "". */
  readonly code: string;
  readonly region: string;
  readonly point: Point | undefined;
  /** GeoNames id of the city that it is, 0 for none. */
  readonly geonames: number;
}

/** Where a path has come to, for the levels below. */
export interface BelowState extends PlaceContext {
  /** ISO 3166-1 alpha-3 of the country in the path. */
  readonly country: string;
  readonly home: CountryIndex;
  /** The region of the city that the path has named: what nobody knows below it still lies there. */
  readonly cityRegion: string;
  /** Areas that the path has named: "Bangkok > Bangkok" is the region, then the city. */
  readonly areas: readonly GazetteerArea[];
}

/** How a country's gazetteer is found, by ISO 3166-1 alpha-3. */
export type CountryIndexes = (code: string) => CountryIndex | undefined;

/** Below a country, before any level. */
export function startBelow(country: string, index: CountryIndex): BelowState {
  const none: ReadonlySet<string> = new Set();
  return {
    country,
    home: index,
    cityRegion: '',
    countries: [index],
    region: '',
    admin1: none,
    admin2: none,
    near: undefined,
    areas: [],
  };
}

/** A city of that many people is meant by its name rather than the area around it. */
const CITY_OVER_AREA = 15_000;

/** What stands below a city of that many people lies in it, or near it. */
const BINDING_CITY = 100_000;

/**
 * Resolves the next level of a path.
 * @param asArea whether the name is known to be that of an area, because a city of the same name stands below it
 */
export function resolveLevel(
  state: BelowState,
  name: string,
  indexes: CountryIndexes,
  asArea = false,
): { readonly place: PlaceBelow; readonly state: BelowState } {
  const keys = namesWithin(name).map(placeKey);
  const informal = isInformalArea(state.country, name);
  const matches = areaMatches(state, keys);
  const isNamedRegion = matches.some(({ area, isExact }) => isExact && isFirstLevel(area));
  if (informal === 'listed' && !isNamedRegion) return { place: passedOver('informal', state), state };
  const city = asArea ? undefined : chooseCity(keys, state);
  // "Diourbel > Diourbel": after the region comes its city
  const isRepeated = city !== undefined && isNamed(city, state.areas);
  const match = isRepeated ? undefined : chooseArea(matches, city, keys[0] ?? '');
  if (match !== undefined) return areaResult(state, match.area, matches, indexes, asArea);
  if (city !== undefined) return cityResult(state, city, matches);
  const territory = informal === undefined ? indexes(countryNamed(name)?.code ?? '') : undefined;
  if (territory !== undefined && territory !== state.home) {
    const point = territory.places.point;
    return {
      place: { kind: 'territory', code: '', region: state.region, point, geonames: 0 },
      state: { ...state, countries: [territory] },
    };
  }
  return { place: passedOver(informal === undefined ? 'unknown' : 'informal', state), state };
}

function passedOver(kind: 'informal' | 'unknown', { region, cityRegion }: BelowState): PlaceBelow {
  return { kind, code: '', region: region || cityRegion, point: undefined, geonames: 0 };
}

/** Whether the path has come into a part of the country that has a country code of its own: Puerto Rico. */
export function isInTerritory({ countries, home }: BelowState): boolean {
  return countries[0] !== home;
}

/** The areas that fit what the path has said, those of the first reading of the name that has any. */
function areaMatches(state: BelowState, keys: readonly string[]): readonly AreaMatch[] {
  for (const key of keys) {
    const matches = state.countries[0]!.areasNamed(key)
      .filter(({ area }) => !state.areas.includes(area))
      .filter(({ area }) => state.region === '' || area.region === '' || area.region === state.region);
    if (matches.length > 0) return matches;
  }
  return [];
}

/** Whether one of the areas is called as the city is. */
function isNamed({ key }: GazetteerCity, areas: readonly GazetteerArea[]): boolean {
  if (areas.length === 0) return false;
  const bare = bareKey(key);
  return areas.some(({ names }) => names.some((name) => bareKey(placeKey(name)) === bare));
}

const isFirstLevel = (area: GazetteerArea) => area.region !== '' && area.code === area.region;

/** The area that is meant, or undefined where the city is, or nothing. */
function chooseArea(
  matches: readonly AreaMatch[],
  city: GazetteerCity | undefined,
  key: string,
): AreaMatch | undefined {
  if (matches.length === 0) return undefined;
  const saysArea = bareKey(key) !== key && !/^city of | (?:city|town|dc|fd)$/.test(key);
  // "Sofia City Province" is the city, "Sofia Province" the land around it
  const preferLarge = saysArea && !/\b(?:city|capital|metropolis|metropolitan)\b/.test(key);
  const rank = ({ area, isExact }: AreaMatch) =>
    (isExact ? 4 : 0) + (isFirstLevel(area) ? 2 : 0) + (area.code !== '' ? 1 : 0);
  const [first] = [...matches].sort(
    (a, b) => rank(b) - rank(a) || (preferLarge ? b.area.size - a.area.size : a.area.size - b.area.size),
  );
  if (first === undefined || city === undefined) return first;
  if (isFirstLevel(first.area) && (first.isExact || saysArea)) return first;
  if (saysArea && city.key !== key) return first;
  return city.population < CITY_OVER_AREA && first.isExact ? first : undefined;
}

function areaResult(
  state: BelowState,
  area: GazetteerArea,
  matches: readonly AreaMatch[],
  indexes: CountryIndexes,
  asArea: boolean,
) {
  const isRegion = isFirstLevel(area);
  const city = isRegion && !asArea ? state.countries[0]!.cityOfRegion(area) : undefined;
  const region = area.region === '' ? state.region : area.region;
  // "Puerto Rico" below the United States has its places under a country code of its own
  const territories = area.names.flatMap((name) => indexes(countryNamed(name)?.code ?? '') ?? []);
  const territory = isRegion ? undefined : territories.find((index) => index !== state.home);
  const place: PlaceBelow = {
    kind: isRegion || (area.code !== '' && region === '') ? 'region' : 'area',
    code: area.code,
    region,
    point: city?.point ?? area.point ?? territory?.places.point,
    geonames: city?.geonames ?? 0,
  };
  const countries = territory === undefined ? state.countries : [territory, ...state.countries];
  return { place, state: { ...below(state, [area, ...sameName(area, matches)]), region, countries } };
}

/** Areas of the same name inside of the chosen one narrow the search too: a county in the state of its name. */
function sameName(chosen: GazetteerArea, matches: readonly AreaMatch[]): GazetteerArea[] {
  return matches
    .map((match) => match.area)
    .filter((area) => area !== chosen && area.region === chosen.region);
}

function cityResult(state: BelowState, city: GazetteerCity, matches: readonly AreaMatch[]) {
  const region = state.region === '' && !isInTerritory(state) ? state.home.regionOf(city) : state.region;
  const place: PlaceBelow = {
    kind: 'city',
    code: '',
    region,
    point: city.point,
    geonames: city.geonames,
  };
  const around = matches.flatMap(({ area }) => (area.region === region ? [area] : []));
  const near = { point: city.point, isBinding: city.population >= BINDING_CITY };
  // a small place may be mistaken for an old region of its name: it doesn't say where the next level is
  return { place, state: { ...below(state, around), cityRegion: region, near } };
}

function below(state: BelowState, areas: readonly GazetteerArea[]): BelowState {
  const [area] = areas;
  if (area === undefined) return state;
  const codes = (of: (area: GazetteerArea) => string) => areas.map(of).filter((code) => code !== '');
  return {
    ...state,
    admin1: new Set([...state.admin1, ...codes(({ admin1 }) => admin1)]),
    admin2: new Set([...state.admin2, ...codes(({ admin2 }) => admin2)]),
    areas: [...state.areas, area],
  };
}
