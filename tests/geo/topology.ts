import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { geoArea, geoContains } from 'd3-geo';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A derived boundary file: its text and what it holds. */
export interface BoundaryFile<Objects extends Record<string, GeometryCollection>> {
  readonly text: string;
  readonly topology: Topology<Objects>;
}

/** Reads a file below public/geo. */
export function readBoundaryFile<Objects extends Record<string, GeometryCollection>>(
  path: string,
): BoundaryFile<Objects> {
  const text = readFileSync(new URL(`../../public/geo/${path}`, import.meta.url), 'utf8');
  return { text, topology: JSON.parse(text) as Topology<Objects> };
}

/** Size in bytes as gzip -9 makes it. */
export function gzipBytes(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** The features of one object of a topology. */
export function featuresOf<Properties>(
  topology: Topology,
  object: GeometryCollection,
): FeatureCollection<Geometry, Properties>['features'] {
  return (feature(topology, object) as FeatureCollection<Geometry, Properties>).features;
}

/** The polygons of a geometry, each as its rings; none for a point. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Whether d3-geo reads every polygon as the small side of its ring: 0 < area < 2π. */
export function isWoundForSphere(geometry: Geometry): boolean {
  return polygonsOf(geometry).every((coordinates) => {
    const area = geoArea({ type: 'Polygon', coordinates });
    return area > 0 && area < 2 * Math.PI;
  });
}

/** Degrees from ±180 within which an edge counts as a seam. */
const SEAM_TOLERANCE = 1e-6;

/** Whether a ring has an edge that runs along the antimeridian or along a pole. */
export function hasSeam(geometry: Geometry): boolean {
  const isOnSeam = ([lon = 0, lat = 0]: Position): boolean =>
    180 - Math.abs(lon) < SEAM_TOLERANCE || 90 - Math.abs(lat) < SEAM_TOLERANCE;
  return polygonsOf(geometry).some((rings) =>
    rings.some((ring) =>
      ring.some((position, index) => index > 0 && isOnSeam(position) && isOnSeam(ring[index - 1]!)),
    ),
  );
}

/** Ids of the areas that hold a place, `[lon, lat]` in degrees. */
export function idsAt(features: FeatureCollection['features'], place: [number, number]): string[] {
  return features
    .filter(({ geometry }) => geometry.type !== 'Point' && geoContains(geometry, place))
    .map(({ id }) => String(id));
}

/** Middle value of a list that is not empty; the upper one of two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)]!;
}
