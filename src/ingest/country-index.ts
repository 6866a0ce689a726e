/** One country's areas by name, and the questions that the resolver asks of its cities. */
import type { CountryGazetteer, GazetteerArea, GazetteerCity } from './gazetteer.ts';
import { editDistance, editLimit, letterKinds } from './edit-distance.ts';
import { bareKey, placeKey } from './place-key.ts';

/** An area that a name may mean. */
export interface AreaMatch {
  readonly area: GazetteerArea;
  /** The whole name agrees, not only what is left without words like "Province". */
  readonly isExact: boolean;
}

/** The city with the largest part of its region's people is the region: Vienna, Bangkok, Berlin. */
const CITY_REGION_SHARE = 0.5;

/** Drawn borders are at most so far off. */
const BORDER_KM = 10;

/** A city that may be meant by nearly the same name. */
interface MainCity {
  /** Its key without blanks, and what {@link letterKinds} says of it. */
  readonly letters: string;
  readonly kinds: number;
  readonly city: GazetteerCity;
}

export class CountryIndex {
  readonly places: CountryGazetteer;
  readonly #exact = new Map<string, Set<GazetteerArea>>();
  readonly #bare = new Map<string, Set<GazetteerArea>>();
  readonly #regionByAdmin1 = new Map<string, string>();
  readonly #matches = new Map<string, readonly AreaMatch[]>();
  /** First-level regions by what is left of their names. */
  #regions: ReadonlyMap<string, readonly GazetteerArea[]> | undefined;
  #mainCities: readonly MainCity[] | undefined;
  readonly #cityOfRegion = new Map<GazetteerArea, GazetteerCity | undefined>();

  constructor(places: CountryGazetteer) {
    this.places = places;
    for (const area of places.areas) {
      if (area.admin1 !== '' && area.admin2 === '') this.#regionByAdmin1.set(area.admin1, area.region);
      for (const name of area.names) {
        const key = placeKey(name);
        if (key === '') continue;
        addTo(this.#exact, key, area);
        addTo(this.#bare, bareKey(key), area);
      }
    }
  }

  /** The areas that a key may mean, exact matches first, without regard to where they lie. */
  areasNamed(key: string): readonly AreaMatch[] {
    let matches = this.#matches.get(key);
    if (matches === undefined) this.#matches.set(key, (matches = this.#findAreas(key)));
    return matches;
  }

  #findAreas(key: string): AreaMatch[] {
    const bare = bareKey(key);
    const exact = [...(this.#exact.get(key) ?? [])];
    const others = new Set([...(this.#bare.get(bare) ?? []), ...(this.#exact.get(bare) ?? [])]);
    const inexact = [...others].filter((area) => !exact.includes(area));
    if (exact.length + inexact.length === 0 && bare !== key) inexact.push(...this.#byBeginning(bare));
    if (exact.length + inexact.length === 0) inexact.push(...this.#regionsLike(bare));
    return [
      ...exact.map((area) => ({ area, isExact: true })),
      ...inexact.map((area) => ({ area, isExact: false })),
    ];
  }

  /** "guangxi zhuang" begins with "guangxi": the longest such area, if a name is left over. */
  #byBeginning(key: string): GazetteerArea[] {
    const words = key.split(' ');
    for (let end = words.length - 1; end > 0; end--) {
      const found = this.#exact.get(words.slice(0, end).join(' '));
      if (found) return [...found];
    }
    return [];
  }

  /** The first-level region of a city; near a border, which is drawn simplified, GeoNames knows better. */
  regionOf(city: GazetteerCity): string {
    const told = this.#regionByAdmin1.get(city.admin1) ?? '';
    if (told !== '' && this.places.kmToRegion(told, city.point, BORDER_KM) <= BORDER_KM) return told;
    return this.places.regionAt(city.point);
  }

  /** First-level regions whose name is nearly the same: "west azarbaijan" is "west azerbaijan". */
  #regionsLike(key: string): readonly GazetteerArea[] {
    let nearest = editLimit(key.replaceAll(' ', ''));
    let found: readonly GazetteerArea[] = [];
    if (nearest === 0) return found;
    this.#regions ??= regionsOf(this.#bare);
    for (const [name, regions] of this.#regions) {
      const distance = editDistance(key, name, nearest);
      if (distance > nearest) continue;
      found = distance < nearest ? regions : [...found, ...regions];
      nearest = distance;
    }
    // two that are equally near say nothing
    return new Set(found).size === 1 ? found.slice(0, 1) : [];
  }

  /** Cities that may be meant by nearly the same name, and their keys without blanks. */
  get mainCities(): readonly MainCity[] {
    return (this.#mainCities ??= this.places.cities
      .filter((city) => city.population >= SIMILAR_POPULATION && !city.isSection)
      .map((city) => {
        const letters = city.key.replaceAll(' ', '');
        return { letters, kinds: letterKinds(letters), city };
      }));
  }

  /** The city that a first-level region is, or undefined for most regions. */
  cityOfRegion(region: GazetteerArea): GazetteerCity | undefined {
    if (!this.#cityOfRegion.has(region)) this.#cityOfRegion.set(region, this.#findCityOfRegion(region));
    return this.#cityOfRegion.get(region);
  }

  #findCityOfRegion(region: GazetteerArea): GazetteerCity | undefined {
    const keys = new Set(region.names.flatMap((name) => [placeKey(name), bareKey(placeKey(name))]));
    const named = [...keys]
      .flatMap((key) => this.places.citiesNamed(key))
      .filter((city) => this.places.kmToRegion(region.region, city.point, 0) === 0);
    const city = largest(named);
    if (city === undefined) return undefined;
    const others = this.places.cities.filter(
      (other) => !other.isSection && other.geonames !== city.geonames && this.#isIn(region, other),
    );
    const people = others.reduce((sum, other) => sum + other.population, city.population);
    return city.population >= CITY_REGION_SHARE * people ? city : undefined;
  }

  #isIn(region: GazetteerArea, city: GazetteerCity): boolean {
    if (region.admin1 !== '') return city.admin1 === region.admin1;
    return this.places.kmToRegion(region.region, city.point, 0) === 0;
  }
}

/** Those names only that a first-level region has, in the same order. */
function regionsOf(index: ReadonlyMap<string, ReadonlySet<GazetteerArea>>): Map<string, GazetteerArea[]> {
  const found = new Map<string, GazetteerArea[]>();
  for (const [name, areas] of index) {
    const regions = [...areas].filter((area) => area.code !== '' && area.code === area.region);
    if (regions.length > 0) found.set(name, regions);
  }
  return found;
}

/** Smaller places are not looked for under nearly the same name. */
const SIMILAR_POPULATION = 5_000;

function addTo(index: Map<string, Set<GazetteerArea>>, key: string, area: GazetteerArea): void {
  const areas = index.get(key);
  if (areas) areas.add(area);
  else index.set(key, new Set([area]));
}

/** The most populous, the lowest id where that is a tie. */
export function largest(cities: readonly GazetteerCity[]): GazetteerCity | undefined {
  let best: GazetteerCity | undefined;
  for (const city of cities) {
    if (
      best === undefined ||
      city.population > best.population ||
      (city.population === best.population && city.geonames < best.geonames)
    ) {
      best = city;
    }
  }
  return best;
}
