import type { MultiPolygon, Polygon, Position } from 'geojson';

/** An area on the sphere; `[lon, lat]` in degrees. */
export type AreaGeometry = Polygon | MultiPolygon;

/** One ring: closed, `[lon, lat]` in degrees, exterior rings clockwise seen from above (the d3-geo order). */
export type Ring = Position[];

/** Rings of one polygon: the exterior first, then its holes. */
export type PolygonRings = Ring[];

/** One first-level unit of the source, before any policy is applied. */
export interface SourceUnit {
  /** Natural Earth's own key of the unit, such as `LTU-1075`. */
  readonly key: string;
  /** Natural Earth's country code; not always ISO 3166-1. */
  readonly adm0: string;
  /** Natural Earth's code of the geographic unit; ISO alpha-3 for many dependencies. */
  readonly geoUnit: string;
  /** ISO 3166-2 code as Natural Earth has it; a trailing `~` marks an invented one. */
  readonly iso2: string;
  readonly name: string;
  readonly nameEn: string;
  /** Grouping names that the dissolved levels use, such as "Occitanie" or "Wales"; may be empty. */
  readonly region: string;
  readonly geoUnitName: string;
  /** Label position, `[lon, lat]` in degrees. */
  readonly label: readonly [number, number];
  readonly geometry: AreaGeometry;
}

/** A unit, or a piece of one that a mask cut off, with the country it is drawn in. */
export interface OwnedUnit {
  readonly unit: SourceUnit;
  /** ISO 3166-1 alpha-3, or XKX. */
  readonly country: string;
  /** The part of the country that disputed lines refer to; empty for the rest of it. */
  readonly part: string;
  /** The ISO 3166-2 code to file it under; empty when it has none. */
  readonly regionCode: string;
  readonly geometry: AreaGeometry;
}
