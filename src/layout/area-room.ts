/** Where a name may stand in an area, or along its coast: found on level lines through the area's largest part. */
import type { LabelForm, LabelSpot } from './label-placement.ts';
import type { Magnification } from './magnification.ts';
import type { CountryShape } from './world-map.ts';

/** Level lines through a shape: enough for a country on a phone, where it is as high as two lines of type. */
const LEVELS = 24;
/** Between a coast and the name beside it, px. */
const GAP_PX = 4;
/** Places along a coast are tried so far up and down, in half heights of the name. */
const HALF_HEIGHTS = [-1, 1, -2, 2, -3, 3];

/** Where a level line enters the shape and leaves it, again and again, px before zooming. */
type Crossings = number[];

interface Levels {
  readonly top: number;
  /** Between two lines; the first is half of it below the top. */
  readonly step: number;
  readonly lines: readonly Crossings[];
}

/** A shape stays as it is for as long as the map's size does. */
const known = new WeakMap<CountryShape, Levels>();

function levelsOf(shape: CountryShape): Levels {
  const found = known.get(shape);
  if (found) return found;
  const [[, top], [, bottom]] = shape.bounds;
  const step = (bottom - top) / LEVELS;
  const lines = Array.from({ length: LEVELS }, (): Crossings => []);
  for (const ring of shape.parts[0]?.lines ?? []) {
    let last = ring.at(-1)!;
    for (const next of ring) {
      const [[x0, y0], [x1, y1]] = last[1] < next[1] ? [last, next] : [next, last];
      for (let i = Math.ceil((y0 - top) / step - 0.5); i < (y1 - top) / step - 0.5; i++) {
        lines[i]?.push(x0 + ((x1 - x0) * (top + (i + 0.5) * step - y0)) / (y1 - y0));
      }
      last = next;
    }
  }
  for (const line of lines) line.sort((a, b) => a - b);
  const levels = { top, step, lines };
  known.set(shape, levels);
  return levels;
}

/** The lines that a box meets, at least the one next to its middle; px before zooming. */
function linesAt({ top, step, lines }: Levels, y0: number, y1: number): readonly Crossings[] {
  const from = Math.ceil((y0 - top) / step - 0.5);
  const to = Math.floor((y1 - top) / step + 0.5);
  return from < to
    ? lines.slice(Math.max(0, from), Math.max(0, to))
    : lines.slice(Math.max(0, to), Math.max(0, to) + 1);
}

/** What all these lines have in common: pairs of where it begins and ends. */
function common(lines: readonly Crossings[]): Crossings {
  return lines.reduce((all, line) => {
    const both: Crossings = [];
    for (let i = 0; i < all.length; i += 2) {
      for (let j = 0; j < line.length; j += 2) {
        const [from, to] = [Math.max(all[i]!, line[j]!), Math.min(all[i + 1]!, line[j + 1]!)];
        if (from < to) both.push(from, to);
      }
    }
    return both;
  });
}

/** Letters leave so much of their line free above and below, px. */
export const LEADING_PX = 2.5;

/** Places for a text within the area, the nearest to where its mark stands first. */
export function spotsWithin(
  shape: CountryShape,
  { k, x, y }: Magnification,
  { width, height }: LabelForm,
): LabelSpot[] {
  const [[left, top], [right, bottom]] = shape.bounds;
  const [across, down] = [width / k, (height - 2 * LEADING_PX) / k];
  if (right - left < across || bottom - top < down) return [];
  const levels = levelsOf(shape);
  const found: (LabelSpot & { away: number })[] = [];
  for (let i = 0; i < LEVELS; i++) {
    const middle = top + (i + 0.5) * levels.step;
    if (middle - down / 2 < top || middle + down / 2 > bottom) continue;
    const room = common(linesAt(levels, middle - down / 2, middle + down / 2));
    for (let j = 0; j < room.length; j += 2) {
      if (room[j + 1]! - room[j]! < across) continue;
      const at = Math.min(room[j + 1]! - across / 2, Math.max(room[j]! + across / 2, shape.x));
      const away = Math.hypot(at - shape.x, middle - shape.y);
      found.push({
        anchorX: at * k + x,
        anchorY: middle * k + y,
        toward: 0,
        width,
        height,
        side: 'centre',
        away,
      });
    }
  }
  return found.sort((a, b) => a.away - b.away);
}

/** Places for a text along the area's coast: right and left of it, above and below, then farther up and down. */
export function* spotsBeside(
  shape: CountryShape,
  { k, x, y }: Magnification,
  { width, height }: LabelForm,
): Generator<LabelSpot> {
  const levels = levelsOf(shape);
  const text = { width, height, side: 'beside' } as const;
  function* sides(middle: number): Generator<LabelSpot> {
    const crossings = linesAt(levels, middle - height / 2 / k, middle + height / 2 / k).flat();
    if (crossings.length === 0) return;
    const anchorY = middle * k + y;
    yield { ...text, anchorX: Math.max(...crossings) * k + x + GAP_PX, anchorY, toward: 1 };
    yield { ...text, anchorX: Math.min(...crossings) * k + x - GAP_PX, anchorY, toward: -1 };
  }
  yield* sides(shape.y);
  const reach = width / 2 / k;
  const isBelow = (line: Crossings) =>
    line.some((from, i) => i % 2 === 0 && from < shape.x + reach && line[i + 1]! > shape.x - reach);
  const [first, last] = [levels.lines.findIndex(isBelow), levels.lines.findLastIndex(isBelow)];
  const above = (levels.top + first * levels.step) * k + y - GAP_PX - height / 2;
  const below = (levels.top + (last + 1) * levels.step) * k + y + GAP_PX + height / 2;
  if (first >= 0)
    for (const anchorY of [above, below]) yield { ...text, anchorX: shape.x * k + x, anchorY, toward: 0 };
  for (const half of HALF_HEIGHTS) yield* sides(shape.y + (half * height) / 2 / k);
}
