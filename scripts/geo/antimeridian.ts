import { geoStitch } from 'd3-geo-projection';
import type { Position } from 'geojson';
import { polygonsOf } from './rings.ts';
import type { AreaGeometry, Ring } from './types.ts';

/** Latitudes closer than this on the antimeridian are one place, in degrees (about 500 m). */
const SAME_PLACE_DEGREES = 0.005;

function isOnAntimeridian([lon = 0]: Position): boolean {
  return Math.abs(lon) === 180;
}

/** For each latitude, the lowest one of the run of neighbours it belongs to. */
function alignLatitudes(latitudes: readonly number[]): Map<number, number> {
  const aligned = new Map<number, number>();
  let last = -Infinity;
  let lowest = -Infinity;
  for (const latitude of [...latitudes].sort((left, right) => left - right)) {
    if (latitude - last > SAME_PLACE_DEGREES) lowest = latitude;
    aligned.set(latitude, lowest);
    last = latitude;
  }
  return aligned;
}

/**
 * Makes both sides of the antimeridian meet. The source cuts areas there, and the two sides of a cut differ by up to
 * 150 m, so that they would not be stitched. Expects longitudes of exactly ±180 on the cut.
 */
export function alignAntimeridian(geometries: readonly AreaGeometry[]): AreaGeometry[] {
  const positions = geometries.flatMap((geometry) => polygonsOf(geometry).flat(2).filter(isOnAntimeridian));
  const aligned = alignLatitudes(positions.map(([, lat = 0]) => lat));
  const align = (position: Position): Position => {
    const [lon = 0, lat = 0] = position;
    return isOnAntimeridian(position) ? [lon, aligned.get(lat) ?? lat] : position;
  };
  return geometries.map((geometry) => ({
    type: 'MultiPolygon',
    coordinates: polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(align))),
  }));
}

function startOffCut(ring: Ring): Ring {
  const start = ring.findIndex(([lon = 0, lat = 0]) => Math.abs(lon) < 179.999 && Math.abs(lat) < 89.999);
  return start > 0 ? [...ring.slice(start, -1), ...ring.slice(0, start + 1)] : ring;
}

/**
 * Joins what the antimeridian and the poles cut. Rings are first turned to begin elsewhere: geoStitch doesn't match
 * the first position of a ring when that lies on the cut.
 */
export function stitch(geometry: AreaGeometry): AreaGeometry {
  const turned: AreaGeometry = {
    type: 'MultiPolygon',
    coordinates: polygonsOf(geometry).map((rings) => rings.map(startOffCut)),
  };
  return { type: 'MultiPolygon', coordinates: polygonsOf(geoStitch(turned)) };
}
