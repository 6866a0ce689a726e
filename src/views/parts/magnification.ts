/** How a drawing is enlarged to show a part of it. */
import type { Magnification } from '../../layout/map/magnification.ts';

/** [[left, top], [right, bottom]] in the drawing's own pixels. */
export type Box = readonly [readonly [number, number], readonly [number, number]];

/** The magnification at which a box fills 60 % of the drawing, centred. */
export function magnifyBox(box: Box, width: number, height: number, maxZoom: number): Magnification {
  const [[left, top], [right, bottom]] = box;
  const exact = 0.6 * Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  const k = Math.min(maxZoom, Math.max(1, exact));
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** `touch-action` of a drawing: one finger scrolls the page, two are not for the page. */
export const ONE_FINGER_SCROLLS = 'pan-x pan-y';
