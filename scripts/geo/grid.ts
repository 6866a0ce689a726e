import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { polygonAreaSr, ringAreaSr } from './rings.ts';
import type { PolygonRings, Ring } from './types.ts';

/** The grid that output coordinates lie on: `degrees = origin + step * integer`. */
export interface Grid {
  /** Degrees a step, `[lon, lat]`. */
  readonly step: readonly [number, number];
  /** Degrees at integer 0, `[lon, lat]`. */
  readonly origin: readonly [number, number];
}

/** The integer grid position nearest to a place in degrees. */
export function toGrid(grid: Grid, [lon = 0, lat = 0]: Position): [number, number] {
  return [
    Math.round((lon - grid.origin[0]) / grid.step[0]),
    Math.round((lat - grid.origin[1]) / grid.step[1]),
  ];
}

/** Degrees of a grid position, computed just as topojson-client does. */
export function fromGrid(grid: Grid, [x = 0, y = 0]: Position): [number, number] {
  return [x * grid.step[0] + grid.origin[0], y * grid.step[1] + grid.origin[1]];
}

/** A line or ring on the grid, repeated positions removed. */
export function lineToGrid(grid: Grid, line: readonly Position[]): Position[] {
  const snapped: Position[] = [];
  for (const position of line) {
    const next = toGrid(grid, position);
    const last = snapped.at(-1);
    if (last?.[0] !== next[0] || last[1] !== next[1]) snapped.push(next);
  }
  return snapped;
}

const HALF_SPHERE_SR = 2 * Math.PI;
/** Rings of fewer positions than this (the last repeats the first) enclose nothing. */
const RING_POSITIONS = 4;

function encloses(grid: Grid, ring: Ring, isExterior: boolean): boolean {
  if (ring.length < RING_POSITIONS) return false;
  const area = ringAreaSr(ring.map((position) => fromGrid(grid, position)));
  return isExterior ? area > 0 && area < HALF_SPHERE_SR : area > HALF_SPHERE_SR;
}

/**
 * Puts a polygon on the grid. Undefined when rounding made it collapse or turn over; holes that do so are filled.
 */
export function polygonToGrid(grid: Grid, rings: PolygonRings): PolygonRings | undefined {
  const [exterior = [], ...holes] = rings.map((ring) => lineToGrid(grid, ring));
  if (!encloses(grid, exterior, true)) return undefined;
  const polygon = [exterior, ...holes.filter((hole) => encloses(grid, hole, false))];
  const area = polygonAreaSr(polygon.map((ring) => ring.map((position) => fromGrid(grid, position))));
  return area > 0 && area < HALF_SPHERE_SR ? polygon : undefined;
}

/** Positions of an arc as differences. Makes new ones: arcs of a topology may share their end positions. */
function differences(arc: readonly Position[]): Position[] {
  return arc.map(([x = 0, y = 0], index) => {
    const [lastX = 0, lastY = 0] = arc[index - 1] ?? [];
    return [x - lastX, y - lastY];
  });
}

/** The same topology with arcs as differences on the grid its positions lie on, as TopoJSON stores them. */
export function withTransform<T extends Topology>(topo: T, grid: Grid): T {
  return {
    ...topo,
    arcs: topo.arcs.map(differences),
    transform: { scale: [grid.step[0], grid.step[1]], translate: [grid.origin[0], grid.origin[1]] },
  };
}
