import type { Feature, Position } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { keyedAreas, topologyOf } from './dissolve.ts';
import type { KeyedArea } from './dissolve.ts';
import { KM2_PER_SR, polygonsOf, ringAreaKm2 } from './rings.ts';
import type { AreaGeometry, PolygonRings } from './types.ts';

/** How far to simplify. Areas are true areas on the Earth, so the measure is the same at all latitudes. */
export interface SimplifyOptions {
  /** A point stays when the triangle it spans with its neighbours has at least this area, in km². */
  readonly triangleKm2: number;
  /** Islands below this area go, in km², except an area's main ones. */
  readonly islandKm2: number;
  /** Islands of at least this share of an area's largest one are main ones: they stay. Above 0, at most 1. */
  readonly mainIslandShare: number;
  /** No polygon below this stays, in km²; an area that has none left is drawn as a point. */
  readonly pointBelowKm2: number;
  /** Points that a kept ring has at least, its repeated last one not counted. */
  readonly ringPoints: number;
  /** Factor on both areas at a place: below 1 keeps more detail. Degrees. */
  readonly coarsenessAt: (lon: number, lat: number) => number;
}

type AreaTopology = Topology<{ areas: GeometryCollection }>;
type WeightedPoint = [number, number, number];

/** Steps per axis for matching points before simplification. */
const FINE_STEPS = 1e7;

function ringPositions(topo: AreaTopology, arcs: readonly number[]): Position[] {
  return arcs.flatMap((arc) => topo.arcs[arc < 0 ? ~arc : arc] ?? []);
}

/** Turns the weight of each point from steradians into km², divided by the local coarseness. */
function scaleWeights(topo: AreaTopology, options: SimplifyOptions): void {
  for (const arc of topo.arcs as WeightedPoint[][]) {
    for (const point of arc) {
      point[2] = (point[2] * KM2_PER_SR) / options.coarsenessAt(point[0], point[1]);
    }
  }
}

function isLargeEnough(topo: AreaTopology, ring: number[], km2: number, options: SimplifyOptions): boolean {
  const [lon = 0, lat = 0] = ringPositions(topo, ring)[0] ?? [];
  return km2 >= options.islandKm2 * options.coarsenessAt(lon, lat);
}

/** Arc numbers of one polygon's rings, exterior first. */
type PolygonArcs = number[][];

function arcsOfPolygons(area: { type: string; arcs: unknown }): PolygonArcs[] {
  return (area.type === 'Polygon' ? [area.arcs] : area.arcs) as PolygonArcs[];
}

/** For each area: its polygons that stay, with the holes that another area fills. Other holes are lakes and gaps. */
function keptPolygons(topo: AreaTopology, options: SimplifyOptions): Map<string, PolygonArcs[]> {
  const kept = new Map<string, PolygonArcs[]>();
  const exteriorArcs = new Set<number>();
  for (const area of keyedAreas(topo)) {
    const polygons = arcsOfPolygons(area);
    const areas = polygons.map(([exterior = []]) => ringAreaKm2(ringPositions(topo, exterior)));
    const largestKm2 = Math.max(...areas);
    const mainKm2 = Math.max(options.pointBelowKm2, largestKm2 * options.mainIslandShare);
    const stay = polygons.filter(([exterior = []], index) => {
      const km2 = areas[index] ?? 0;
      return km2 >= mainKm2 || (km2 >= options.pointBelowKm2 && isLargeEnough(topo, exterior, km2, options));
    });
    kept.set(area.id, stay);
    for (const [exterior = []] of stay) for (const arc of exterior) exteriorArcs.add(arc);
  }
  for (const [key, polygons] of kept) {
    const withHoles = polygons.map((rings) =>
      rings.filter((ring, index) => index === 0 || ring.every((arc) => exteriorArcs.has(~arc))),
    );
    kept.set(key, withHoles);
  }
  return kept;
}

/** Raises the heaviest points of each kept ring to the threshold, so that no kept ring collapses. */
function protectRings(topo: AreaTopology, kept: Map<string, PolygonArcs[]>, options: SimplifyOptions): void {
  const rings = [...kept.values()].flat(2);
  for (const ring of rings) {
    const points = ring.flatMap((arc) => (topo.arcs as WeightedPoint[][])[arc < 0 ? ~arc : arc] ?? []);
    const ends = ring.length;
    const wanted = options.ringPoints - ends;
    const inner = points
      .filter((point) => Number.isFinite(point[2]))
      .sort((left, right) => right[2] - left[2]);
    for (const point of inner.slice(0, Math.max(0, wanted))) {
      point[2] = Math.max(point[2], options.triangleKm2);
    }
  }
}

/** Simplifies areas together, so that shared borders stay shared. Returns a topology in degrees, same keys. */
export function simplifyAreas(areas: readonly KeyedArea[], options: SimplifyOptions): AreaTopology {
  const weighted = presimplify(topologyOf(areas, FINE_STEPS), sphericalTriangleArea) as AreaTopology;
  scaleWeights(weighted, options);
  const kept = keptPolygons(weighted, options);
  protectRings(weighted, kept, options);
  const simplified = simplify(weighted, options.triangleKm2) as AreaTopology;
  for (const area of keyedAreas(simplified)) {
    Object.assign(area, { type: 'MultiPolygon', arcs: kept.get(area.id) ?? [] });
  }
  return simplified;
}

/** The rings of each area of a topology, in the topology's own coordinates. */
export function ringsByKey(topo: AreaTopology): Map<string, PolygonRings[]> {
  return new Map(
    keyedAreas(topo).map((area) => [
      area.id,
      polygonsOf((feature(topo, area) as Feature<AreaGeometry>).geometry),
    ]),
  );
}
