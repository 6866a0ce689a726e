/**
 * Names on the arcs of a sunburst: whole along one curve, straight across the ring, along two curves, or outside of an
 * arc that has none beyond it; where none of these has room, the beginning with "…", as long as it tells half of the name.
 */

/** Width of a text, px. */
export type Measure = (text: string) => number;

/** A label that fits its arc: along one or two curves, or straight across the ring. `text` is the whole name. */
export type ArcLabel =
  | { readonly kind: 'curved'; readonly text: string; readonly lines: readonly CurvedLine[] }
  | {
      readonly kind: 'straight';
      readonly text: string;
      /** What is written. */
      readonly line: string;
      /** The middle of the line, px from the centre, and how it is turned. */
      readonly x: number;
      readonly y: number;
      readonly turnDeg: number;
    };

/** A line of type and the curve that it is written on, as SVG path data. */
export interface CurvedLine {
  readonly text: string;
  readonly d: string;
}

/** A part of a ring: angles clockwise from twelve o'clock, radians. */
export interface ArcShape {
  readonly startRad: number;
  readonly endRad: number;
  readonly innerPx: number;
  readonly outerPx: number;
}

/** Height that a line of 12 px type needs. */
const LINE_PX = 14;
/** Room at both ends of a curved line, together. */
const END_PX = 6;

/** Between an arc and a name outside of it, and between that and the edge of the drawing, px. */
const BEYOND_PX = 5;

/**
 * The label of an arc, null where it has no room for half of the name.
 * @param halfPx half of the drawing's width and height where nothing lies beyond the arc, else null
 */
export function fitLabel(
  text: string,
  shape: ArcShape,
  measure: Measure,
  halfPx: readonly [width: number, height: number] | null = null,
): ArcLabel | null {
  const inside = fitInside(text, shape, measure);
  if (halfPx === null || (inside !== null && !isCut(inside))) return inside;
  const beyond = fitBeyond(text, shape, measure, halfPx);
  return beyond === null || (inside !== null && isCut(beyond)) ? inside : beyond;
}

const isCut = (label: ArcLabel) =>
  (label.kind === 'straight' ? label.line : label.lines.at(-1)!.text).endsWith(ELLIPSIS);

function fitInside(text: string, shape: ArcShape, measure: Measure): ArcLabel | null {
  const along = (lines: readonly string[] | null): ArcLabel | null =>
    lines && {
      kind: 'curved',
      text,
      lines: lines.map((line, i) => ({ text: line, d: curve(shape, radiusOf(shape, i, lines.length)) })),
    };
  const [one] = roomsOn(shape, 1);
  if (one !== undefined && measure(text) <= one) return along([text]);
  const straight = fitStraight(text, shape, measure);
  if (straight !== null) return straight;
  const name = knownName(text, measure);
  const [first, second] = roomsOn(shape, 2);
  const two = first === undefined || second === undefined ? null : name.inTwo(first, second);
  return along(two ?? (one === undefined ? null : name.cut(one)));
}

/** The widths of so many lines on an arc, px, the upper first; none where the ring is too thin for them. */
function roomsOn(shape: ArcShape, count: number): number[] {
  if (shape.outerPx - shape.innerPx < count * LINE_PX - 2) return [];
  const angle = Math.min(shape.endRad - shape.startRad, 2 * Math.PI * 0.9);
  return Array.from({ length: count }, (_, i) => angle * (radiusOf(shape, i, count) - 4) - END_PX);
}

const middleOf = ({ startRad, endRad }: ArcShape) => (startRad + endRad) / 2;

/** Whether type on it runs counter-clockwise, so that it stands on its feet. */
function isLower(shape: ArcShape): boolean {
  const middle = middleOf(shape);
  return middle > Math.PI / 2 && middle < (3 * Math.PI) / 2;
}

/** The radius of a line of so many: the first stands above, outside in the upper half and inside in the lower. */
function radiusOf(shape: ArcShape, line: number, count: number): number {
  const above = ((count - 1) / 2 - line) * (LINE_PX - 1);
  return (shape.innerPx + shape.outerPx) / 2 + (isLower(shape) ? -above : above);
}

function fitStraight(text: string, shape: ArcShape, measure: Measure): ArcLabel | null {
  const { startRad, endRad, innerPx, outerPx } = shape;
  if (outerPx - innerPx < measure(text) + END_PX || (endRad - startRad) * innerPx < LINE_PX) return null;
  return straightAt(text, text, shape, (innerPx + outerPx) / 2);
}

