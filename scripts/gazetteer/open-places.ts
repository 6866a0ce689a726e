/** A country's places, whatever they were read from. */
import type {
  AreaKeys,
  CitySums,
  CountryGazetteer,
  GazetteerArea,
  GazetteerCity,
  Point,
} from '../../src/ingest/places/gazetteer.ts';
import { kmToRegion, regionAt, type DrawnRegion } from './boundaries.ts';

/** What they are made of; lists that are long are made when they are asked for. */
export interface PlaceParts {
  readonly point: Point | undefined;
  readonly regions: readonly DrawnRegion[];
  readonly areas: () => readonly GazetteerArea[];
  readonly areaKeys?: AreaKeys;
  readonly cities: () => readonly GazetteerCity[];
  readonly citySums?: CitySums;
  readonly citiesNamed: (key: string) => readonly GazetteerCity[];
}

/** The places that the resolver asks. */
export function openPlaces(parts: PlaceParts): CountryGazetteer {
  const { point, regions, areaKeys, citySums, citiesNamed } = parts;
  const regionByCode = new Map(regions.map((region) => [region.code, region]));
  let areas: readonly GazetteerArea[] | undefined;
  let cities: readonly GazetteerCity[] | undefined;
  return {
    point,
    hasRegions: regions.length > 0,
    get areas() {
      return (areas ??= parts.areas());
    },
    ...(areaKeys === undefined ? {} : { areaKeys }),
    get cities() {
      return (cities ??= parts.cities());
    },
    ...(citySums === undefined ? {} : { citySums }),
    citiesNamed,
    regionAt: (place) => regionAt(regions, place),
    kmToRegion: (code, place, limit) => {
      const region = regionByCode.get(code);
      return region === undefined ? Infinity : kmToRegion(region, place, limit);
    },
  };
}
