/** Names on the arcs of a sunburst: whole along one curve or two, or straight across the ring; at last their beginning. */
import { knownName, type Measure } from '../text/broken-name.ts';

/** A label that fits its arc: along one or two curves, or straight across the ring. `text` is the whole name. */
export type ArcLabel =
  | { readonly kind: 'curved'; readonly text: string; readonly lines: readonly CurvedLine[] }
  | {
      readonly kind: 'straight';
      readonly text: string;
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

/** The label of an arc that has room for the whole name, else null. */
export function fitLabel(text: string, shape: ArcShape, measure: Measure): ArcLabel | null {
  const [one] = roomsOn(shape, 1);
  if (one !== undefined && measure(text) <= one) return along(text, [text], shape);
  const straight = fitStraight(text, shape, measure);
  if (straight !== null) return straight;
  const [first, second] = roomsOn(shape, 2);
  return first === undefined || second === undefined
    ? null
    : along(text, knownName(text, measure).inTwo(first, second), shape);
}

/** The label of an arc on which at least half of the name has room, with "…" at its end, else null. */
export function cutLabel(text: string, shape: ArcShape, measure: Measure): ArcLabel | null {
  const name = knownName(text, measure);
  const [one] = roomsOn(shape, 1);
  const [first, second] = roomsOn(shape, 2);
  const two = first === undefined || second === undefined ? null : name.inTwoCut(first, second);
  const cut = two ?? (one === undefined ? null : name.cut(one));
  return along(text, typeof cut === 'string' ? [cut] : cut, shape);
}

function along(text: string, lines: readonly string[] | null, shape: ArcShape): ArcLabel | null {
  return (
    lines && {
      kind: 'curved',
      text,
      lines: lines.map((line, i) => ({ text: line, d: curve(shape, radiusOf(shape, i, lines.length)) })),
    }
  );
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

/** Along the radius, from left to right. */
function fitStraight(text: string, shape: ArcShape, measure: Measure): ArcLabel | null {
  const { startRad, endRad, innerPx, outerPx } = shape;
  if (outerPx - innerPx < measure(text) + END_PX || (endRad - startRad) * innerPx < LINE_PX) return null;
  const middle = middleOf(shape);
  const middlePx = (innerPx + outerPx) / 2;
  const turn = (middle * 180) / Math.PI - 90;
  return {
    kind: 'straight',
    text,
    x: round(Math.sin(middle) * middlePx),
    y: round(-Math.cos(middle) * middlePx),
    turnDeg: round(middle > Math.PI ? turn + 180 : turn),
  };
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
