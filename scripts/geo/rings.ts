import { geoArea, geoCentroid, geoContains } from 'd3-geo';
import type { Position } from 'geojson';
import type { AreaGeometry, PolygonRings, Ring } from './types.ts';

/** Mean radius of the Earth in km (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;
const HALF_SPHERE_SR = 2 * Math.PI;

/** Square kilometres of one steradian on the Earth. */
export const KM2_PER_SR = EARTH_RADIUS_KM ** 2;

/** The polygons of an area, whichever way it is stored. */
export function polygonsOf(geometry: AreaGeometry): PolygonRings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Area inside one ring in steradians, by the right-hand reading of d3-geo: over 2π when it winds the other way. */
export function ringAreaSr(ring: Ring): number {
  return geoArea({ type: 'Polygon', coordinates: [ring] });
}

/** Area of one polygon without its holes, in steradians. */
export function polygonAreaSr(rings: PolygonRings): number {
  return geoArea({ type: 'Polygon', coordinates: rings });
}

/** Area of one ring in km², whichever way it winds. */
export function ringAreaKm2(ring: Ring): number {
  const area = ringAreaSr(ring);
  return Math.min(area, 2 * HALF_SPHERE_SR - area) * KM2_PER_SR;
}

function windRing(ring: Ring, isExterior: boolean): Ring {
  const isClockwise = ringAreaSr(ring) <= HALF_SPHERE_SR;
  return isClockwise === isExterior ? ring : ring.slice().reverse();
}

/** Winds exterior rings clockwise and holes the other way, as d3-geo reads them (RFC 7946 has it the other way). */
export function windForSphere(geometry: AreaGeometry): AreaGeometry {
  return {
    type: 'MultiPolygon',
    coordinates: polygonsOf(geometry).map((rings) => rings.map((ring, index) => windRing(ring, index === 0))),
  };
}

/** The polygon with the largest area; an empty area has none. */
export function largestPolygon(geometry: AreaGeometry): PolygonRings | undefined {
  let largest: PolygonRings | undefined;
  let largestArea = -1;
  for (const rings of polygonsOf(geometry)) {
    const area = polygonAreaSr(rings);
    if (area > largestArea) [largest, largestArea] = [rings, area];
  }
  return largest;
}

/** Rounds `[lon, lat]` to three decimals (about 100 m). */
export function roundDegrees([lon = 0, lat = 0]: Position): [number, number] {
  return [Math.round(lon * 1000) / 1000, Math.round(lat * 1000) / 1000];
}

function distanceToRings([x, y]: readonly [number, number], rings: PolygonRings, cosLat: number): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [ax = 0, ay = 0] = ring[index - 1] ?? [];
      const [bx = 0, by = 0] = ring[index] ?? [];
      const [dx, dy] = [(bx - ax) * cosLat, by - ay];
      const [px, py] = [(x - ax) * cosLat, y - ay];
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(px - along * dx, py - along * dy));
    }
  }
  return nearest;
}

/** Steps of the grid that is searched for the innermost point, per axis. */
const LABEL_GRID_STEPS = 24;

function innermostPoint(rings: PolygonRings): [number, number] | undefined {
  const exterior = rings[0] ?? [];
  const lons = exterior.map(([lon = 0]) => lon);
  const lats = exterior.map(([, lat = 0]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const cosLat = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: [number, number] | undefined;
  let bestDistance = 0;
  for (let row = 1; row < LABEL_GRID_STEPS; row += 1) {
    for (let column = 1; column < LABEL_GRID_STEPS; column += 1) {
      const point: [number, number] = [
        west + ((east - west) * column) / LABEL_GRID_STEPS,
        south + ((north - south) * row) / LABEL_GRID_STEPS,
      ];
      if (!geoContains({ type: 'Polygon', coordinates: rings }, point)) continue;
      const distance = distanceToRings(point, rings, cosLat);
      if (distance > bestDistance) [best, bestDistance] = [point, distance];
    }
  }
  return best;
}

/**
 * Where to write a name: the centroid of the largest polygon, or the point farthest from its edge when the centroid
 * falls outside of it. `[lon, lat]` in degrees, three decimals.
 */
export function labelPoint(geometry: AreaGeometry): [number, number] {
  const rings = largestPolygon(geometry);
  if (!rings) throw new Error('label of an empty area');
  const centre = geoCentroid({ type: 'Polygon', coordinates: rings });
  const isInside = geoContains({ type: 'Polygon', coordinates: rings }, centre);
  return roundDegrees(isInside ? centre : (innermostPoint(rings) ?? centre));
}
