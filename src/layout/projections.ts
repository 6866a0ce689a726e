/** Projections of the whole world to choose from, each fitted to a box. No DOM; everything in CSS pixels. */
import { geoEqualEarth, geoNaturalEarth1, geoOrthographic, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';

/** The projections of the switch. */
export type WorldProjectionId = 'equal-earth' | 'natural-earth' | 'globe';

/** How a globe is turned, as d3-geo takes it: [lambda, phi] in degrees; the middle shows [-lambda, -phi]. */
export type Rotation = readonly [number, number];

/** Degrees east: flat maps are cut through the Bering Strait, so that Russia stays whole. */
const CENTRAL_MERIDIAN = 11;

/** Where the globe begins: 11° E, 20° N in the middle. */
export const GLOBE_START: Rotation = [-CENTRAL_MERIDIAN, -20];

/**
 * The outermost land of both flat maps but Antarctica, [longitude, latitude]: Palmyra in the west, Tokelau in the
 * east, Greenland, Chile. Fitting these instead of all boundaries gives the same map at once.
 */
const LAND_LIMITS: readonly (readonly [number, number])[] = [
  [-162.072, 5.868],
  [-171.18, -9.36],
  [-32.508, 83.628],
  [-68.004, -55.62],
];
const SOUTH_POLE: readonly [number, number] = [CENTRAL_MERIDIAN, -90];

/** Around the land of a flat map, and around the globe. */
export const MARGIN_PX = 8;

/**
 * A projection of the world into a box. Flat maps are fitted to the land, the globe as a whole.
 * @param width in CSS pixels, above 16
 * @param height in CSS pixels, above 16
 * @param rotation of the globe; flat maps do not turn
 * @param withAntarctica whether flat maps leave room for Antarctica, else they end north of it
 */
export function worldProjection(
  id: WorldProjectionId,
  width: number,
  height: number,
  rotation: Rotation = GLOBE_START,
  withAntarctica = false,
): GeoProjection {
  const box: [[number, number], [number, number]] = [
    [MARGIN_PX, MARGIN_PX],
    [width - MARGIN_PX, height - MARGIN_PX],
  ];
  if (id === 'globe') {
    return geoOrthographic()
      .rotate([...rotation])
      .fitExtent(box, { type: 'Sphere' });
  }
  const limits = withAntarctica ? [...LAND_LIMITS, SOUTH_POLE] : LAND_LIMITS;
  const land: MultiPoint = { type: 'MultiPoint', coordinates: limits.map((place) => [...place]) };
  const flat = id === 'natural-earth' ? geoNaturalEarth1() : geoEqualEarth();
  flat.rotate([-CENTRAL_MERIDIAN, 0]).fitExtent(box, land);
  // a box that is higher than the land would show a slice of Antarctica, cut straight; parallels are straight too
  const south = withAntarctica ? height : flat([CENTRAL_MERIDIAN, -60])![1];
  return flat.clipExtent([
    [-width, -height],
    [2 * width, south],
  ]);
}

/** The globe's radius in px: what a drag is measured by. */
export function globeRadius(width: number, height: number): number {
  return Math.min(width, height) / 2 - MARGIN_PX;
}

/**
 * The rotation after a drag: what lies in the middle of the globe follows the pointer. North stays up, and the poles
 * are as far as it turns.
 * @param dx of the pointer since the last rotation, px to the right
 * @param dy px downwards
 * @param radiusPx of the globe as it is drawn, above 0; a zoomed globe turns less
 * @returns lambda in [-180, 180), phi in [-90, 90]
 */
export function dragRotation([lambda, phi]: Rotation, dx: number, dy: number, radiusPx: number): Rotation {
  const degreesPerPx = 180 / (Math.PI * radiusPx);
  const turned = lambda + dx * degreesPerPx;
  return [
    turned - 360 * Math.floor((turned + 180) / 360),
    Math.min(90, Math.max(-90, phi - dy * degreesPerPx)),
  ];
}

/** The rotation that brings a place to the middle of the globe, for turning it by keyboard. */
export function rotationTo([longitude, latitude]: readonly [number, number]): Rotation {
  return [-longitude, -latitude];
}
