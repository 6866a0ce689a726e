/**
 * Flat projections of the world: from the Earth to a plane, whose unit is the Earth's radius, and from there to a box,
 * in CSS pixels. Formulas: d3-geo's raw projections (ISC); sources in projection-info.ts.
 */
import { geoEqualEarthRaw, geoNaturalEarth1Raw, type GeoRawProjection } from 'd3-geo';

export type FlatProjectionId = 'equal-earth' | 'natural-earth';

/** [longitude, latitude] in degrees, or [x, y]. */
export type Position = readonly [number, number];

const RAW: Readonly<Record<FlatProjectionId, GeoRawProjection>> = {
  'equal-earth': geoEqualEarthRaw,
  'natural-earth': geoNaturalEarth1Raw,
};

/** Degrees east: flat maps are cut through the Bering Strait, so that Russia stays whole. */
export const CENTRAL_MERIDIAN = 11;

/** Around the land of a flat map, and around the globe. */
export const MARGIN_PX = 8;

/**
 * The outermost land of both flat maps but Antarctica, [longitude, latitude]: Palmyra in the west, Tokelau in the
 * east, Greenland. Fitting these instead of all boundaries gives the same map at once.
 */
const LAND_LIMITS: readonly Position[] = [
  [-162.072, 5.868],
  [-171.18, -9.36],
  [-32.508, 83.628],
];

/** How far south a flat map reaches: with its land but Antarctica, with the coast of that, or with all of it. */
export type Southward = 'land' | 'coast' | 'pole';

/**
 * Where the land of each ends, degrees north: in Chile, a little beyond the coast, at the pole. To show the coast makes
 * all other land a fourteenth smaller at most, to show the pole a ninth.
 */
const SOUTH: Readonly<Record<Southward, number>> = { land: -55.62, coast: -70, pole: -90 };

/** Degrees from the map's middle, beyond ±180 where the edge is crossed. */
export const eastOfMiddle = (longitude: number) => longitude - CENTRAL_MERIDIAN;

/** The same in [-180, 180). */
export const wrapped = (degrees: number) => degrees - 360 * Math.floor((degrees + 180) / 360);

/** A line of [longitude, latitude] in degrees from the map's middle, which runs on where it crosses the map's edge. */
export function runningOn(line: readonly (readonly number[])[]): Position[] {
  let east = 0;
  return line.map(([longitude, latitude]) => {
    east += wrapped(eastOfMiddle(longitude!) - east);
    return [east, latitude!];
  });
}

/**
 * @param east degrees from the map's middle
 * @param north degrees from the equator
 * @returns [x, y] on the plane, y downwards
 */
export function toPlane(id: FlatProjectionId, east: number, north: number): [number, number] {
  const [x, y] = RAW[id]((east * Math.PI) / 180, (north * Math.PI) / 180);
  return [x, -y];
}

/** The same of a place anywhere on the Earth, in degrees. */
export const placeOnPlane = (id: FlatProjectionId, longitude: number, latitude: number) =>
  toPlane(id, wrapped(eastOfMiddle(longitude)), latitude);

/** The plane within a box: px = scale · x + left, scale · y + top. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Fits the land to a box, in its middle.
 * @param width in CSS pixels, above 16
 * @param height in CSS pixels, above 16
 * @param south how much of Antarctica has room
 */
export function fitLand(id: FlatProjectionId, width: number, height: number, south: Southward): Fit {
  const southmost: Position = [CENTRAL_MERIDIAN, SOUTH[south]];
  const places = [...LAND_LIMITS, southmost].map(([longitude, latitude]) =>
    placeOnPlane(id, longitude, latitude),
  );
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * MARGIN_PX) / (x1 - x0), (height - 2 * MARGIN_PX) / (y1 - y0));
  return { scale, left: (width - scale * (x0 + x1)) / 2, top: (height - scale * (y0 + y1)) / 2 };
}
