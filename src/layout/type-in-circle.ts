/** Type that stands in a circle, such as the hole of a sunburst, without touching its rim. */

const GAP_PX = 4;

/**
 * The size of a line's type that fits.
 * @param widthPx the line's width at the largest size, above 0
 * @param radiusPx of the circle
 * @param farPx distance of the line's outer edge from the middle
 * @param largest size, px, which it has where there is room
 * @returns px, 0 where the circle does not reach so far
 */
export function sizeInCircle(widthPx: number, radiusPx: number, farPx: number, largest: number): number {
  const half = Math.sqrt(Math.max(0, radiusPx ** 2 - farPx ** 2)) - GAP_PX;
  return largest * Math.min(1, Math.max(0, (2 * half) / widthPx));
}
