/** Whether a place lies on a drawn country: figures have no DOM to ask. */
import type { CountryShape } from './world-map.ts';

/**
 * Whether one of the shape's parts holds a place, or some of a level line from there to `toX`: an even-odd count of the
 * edges to its right; px before zooming.
 */
export function shapeCovers({ parts }: CountryShape, x: number, y: number, toX = x): boolean {
  for (const { bounds, lines } of parts) {
    // most places are outside, and taking the bounds apart would take longer than comparing them
    if (y < bounds[0][1] || y > bounds[1][1] || toX < bounds[0][0] || x > bounds[1][0]) continue;
    let isCovered = false;
    for (const ring of lines) {
      let last = ring.at(-1)!;
      for (const next of ring) {
        if (last[1] > y !== next[1] > y) {
          const edge = next[0] + ((last[0] - next[0]) * (y - next[1])) / (last[1] - next[1]);
          if (x < edge) isCovered = !isCovered;
          if (x < edge && edge < toX) return true;
        }
        last = next;
      }
    }
    if (isCovered) return true;
  }
  return false;
}