/** Outward from an arc's outer edge, as far as the drawing reaches. */
function fitBeyond(
  text: string,
  shape: ArcShape,
  measure: Measure,
  [halfWidth, halfHeight]: readonly [number, number],
): ArcLabel | null {
  const { startRad, endRad, outerPx } = shape;
  if ((endRad - startRad) * (outerPx + BEYOND_PX) < LINE_PX - 1) return null;
  const middle = middleOf(shape);
  const half = LINE_PX / 2;
  const farPx = Math.min(
    (halfWidth - half) / Math.max(1e-9, Math.abs(Math.sin(middle))),
    (halfHeight - half) / Math.max(1e-9, Math.abs(Math.cos(middle))),
  );
  const roomPx = farPx - outerPx - 2 * BEYOND_PX;
  const line = measure(text) <= roomPx ? text : knownName(text, measure).cut(roomPx)?.[0];
  return line === undefined
    ? null
    : straightAt(text, line, shape, outerPx + BEYOND_PX + Math.min(roomPx, measure(line)) / 2);
}

/** A line along the radius, with its middle so far out, px; from left to right. */
function straightAt(text: string, line: string, shape: ArcShape, middlePx: number): ArcLabel {
  const middle = middleOf(shape);
  const turn = (middle * 180) / Math.PI - 90;
  return {
    kind: 'straight',
    text,
    line,
    x: round(Math.sin(middle) * middlePx),
    y: round(-Math.cos(middle) * middlePx),
    turnDeg: round(middle > Math.PI ? turn + 180 : turn),
  };
}

/** By measure, then by text: arcs change with each click, the names on them seldom. */
const namesByMeasure = new WeakMap<Measure, Map<string, BrokenName>>();

function knownName(text: string, measure: Measure): BrokenName {
  let known = namesByMeasure.get(measure);
  if (!known) namesByMeasure.set(measure, (known = new Map<string, BrokenName>()));
  let name = known.get(text);
  if (!name) known.set(text, (name = new BrokenName(text, measure)));
  return name;
}

const ELLIPSIS = '…';

/** A name that is written on two lines or cut. */
class BrokenName {
  /** Characters, and where each ends on a line, px: by their own widths, kerning shared out evenly. */
  readonly #characters: readonly string[];
  readonly #ends: readonly number[];
  readonly #ellipsisPx: number;
  /** Where a second line may begin, after a blank. */
  readonly #breaks: readonly number[];

  constructor(text: string, measure: Measure) {
    this.#characters = Array.from(text);
    let end = 0;
    const ends = this.#characters.map((character) => (end += measure(character)));
    const kerning = end > 0 ? measure(text) / end : 1;
    this.#ends = ends.map((at) => at * kerning);
    this.#ellipsisPx = measure(ELLIPSIS);
    this.#breaks = this.#characters.flatMap((character, i) => (character === ' ' ? [i + 1] : []));
  }

  /** On two lines of such widths, px: whole at the break that leaves the shortest longer line, else the second cut. */
  inTwo(firstPx: number, secondPx: number): string[] | null {
    const { length } = this.#characters;
    let best: number | null = null;
    let longest: number | null = null;
    for (const at of this.#breaks) {
      const [upper, lower] = [this.#width(0, at - 1), this.#width(at, length)];
      if (upper > firstPx) break;
      longest = at;
      if (lower <= secondPx && (best === null || Math.max(upper, lower) < this.#longer(best))) best = at;
    }
    if (best !== null) return [this.#text(0, best - 1), this.#text(best, length)];
    const rest = longest === null ? null : this.#cut(longest, secondPx);
    return rest === null ? null : [this.#text(0, longest! - 1), rest];
  }

  /** Its beginning on a line of such a width, px. */
  cut(roomPx: number): string[] | null {
    const line = this.#cut(0, roomPx);
    return line === null ? null : [line];
  }

  /** From a character on, as far as there is room; null where less than half of the name would be told. */
  #cut(from: number, roomPx: number): string | null {
    const { length } = this.#characters;
    let to = length;
    while (to > from && this.#width(from, to) + this.#ellipsisPx > roomPx) to -= 1;
    if (to < length / 2 || to - from < 2) return null;
    return this.#text(from, to).trimEnd() + ELLIPSIS;
  }

  #longer(at: number): number {
    return Math.max(this.#width(0, at - 1), this.#width(at, this.#characters.length));
  }

  #width(from: number, to: number): number {
    return (this.#ends[to - 1] ?? 0) - (this.#ends[from - 1] ?? 0);
  }

  #text(from: number, to: number): string {
    return this.#characters.slice(from, to).join('');
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

/** An arc to write on, running left to right: clockwise in the upper half, counter-clockwise in the lower. */
function curve(shape: ArcShape, radiusPx: number): string {
  const middle = middleOf(shape);
  const lower = isLower(shape);
  // a full circle has no start to write from: leave a gap opposite the text
  const half = Math.min((shape.endRad - shape.startRad) / 2, Math.PI * 0.95);
  // the baseline stands a little inside (above) or outside (below) the middle, so that the x-height is centred
  const r = lower ? radiusPx + 4 : radiusPx - 4;
  const [from, to] = lower ? [middle + half, middle - half] : [middle - half, middle + half];
  const at = (angle: number) => `${round(Math.sin(angle) * r)},${round(-Math.cos(angle) * r)}`;
  return `M${at(from)}A${round(r)},${round(r)},0,${half * 2 > Math.PI ? 1 : 0},${lower ? 0 : 1},${at(to)}`;
}
