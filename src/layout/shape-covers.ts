/** Whether a place lies on a drawn country: figures have no DOM to ask. */
import type { CountryShape } from './world-map.ts';

/** Whether one of the shape's parts holds a place: an even-odd count of the edges to its right; px before zooming. */
export const shapeCovers = ({ parts }: CountryShape, x: number, y: number): boolean =>
  parts.some(({ bounds: [[left, top], [right, bottom]], lines }) => {
    // most places are outside
    if (x < left || x > right || y < top || y > bottom) return false;
    let isCovered = false;
    for (const ring of lines) {
      let [x0, y0] = ring.at(-1)!;
      for (const [x1, y1] of ring) {
        if (y0 > y !== y1 > y && x < x1 + ((x0 - x1) * (y - y1)) / (y0 - y1)) isCovered = !isCovered;
        [x0, y0] = [x1, y1];
      }
    }
    return isCovered;
  });
