/** One country by its regions: the same shapes as the world's, in a projection that suits the country. */
import { feature, mesh } from 'topojson-client';
import type { Feature, Geometry, MultiLineString } from 'geojson';
import type { RegionProperties, RegionTopology } from '../../model/boundary-files.ts';
import { countryProjection, unitedStatesProjection } from './country-projection.ts';
import { mapPath } from './map-path.ts';
import { shapeOf, type CountryShape, type ProjectedWorld } from './world-map.ts';
import type { World } from './world.ts';

/** First-level subdivisions as GeoJSON; ids are ISO 3166-2 codes. */
export interface Regions {
  /** ISO 3166-1 alpha-3 of the country. */
  readonly country: string;
  readonly features: readonly Feature<Geometry, RegionProperties>[];
  readonly borders: MultiLineString;
  readonly outline: MultiLineString;
}

/** A country as it is drawn, with its neighbours behind it. */
export interface ProjectedCountry extends ProjectedWorld {
  /** All other countries, as one path; "" where parts of this one are moved beside it. */
  readonly context: string;
  /** Where a place stands, px; null where the projection has no place for it. */
  readonly place: (lon: number, lat: number) => readonly [number, number] | null;
}

/** Unpacks a country's boundary file. */
export function readRegions(country: string, topology: RegionTopology): Regions {
  const { regions } = topology.objects;
  return {
    country,
    features: feature<RegionProperties>(topology, regions).features,
    borders: mesh(topology, regions, (a, b) => a !== b),
    outline: mesh(topology, regions, (a, b) => a === b),
  };
}

/** A country without regions of its own, as the world's boundaries have it: one area under the country's code. */
export function regionsOfWorld(country: string, world: World): Regions {
  const none: MultiLineString = { type: 'MultiLineString', coordinates: [] };
  const features = world.onEarth.countries.filter((other) => other.id === country);
  return { country, features, borders: none, outline: none };
}

/**
 * Projects a country's regions and what lies around it.
 * @param width in CSS pixels, above 0
 * @param height in CSS pixels, above 0
 * @param left px at the left edge that stay free, for a legend
 */
export function projectCountry(
  regions: Regions,
  world: World,
  width: number,
  height: number,
  left = 0,
): ProjectedCountry {
  const boundary = { type: 'FeatureCollection' as const, features: [...regions.features] };
  const isComposite = regions.country === 'USA';
  const project = isComposite ? unitedStatesProjection : countryProjection;
  const projection = project(boundary, width - left, height);
  const [x, y] = projection.translate();
  projection.translate([x + left, y]);
  const path = mapPath(projection);
  // beside moved parts no neighbour is where it belongs
  const others = isComposite
    ? []
    : world.onEarth.countries.filter((country) => country.id !== regions.country);
  const shapes: CountryShape[] = regions.features.map((region) =>
    shapeOf(region, { place: projection, path }),
  );
  return {
    width,
    height,
    countries: shapes,
    borders: path(regions.borders).d,
    coast: path(regions.outline).d,
    disputed: isComposite ? '' : path(world.onEarth.disputed).d,
    sphere: '',
    context: path({ type: 'FeatureCollection', features: others }).d,
    place: (lon, lat) => projection([lon, lat]),
  };
}
