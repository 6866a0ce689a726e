/** Where a name may stand in an area, or along its coast: found on level lines through the part of it that is named. */
import type { LabelBox } from '../text/box-index.ts';
import type { LabelForm, LabelSpot } from '../text/label-placement.ts';
import type { Magnification } from './magnification.ts';
import type { DrawnPath } from './map-path.ts';
import type { CountryShape } from './world-map.ts';

/** What of an area is named: one of its parts, and where its name wants to stand, px before zooming. */
export interface Sight {
  readonly part: DrawnPath;
  readonly x: number;
  readonly y: number;
}

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
  /** By height of a box, then by the level of its middle: where it lies within the shape, whatever stands beside it. */
  readonly rooms: Map<number, readonly Crossings[]>;
}

/** Where a level line lies, px before zooming. */
const heightOf = ({ top, step }: Levels, line: number): number => top + (line + 0.5) * step;

/** A label has up to four heights, and a map that is zoomed asks for others each time. */
const ROOMS_KEPT = 8;

/** A shape stays as it is for as long as the map's size does. */
const known = new WeakMap<DrawnPath, Levels>();

function levelsOf(part: DrawnPath): Levels {
  const found = known.get(part);
  if (found) return found;
  const [[, top], [, bottom]] = part.bounds;
  const step = (bottom - top) / LEVELS;
  const lines = Array.from({ length: LEVELS }, (): Crossings => []);
  for (const ring of part.lines) {
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
  const levels: Levels = { top, step, lines, rooms: new Map() };
  known.set(part, levels);
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

/** What all these lines, at least one, have in common: pairs of where it begins and ends. */
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

/** By level, where boxes of a height lie within a part when their middles are on it; px before zooming. */
function roomsOf(part: DrawnPath, high: number): readonly Crossings[] {
  const levels = levelsOf(part);
  const found = levels.rooms.get(high);
  if (found) return found;
  const [[, top], [, bottom]] = part.bounds;
  const rooms = levels.lines.map((_, i) => {
    const middle = heightOf(levels, i);
    const [y0, y1] = [middle - high / 2, middle + high / 2];
    return y0 >= top && y1 <= bottom ? common(linesAt(levels, y0, y1)) : [];
  });
  if (levels.rooms.size >= ROOMS_KEPT) levels.rooms.clear();
  levels.rooms.set(high, rooms);
  return rooms;
}

/** From the window's left edge to its right, px before zooming: a line as those through a part. */
const across = ({ x0, x1 }: LabelBox, { k, x }: Magnification): Crossings => [(x0 - x) / k, (x1 - x) / k];

/**
 * What is in sight of an area whose middle is not: its largest part with enough in the window, and the place with as
 * much of that above it as below. Null where nothing has enough, in px² on the screen.
 */
export function sightOf(
  { parts }: CountryShape,
  view: Magnification,
  window: LabelBox,
  enoughPx2: number,
): Sight | null {
  const enough = enoughPx2 / view.k ** 2;
  const ends = across(window, view);
  for (const part of parts) {
    if (part.areaPx < enough) return null;
    const [[left], [right]] = part.bounds;
    if (right < ends[0]! || left > ends[1]!) continue;
    const levels = levelsOf(part);
    const { step, lines } = levels;
    const seen = lines.flatMap((line, i) => {
      const y = heightOf(levels, i);
      const yPx = y * view.k + view.y;
      if (yPx < window.y0 || yPx > window.y1) return [];
      const pieces = common([ends, line]);
      return pieces.flatMap((from, j) =>
        j % 2 ? [] : { x: (from + pieces[j + 1]!) / 2, y, length: pieces[j + 1]! - from },
      );
    });
    let half = seen.reduce((sum, { length }) => sum + length, 0) / 2;
    if (half * 2 * step < enough) continue;
    return { part, ...seen.find(({ length }) => (half -= length) <= 0)! };
  }
  return null;
}

/** Letters leave so much of their line free above and below, px. */
export const LEADING_PX = 2.5;

/** Places for a text within the area and the window, the nearest to where its mark stands first. */
export function* spotsWithin(
  sight: Sight,
  view: Magnification,
  form: LabelForm,
  window: LabelBox,
): Generator<LabelSpot> {
  const { k } = view;
  const [[left, top], [right, bottom]] = sight.part.bounds;
  const [wide, high] = [form.width / k, (form.height - 2 * LEADING_PX) / k];
  if (right - left < wide || bottom - top < high) return;
  const levels = levelsOf(sight.part);
  const ends = across(window, view);
  const found: { readonly at: number; readonly middle: number; readonly away: number }[] = [];
  for (const [i, inside] of roomsOf(sight.part, high).entries()) {
    if (inside.length === 0) continue;
    const middle = heightOf(levels, i);
    const room = common([ends, inside]);
    for (let j = 0; j < room.length; j += 2) {
      const [from, to] = [room[j]! + wide / 2, room[j + 1]! - wide / 2];
      if (from > to) continue;
      // as near as can be, and at both ends where something else has taken that
      for (const at of new Set([Math.min(to, Math.max(from, sight.x)), from, to]))
        found.push({ at, middle, away: Math.hypot(at - sight.x, middle - sight.y) });
    }
  }
  found.sort((a, b) => a.away - b.away);
  for (const { at, middle } of found) {
    const [anchorX, anchorY] = [at * k + view.x, middle * k + view.y];
    yield { form, anchorX, anchorY, toward: 0, side: 'centre', leader: null };
  }
}

/** Places for a text along the area's coast: right and left of it, above and below, then farther up and down. */
export function* spotsBeside(
  sight: Sight,
  { k, x, y }: Magnification,
  form: LabelForm,
): Generator<LabelSpot> {
  const { width, height } = form;
  const levels = levelsOf(sight.part);
  const spot = (anchorX: number, anchorY: number, toward: number): LabelSpot => ({
    form,
    anchorX,
    anchorY,
    toward,
    side: 'beside',
    leader: null,
  });
  function* sides(middle: number): Generator<LabelSpot> {
    let [west, east] = [Infinity, -Infinity];
    for (const line of linesAt(levels, middle - height / 2 / k, middle + height / 2 / k)) {
      if (line.length === 0) continue;
      west = Math.min(west, line[0]!);
      east = Math.max(east, line[line.length - 1]!);
    }
    if (east < west) return;
    const anchorY = middle * k + y;
    yield spot(east * k + x + GAP_PX, anchorY, 1);
    yield spot(west * k + x - GAP_PX, anchorY, -1);
  }
  yield* sides(sight.y);
  const reach = width / 2 / k;
  const isBelow = (line: Crossings) =>
    line.some((from, i) => i % 2 === 0 && from < sight.x + reach && line[i + 1]! > sight.x - reach);
  const [first, last] = [levels.lines.findIndex(isBelow), levels.lines.findLastIndex(isBelow)];
  const above = (levels.top + first * levels.step) * k + y - GAP_PX - height / 2;
  const below = (levels.top + (last + 1) * levels.step) * k + y + GAP_PX + height / 2;
  if (first >= 0) for (const anchorY of [above, below]) yield spot(sight.x * k + x, anchorY, 0);
  for (const half of HALF_HEIGHTS) yield* sides(sight.y + (half * height) / 2 / k);
}
