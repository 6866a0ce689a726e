/** The boundary files in public/geo as types; how they are made: scripts/geo/README.md. */
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A place of which a boundary file holds the shape. */
export interface RegionProperties {
  /** Short English name. */
  readonly name: string;
  /** Where a label or a circle stands: [longitude, latitude] in degrees. */
  readonly label: readonly [number, number];
}

export interface CountryProperties extends RegionProperties {
  /** ISO 3166-1 numeric, three digits, "" for Kosovo. */
  readonly numeric: string;
}

/** public/geo/world.topo.json; ids are ISO 3166-1 alpha-3. */
export type WorldTopology = Topology<{
  countries: GeometryCollection<CountryProperties>;
  disputed: GeometryCollection<{ a: string; b: string; note: string }>;
}>;

/** public/geo/admin1/<ALPHA-3>.topo.json: a country's first-level subdivisions; ids are ISO 3166-2. */
export type RegionTopology = Topology<{ regions: GeometryCollection<RegionProperties> }>;
