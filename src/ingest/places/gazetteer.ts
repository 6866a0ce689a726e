/**
 * What is known of the places below a country. Reading needs it for regions and cities only: without one, countries
 * are found all the same. The caller brings it, so that reading stays free of files; scripts/gazetteer has the one of
 * the build, made of open data.
 */

/** Longitude and latitude in degrees. */
export type Point = readonly [lon: number, lat: number];

/** A subdivision of a country, of the first level or below. */
export interface GazetteerArea {
  /** ISO 3166-2, "" where it has none. */
  readonly code: string;
  /** The first-level region that it is or lies in, as the boundary files name it; "" where that is not known. */
  readonly region: string;
  /** In all spellings. */
  readonly names: readonly string[];
  /** GeoNames' codes of the first and second level, in the form of {@link GazetteerCity.admin1}; "" where not known. */
  readonly admin1: string;
  readonly admin2: string;
  /** A label point, for first-level regions. */
  readonly point?: Point;
  /** In square degrees, roughly; for telling a city-state from the region around it. */
  readonly size: number;
}

/** A populated place. */
export interface GazetteerCity {
  /** Its id at GeoNames. */
  readonly geonames: number;
  /** Its name as a key, see placeKey. */
  readonly key: string;
  readonly point: Point;
  readonly population: number;
  /** Of the country. */
  readonly isCapital: boolean;
  /** A part of another city. */
  readonly isSection: boolean;
  /** GeoNames' code of the first level: "09"; "" where it has none. */
  readonly admin1: string;
  /** Of the first and second level: "09.900"; "" where it has none. */
  readonly admin2: string;
}

/** Areas by what their names are compared by, see placeKey and bareKey; each list in the order of all areas. */
export interface AreaKeys {
  /** Those that a whole name means. */
  exact(key: string): readonly GazetteerArea[];
  /** Those that are called so without words like "Province". */
  bare(key: string): readonly GazetteerArea[];
  /** By bare key the first-level regions of that name. */
  readonly regions: ReadonlyMap<string, readonly GazetteerArea[]>;
  /** The first one of that code, which is not "". */
  withCode(code: string): GazetteerArea | undefined;
  /** By GeoNames' code of the first level the region that the area is or lies in. */
  readonly regionByAdmin1: ReadonlyMap<string, string>;
}

/** What is asked of all cities together; sections of others are left out. */
export interface CitySums {
  /** Those of at least so many people, in their order. */
  ofAtLeast(population: number): readonly GazetteerCity[];
  /** How many people live in those of GeoNames' first-level area. */
  peopleIn(admin1: string): number;
}

/** The places of one country. */
export interface CountryGazetteer {
  /** A label point. */
  readonly point: Point | undefined;
  /** Whether the boundary files divide it. */
  readonly hasRegions: boolean;
  readonly areas: readonly GazetteerArea[];
  /** The keys of the areas, where they are at hand. */
  readonly areaKeys?: AreaKeys;
  readonly cities: readonly GazetteerCity[];
  /** The same as sums, where they are at hand without all cities. */
  readonly citySums?: CitySums;
  /** The cities that bear the name, given as a key: as their own, or as another spelling, an old or foreign name. */
  citiesNamed(key: string): readonly GazetteerCity[];
  /** The first-level region at a point, or the nearest one within 30 km; "" where there is none. */
  regionAt(point: Point): string;
  /**
   * How far a point is from a region, in km; 0 inside, Infinity where the region is not drawn.
   * @param limit beyond it, any larger answer will do
   */
  kmToRegion(region: string, point: Point, limit?: number): number;
}

/** The places of all countries. */
export interface Gazetteer {
  /** By ISO 3166-1 alpha-3; undefined for what is not known. */
  country(code: string): CountryGazetteer | undefined;
}
