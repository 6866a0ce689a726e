/** Whether a place lies on a drawn country: figures have no DOM to ask. */
import type { Bounds, DrawnPath } from './map-path.ts';
import type { CountryShape } from './world-map.ts';

/**
 * Whether one of the shape's parts holds a place, or some of a level line from there to `toX`; px before zooming.
 */
export function shapeCovers({ parts }: Pick<CountryShape, 'parts'>, x: number, y: number, toX = x): boolean {
  return parts.some((part) => heldBy(part, x, y, toX) !== 'none');
}

/**
 * How much of a level line from x to `toX` a part holds: an even-odd count of the edges to the right of its beginning,
 * and none between; px before zooming.
 */
export function heldBy(
  { bounds, lines }: DrawnPath,
  x: number,
  y: number,
  toX: number,
): 'all' | 'some' | 'none' {
  // most places are outside, and taking the bounds apart would take longer than comparing them
  if (y < bounds[0][1] || y > bounds[1][1] || toX < bounds[0][0] || x > bounds[1][0]) return 'none';
  let isHeld = false;
  for (const ring of lines) {
    let last = ring.at(-1)!;
    for (const next of ring) {
      if (last[1] > y !== next[1] > y) {
        const edge = next[0] + ((last[0] - next[0]) * (y - next[1])) / (last[1] - next[1]);
        if (x < edge) isHeld = !isHeld;
        if (x < edge && edge < toX) return 'some';
      }
      last = next;
    }
  }
  return isHeld ? 'all' : 'none';
}

/** [[left, top], [right, bottom]] of all parts, px; a shape stays as it is. */
const extents = new WeakMap<object, Bounds>();

/** The bounds of a whole shape. */
export function extentOf({ parts }: Pick<CountryShape, 'parts'>): Bounds {
  let extent = extents.get(parts);
  if (!extent) {
    const of = (pick: (...px: number[]) => number, end: 0 | 1, axis: 0 | 1) =>
      pick(...parts.map(({ bounds }) => bounds[end][axis]));
    extent = [
      [of(Math.min, 0, 0), of(Math.min, 0, 1)],
      [of(Math.max, 1, 0), of(Math.max, 1, 1)],
    ];
    extents.set(parts, extent);
  }
  return extent;
}

/** Level lines of one width, [from, y, to] from the highest to the lowest, px before zooming. */
export type LevelLines = readonly (readonly [from: number, y: number, to: number])[];

/** Whether bounds reach as far as these lines: most do not, and what they are of need not be asked. */
function reaches(extent: Bounds, lines: LevelLines): boolean {
  const first = lines[0]!;
  return (
    first[2] >= extent[0][0] &&
    first[0] <= extent[1][0] &&
    first[1] <= extent[1][1] &&
    lines[lines.length - 1]![1] >= extent[0][1]
  );
}

/** Whether the shape covers some of these lines. */
export function shapeMeets(shape: Pick<CountryShape, 'parts'>, lines: LevelLines): boolean {
  return reaches(extentOf(shape), lines) && lines.some(([x, y, toX]) => shapeCovers(shape, x, y, toX));
}
