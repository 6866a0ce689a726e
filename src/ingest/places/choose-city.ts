/** Which of the cities of one name is meant. */
import type { CountryIndex } from './country-index.ts';
import type { GazetteerCity, Point } from './gazetteer.ts';
import { editDistance, editLimit, leastDistance, letterKinds } from './edit-distance.ts';

/** What the levels above a name say about where to look. */
export interface PlaceContext {
  /** Where to look, the country of the path first. */
  readonly countries: readonly CountryIndex[];
  /** First-level region that the path names, or "". */
  readonly region: string;
  /** GeoNames' codes of the areas that the path names. */
  readonly admin1: ReadonlySet<string>;
  readonly admin2: ReadonlySet<string>;
  /** A city that the path names above, and whether what stands below must lie near it. */
  readonly near: { readonly point: Point; readonly isBinding: boolean } | undefined;
}

interface Candidate {
  readonly city: GazetteerCity;
  readonly country: CountryIndex;
  readonly isMainName: boolean;
}

/** A city this far outside of the region that the path names still counts as being in it: borders are simplified. */
const NEAR_REGION_KM = 40;
/** A city may lie outside of the named region where it is large: the region is an old one, or a neighbour. */
const LARGE_POPULATION = 50_000;
const ASTRAY_KM = 300;
const NEAR_CITY_KM = 60;

/** The city that a name means in this context, or undefined; `keys` are those of what may be meant by it, see placeKey. */
export function chooseCity(keys: readonly string[], context: PlaceContext): GazetteerCity | undefined {
  for (const key of keys) {
    for (const written of spellings(key)) {
      const chosen = bestOf(candidates(written, context), context);
      if (chosen !== undefined) return chosen;
    }
  }
  if (context.region === '' && context.admin1.size === 0) return undefined;
  for (const key of keys) {
    const chosen = bestOf(similarNames(key, context), context);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

function candidates(key: string, { countries }: PlaceContext): Candidate[] {
  if (key === '') return [];
  return countries.flatMap((country) =>
    country.places.citiesNamed(key).map((city) => ({ city, country, isMainName: city.key === key })),
  );
}

/** "New York City" is also looked up as "New York", "City of London" as "London". */
function* spellings(key: string): Generator<string> {
  yield key;
  const bare = key
    .replace(/^(?:city|town|municipality|greater|metropolitan)(?: of)? /, '')
    .replace(/(?: metropolitan| metro)?(?: city| town| municipality| area| district| dc)$/, '');
  const others = new Set([bare, `${key} city`, key.replace(/^saint /, 'st '), key.replaceAll(' ', '')]);
  others.delete(key);
  yield* others;
}

function bestOf(all: readonly Candidate[], context: PlaceContext): GazetteerCity | undefined {
  const inside = all.filter((candidate) => isInside(candidate, context) && isNear(candidate, context));
  const usable = inside.length > 0 ? inside : all.filter((candidate) => mayBeOutside(candidate, context));
  if (usable.length < 2) return usable[0]?.city;
  let best: Candidate | undefined;
  let bestScore = -Infinity;
  for (const candidate of usable) {
    const score = scoreOf(candidate, context);
    const isFirst = score === bestScore && candidate.city.geonames < best!.city.geonames;
    if (score > bestScore || isFirst) {
      best = candidate;
      bestScore = score;
    }
  }
  return best?.city;
}

function isInside({ city, country }: Candidate, { region, admin1 }: PlaceContext): boolean {
  if (region === '') return true;
  if (admin1.has(city.admin1)) return true;
  return country.places.kmToRegion(region, city.point, NEAR_REGION_KM) <= NEAR_REGION_KM;
}

function isNear({ city }: Candidate, { near }: PlaceContext): boolean {
  return !near?.isBinding || kmBetween(near.point, city.point) <= NEAR_CITY_KM;
}

function mayBeOutside(candidate: Candidate, context: PlaceContext): boolean {
  const { city, country, isMainName } = candidate;
  const { region } = context;
  if (region === '' || !isNear(candidate, context)) return false;
  if (city.population < LARGE_POPULATION || !isMainName) return false;
  return country.places.kmToRegion(region, city.point, ASTRAY_KM) <= ASTRAY_KM;
}

/** Tenfold people, one point; a name of its own, one and a half; what the path says, more than both. */
function scoreOf({ city, country, isMainName }: Candidate, context: PlaceContext): number {
  let score = Math.log10(city.population + 1);
  if (isMainName) score += 1.5;
  if (city.isCapital) score += 1;
  if (city.isSection) score -= 1;
  if (context.admin1.has(city.admin1)) score += 3;
  if (context.admin2.has(city.admin2)) score += 4;
  if (context.region !== '' && country.places.kmToRegion(context.region, city.point, 0) === 0) score += 3;
  if (context.near && kmBetween(context.near.point, city.point) <= NEAR_CITY_KM) score += 4;
  return score;
}

/** Other transliterations: in a named region only, and the less so the shorter the name. */
function similarNames(key: string, context: PlaceContext): Candidate[] {
  const name = key.replaceAll(' ', '');
  const limit = editLimit(name);
  if (limit === 0) return [];
  let nearest = limit;
  let found: Candidate[] = [];
  const kinds = letterKinds(name);
  for (const country of context.countries) {
    for (const { letters, kinds: others, city } of country.mainCities) {
      if (leastDistance(kinds, others) > nearest) continue;
      const distance = editDistance(name, letters, nearest);
      if (distance > nearest) continue;
      const candidate = { city, country, isMainName: true };
      if (!isInside(candidate, context)) continue;
      if (distance < nearest) found = [];
      nearest = distance;
      found.push(candidate);
    }
  }
  return found;
}

const RADIANS = Math.PI / 180;
const EARTH_RADIUS_KM = 6371;

/** Great-circle distance. */
export function kmBetween([lon0, lat0]: Point, [lon1, lat1]: Point): number {
  const half = (angle: number) => Math.sin((angle * RADIANS) / 2) ** 2;
  const chord = half(lat1 - lat0) + Math.cos(lat0 * RADIANS) * Math.cos(lat1 * RADIANS) * half(lon1 - lon0);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
