/** How a globe is turned, and how large it is. No DOM; everything in CSS pixels. */
import { CENTRAL_MERIDIAN, MARGIN_PX, wrapped } from './flat-projection.ts';

/** As d3-geo takes it: [lambda, phi] in degrees; the middle shows [-lambda, -phi]. */
export type Rotation = readonly [number, number];

/** Where the globe begins: 11° E, 20° N in the middle. */
export const GLOBE_START: Rotation = [-CENTRAL_MERIDIAN, -20];

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
  return [wrapped(lambda + dx * degreesPerPx), Math.min(90, Math.max(-90, phi - dy * degreesPerPx))];
}

/** The rotation that brings a place to the middle of the globe, for turning it by keyboard. */
export function rotationTo([longitude, latitude]: readonly [number, number]): Rotation {
  return [-longitude, -latitude];
}
