/**
 * The legend of the uncertainty palette as a wedge: the surest level along the rim, the least sure at the tip, values
 * rising from left to right. Everything in CSS pixels, the tip at [0, 0], y downwards.
 */
import { arc } from 'd3-shape';
import type { ValueClass } from '../classes/class-breaks.ts';
import { cellName, LEVEL_COUNT, STEPS_OF_LEVEL, VALUE_STEPS } from './uncertainty-palette.ts';

/** One cell of the wedge. */
export interface WedgeCell {
  readonly level: number;
  readonly step: number;
  /** Its class, which colours it: "vsup-0-3". */
  readonly name: string;
  /** SVG path data. */
  readonly d: string;
  /** Its middle, px. */
  readonly x: number;
  readonly y: number;
}

/** Where a label stands: the limits of a class at its part of the rim, or a level's scores at the right edge. */
export interface WedgeLabel {
  /** The step of the most certain level, or the level. */
  readonly index: number;
  /** px; the label's middle line lies at `y`. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Wedge {
  readonly cells: readonly WedgeCell[];
  /** One for each step of the most certain level, from the lowest values. */
  readonly valueLabels: readonly WedgeLabel[];
  /** One for each level, from the most certain. */
  readonly levelLabels: readonly WedgeLabel[];
  /** Of the cells, without labels: [left, top, right, bottom]. */
  readonly bounds: readonly [number, number, number, number];
}

/** A label of the rim with the limits of its class. */
export interface RimLabel extends WedgeLabel {
  readonly words: string;
}

/** Room to the left and to the right of the tip, px: the labels of the levels fit; those of the rim may need more. */
const LEAST_LEFT_PX = 64;
const LEAST_RIGHT_PX = 142;

/** Half the wedge's opening, radians from the vertical. */
const HALF_ANGLE = Math.PI / 4;
const LABEL_GAP_PX = 6;

/**
 * The wedge's cells and where their labels stand.
 * @param radiusPx from tip to rim, above 0
 */
export function wedgeLegend(radiusPx: number): Wedge {
  const shape = arc<{ level: number; step: number }>()
    .innerRadius(({ level }) => ringRadius(level + 1, radiusPx))
    .outerRadius(({ level }) => ringRadius(level, radiusPx))
    .startAngle(({ level, step }) => angleAt(step / STEPS_OF_LEVEL[level]!))
    .endAngle(({ level, step }) => angleAt((step + 1) / STEPS_OF_LEVEL[level]!))
    .digits(2);
  const cells = STEPS_OF_LEVEL.flatMap((stepCount, level) =>
    Array.from({ length: stepCount }, (_, step): WedgeCell => {
      const [x, y] = shape.centroid({ level, step });
      return { level, step, name: cellName({ level, step }), d: shape({ level, step }) ?? '', x, y };
    }),
  );
  const side = radiusPx * Math.sin(HALF_ANGLE);
  return {
    cells,
    valueLabels: Array.from({ length: VALUE_STEPS }, (_, step) => valueLabel(step, radiusPx)),
    levelLabels: STEPS_OF_LEVEL.map((_, level) => levelLabel(level, radiusPx)),
    bounds: [-side, -radiusPx, side, 0],
  };
}

/**
 * The labels of the rim that have a class: few classes leave steps out.
 * @param limits of a class, in words
 */
export function rimLabels(
  { valueLabels }: Wedge,
  classes: readonly ValueClass[],
  limits: (valueClass: ValueClass) => string,
): RimLabel[] {
  const last = VALUE_STEPS - 1;
  const stepOf = (i: number) => (classes.length === 1 ? 2 : Math.round((i * last) / (classes.length - 1)));
  return valueLabels.flatMap((label) => {
    const valueClass = classes.find((_, i) => stepOf(i) === label.index);
    return valueClass ? [{ ...label, words: limits(valueClass) }] : [];
  });
}

/**
 * What the wedge and the labels of its rim take to either side of its tip, px.
 * @param measure width of a text as it is set, px
 */
export function roomBesideTip(
  rim: readonly RimLabel[],
  measure: (words: string) => number,
): { readonly left: number; readonly right: number } {
  const room = (side: WedgeLabel['anchor'], least: number) => {
    const beside = rim.filter(({ anchor }) => anchor === side);
    return Math.max(least, ...beside.map(({ words, x }) => Math.ceil(measure(words) + Math.abs(x))));
  };
  return { left: room('end', LEAST_LEFT_PX), right: room('start', LEAST_RIGHT_PX) };
}

/** Radius of the outer edge of a level; 0 beyond the last. */
function ringRadius(level: number, radiusPx: number): number {
  return (radiusPx * (LEVEL_COUNT - level)) / LEVEL_COUNT;
}

/** Angle of a share of the opening, 0 (left) to 1 (right): clockwise from the vertical. */
function angleAt(share: number): number {
  return HALF_ANGLE * (2 * share - 1);
}

function valueLabel(step: number, radiusPx: number): WedgeLabel {
  const angle = angleAt((step + 0.5) / VALUE_STEPS);
  const radius = radiusPx + LABEL_GAP_PX;
  const slant = Math.sin(angle);
  return {
    index: step,
    x: radius * slant,
    y: -radius * Math.cos(angle),
    anchor: slant < -0.05 ? 'end' : slant > 0.05 ? 'start' : 'middle',
  };
}

function levelLabel(level: number, radiusPx: number): WedgeLabel {
  const radius = (ringRadius(level, radiusPx) + ringRadius(level + 1, radiusPx)) / 2;
  const x = radius * Math.sin(HALF_ANGLE) + LABEL_GAP_PX;
  return { index: level, x, y: -radius * Math.cos(HALF_ANGLE), anchor: 'start' };
}
