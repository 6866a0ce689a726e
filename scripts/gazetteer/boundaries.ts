/** First-level regions as the boundary files draw them: which one holds a point, and how far another one is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Point as PointGeometry, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Point } from '../../src/ingest/places/gazetteer.ts';

interface RegionProperties {
  readonly name: string;
  readonly label: Point;
}

type RegionTopology = Topology<{ regions: GeometryCollection<RegionProperties> }>;
type WorldTopology = Topology<{ countries: GeometryCollection<{ label: Point }> }>;

/** Flat x0, y0, x1, y1, …; longitudes run on across 180°, so that no edge goes round the world. */
type Ring = Float64Array;

/** A region of a boundary file. */
export interface DrawnRegion {
  readonly code: string;
  readonly name: string;
  readonly label: Point;
  readonly rings: readonly Ring[];
  /** [west, south, east, north] in degrees; east may be more than 180. */
  readonly box: readonly [number, number, number, number];
}

/** A point beyond the coast of the simplified outlines still lies in the nearest region. */
const COAST_KM = 30;
const KM_PER_DEGREE = 111.2;

/** Label points of countries, by ISO 3166-1 alpha-3. */
export function readCountryLabels(folder: string): ReadonlyMap<string, Point> {
  const world = JSON.parse(readFileSync(join(folder, 'world.topo.json'), 'utf8')) as WorldTopology;
  const { features } = feature(world, world.objects.countries);
  return new Map(features.map(({ id, properties }) => [String(id), properties.label]));
}

/** The file of a country's regions, which is missing where it is not divided. */
export const boundaryFile = (folder: string, alpha3: string) => join(folder, 'admin1', `${alpha3}.topo.json`);

/** The regions of one country; none where it is not divided. */
export function readRegions(folder: string, alpha3: string): DrawnRegion[] {
  const path = boundaryFile(folder, alpha3);
  if (!existsSync(path)) return [];
  const topology = JSON.parse(readFileSync(path, 'utf8')) as RegionTopology;
  const { features } = feature(topology, topology.objects.regions);
  return features.map(({ id, properties, geometry }) => {
    const rings = ringsOf(geometry as Polygon | MultiPolygon | PointGeometry);
    return { code: String(id), name: properties.name, label: properties.label, rings, box: boxOf(rings) };
  });
}

/** The region at a point, or the nearest within some kilometres of it; "" where there is none. */
export function regionAt(regions: readonly DrawnRegion[], point: Point): string {
  let nearest = '';
  let nearestKm = COAST_KM;
  for (const region of regions) {
    const km = kmToRegion(region, point, nearestKm);
    if (km === 0) return region.code;
    if (km < nearestKm) {
      nearest = region.code;
      nearestKm = km;
    }
  }
  return nearest;
}

/**
 * How far the point is from the region, km; 0 inside.
 * @param limit beyond it the answer may be Infinity
 */
export function kmToRegion({ rings, box, label }: DrawnRegion, point: Point, limit = Infinity): number {
  if (rings.length === 0) return kmPlanar(point, label[0], label[1], label[0], label[1]);
  let nearest = Infinity;
  for (const turn of [0, 360, -360]) {
    const turned: Point = [point[0] + turn, point[1]];
    if (kmToBox(box, turned) > limit) continue;
    if (isInside(rings, turned)) return 0;
    if (limit > 0) nearest = Math.min(nearest, kmToRings(rings, turned));
  }
  return nearest;
}

function ringsOf(geometry: Polygon | MultiPolygon | PointGeometry): Ring[] {
  if (geometry.type === 'Point') return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((positions) => {
    const ring = new Float64Array(positions.length * 2);
    let before = 0;
    positions.forEach(([lon = 0, lat = 0], i) => {
      const run = i === 0 ? lon : lon + 360 * Math.round((before - lon) / 360);
      ring[2 * i] = run;
      ring[2 * i + 1] = lat;
      before = run;
    });
    return ring;
  });
}

function boxOf(rings: readonly Ring[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]!);
      box[1] = Math.min(box[1], ring[i + 1]!);
      box[2] = Math.max(box[2], ring[i]!);
      box[3] = Math.max(box[3], ring[i + 1]!);
    }
  }
  return box;
}

/** Edges are straight in longitude and latitude, as in the source: the 49th parallel stays on the parallel. */
function isInside(rings: readonly Ring[], [lon, lat]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const y0 = ring[i - 1]!;
      const y1 = ring[i + 1]!;
      if (y0 > lat === y1 > lat) continue;
      const x0 = ring[i - 2]!;
      if (lon < x0 + ((lat - y0) / (y1 - y0)) * (ring[i]! - x0)) inside = !inside;
    }
  }
  return inside;
}

function kmToRings(rings: readonly Ring[], point: Point): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      nearest = Math.min(nearest, kmPlanar(point, ring[i - 2]!, ring[i - 1]!, ring[i]!, ring[i + 1]!));
    }
  }
  return nearest;
}

/** Distance to a segment on a plane that touches the globe at the point: good for what is near. */
function kmPlanar([lon, lat]: Point, x0: number, y0: number, x1: number, y1: number): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const ax = (x0 - lon) * shrink;
  const ay = y0 - lat;
  const dx = (x1 - x0) * shrink;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const at = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return KM_PER_DEGREE * Math.hypot(ax + at * dx, ay + at * dy);
}

function kmToBox([west, south, east, north]: DrawnRegion['box'], [lon, lat]: Point): number {
  const dx = Math.max(west - lon, 0, lon - east) * Math.cos((lat * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(dx, Math.max(south - lat, 0, lat - north));
}
