/** The line around a country that the filter names. */
import type { CountryShape } from './world-map.ts';

/** Islands that are drawn smaller than this, px, are left without: lines around them would be all that is seen. */
export const OUTLINED_PX = 8;

/**
 * The outline of a country's parts, without its small islands; path data before zooming.
 * @param k zoom factor
 */
export function outlineOf({ parts }: CountryShape, k: number): string {
  return parts
    .filter(({ bounds: [[left, top], [right, bottom]] }, i) => {
      return i === 0 || Math.max(right - left, bottom - top) * k >= OUTLINED_PX;
    })
    .map(({ d }) => d)
    .join('');
}
