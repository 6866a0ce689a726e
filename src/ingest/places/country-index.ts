/** One country's areas by name, and the questions that the resolver asks of its cities. */
import { areaKeysOf } from './area-keys.ts';
import type { AreaKeys, CitySums, CountryGazetteer, GazetteerArea, GazetteerCity } from './gazetteer.ts';
import { editDistance, editLimit, leastDistance, letterKinds } from './edit-distance.ts';
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

/** First-level regions of one bare key, and what {@link letterKinds} says of it. */
interface NamedRegions {
  readonly name: string;
  readonly kinds: number;
  readonly regions: readonly GazetteerArea[];
}

export class CountryIndex {
  readonly places: CountryGazetteer;
  /** Its areas by name and code. */
  readonly areas: AreaKeys;
  readonly #sums: CitySums;
  readonly #matches = new Map<string, readonly AreaMatch[]>();
  #regions: readonly NamedRegions[] | undefined;
  #mainCities: readonly MainCity[] | undefined;
  readonly #cityOfRegion = new Map<GazetteerArea, GazetteerCity | undefined>();

  constructor(places: CountryGazetteer) {
    this.places = places;
    this.areas = places.areaKeys ?? areaKeysOf(places.areas);
    this.#sums = places.citySums ?? sumsOf(places.cities);
  }

  /** The areas that a key may mean, exact matches first, without regard to where they lie. */
  areasNamed(key: string): readonly AreaMatch[] {
    let matches = this.#matches.get(key);
    if (matches === undefined) this.#matches.set(key, (matches = this.#findAreas(key)));
    return matches;
  }

  #findAreas(key: string): AreaMatch[] {
    const bare = bareKey(key);
    const exact = this.areas.exact(key);
    const others =
      bare === key ? this.areas.bare(bare) : [...this.areas.bare(bare), ...this.areas.exact(bare)];
    const asMatches = (areas: readonly GazetteerArea[], isExact: boolean) =>
      areas.map((area) => ({ area, isExact }));
    if (exact.length + others.length === 0) return asMatches(this.#areasLike(bare, key), false);
    const inexact = [...new Set(others)].filter((area) => !exact.includes(area));
    return [...asMatches(exact, true), ...asMatches(inexact, false)];
  }

  /** Areas of nearly that name. */
  #areasLike(bare: string, key: string): readonly GazetteerArea[] {
    const found = bare === key ? [] : this.#byBeginning(bare);
    return found.length > 0 ? found : this.#regionsLike(bare);
  }

  /** "guangxi zhuang" begins with "guangxi": the longest such area, if a name is left over. */
  #byBeginning(key: string): readonly GazetteerArea[] {
    const words = key.split(' ');
    for (let end = words.length - 1; end > 0; end--) {
      const found = this.areas.exact(words.slice(0, end).join(' '));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The first-level region of a city; near a border, which is drawn simplified, GeoNames knows better. */
  regionOf(city: GazetteerCity): string {
    const told = this.areas.regionByAdmin1.get(city.admin1) ?? '';
    if (told !== '' && this.places.kmToRegion(told, city.point, BORDER_KM) <= BORDER_KM) return told;
    return this.places.regionAt(city.point);
  }

  /** First-level regions whose name is nearly the same: "west azarbaijan" is "west azerbaijan". */
  #regionsLike(key: string): readonly GazetteerArea[] {
    let nearest = editLimit(key.replaceAll(' ', ''));
    let found: readonly GazetteerArea[] = [];
    if (nearest === 0) return found;
    const kinds = letterKinds(key);
    for (const { name, kinds: others, regions } of this.#namedRegions()) {
      if (leastDistance(kinds, others) > nearest) continue;
      const distance = editDistance(key, name, nearest);
      if (distance > nearest) continue;
      found = distance < nearest ? regions : [...found, ...regions];
      nearest = distance;
    }
    // two that are equally near say nothing
    return new Set(found).size === 1 ? found.slice(0, 1) : [];
  }

  #namedRegions(): readonly NamedRegions[] {
    return (this.#regions ??= Array.from(this.areas.regions, ([name, regions]) => ({
      name,
      kinds: letterKinds(name),
      regions,
    })));
  }

  /** Cities that may be meant by nearly the same name, and their keys without blanks. */
  get mainCities(): readonly MainCity[] {
    return (this.#mainCities ??= this.#sums.ofAtLeast(SIMILAR_POPULATION).map((city) => {
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
    const isCounted = !city.isSection && (region.admin1 === '' || city.admin1 === region.admin1);
    const people = this.#peopleIn(region) + (isCounted ? 0 : city.population);
    return city.population >= CITY_REGION_SHARE * people ? city : undefined;
  }

  #peopleIn({ admin1, region }: GazetteerArea): number {
    if (admin1 !== '') return this.#sums.peopleIn(admin1);
    return this.#sums
      .ofAtLeast(0)
      .filter((city) => this.places.kmToRegion(region, city.point, 0) === 0)
      .reduce((sum, city) => sum + city.population, 0);
  }
}

function sumsOf(cities: readonly GazetteerCity[]): CitySums {
  const whole = cities.filter((city) => !city.isSection);
  let people: Map<string, number> | undefined;
  return {
    ofAtLeast: (population) => whole.filter((city) => city.population >= population),
    peopleIn: (admin1) => {
      if (people === undefined) {
        people = new Map();
        for (const city of whole) people.set(city.admin1, (people.get(city.admin1) ?? 0) + city.population);
      }
      return people.get(admin1) ?? 0;
    },
  };
}

/** Smaller places are not looked for under nearly the same name. */
const SIMILAR_POPULATION = 5_000;

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
