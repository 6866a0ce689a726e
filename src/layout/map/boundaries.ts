/** The world's boundaries unpacked from their file: Natural Earth (public domain), public/geo/README.md. No DOM. */
import { feature, mesh } from 'topojson-client';
import type { Feature, GeometryObject, MultiLineString } from 'geojson';
import type { CountryProperties, WorldTopology } from '../../model/boundary-files.ts';

export type CountryFeature = Feature<GeometryObject, CountryProperties>;

/** As GeoJSON: on the Earth, in degrees, or on a plane (flat-world.ts). */
export interface Boundaries {
  readonly countries: readonly CountryFeature[];
  /** Borders between countries, each once. */
  readonly borders: MultiLineString;
  readonly coast: MultiLineString;
  readonly disputed: MultiLineString;
}

export function unpackBoundaries(topology: WorldTopology): Boundaries {
  const { countries, disputed } = topology.objects;
  return {
    countries: feature<CountryProperties>(topology, countries).features,
    borders: mesh(topology, countries, (a, b) => a !== b),
    coast: mesh(topology, countries, (a, b) => a === b),
    disputed: mesh(topology, disputed),
  };
}
