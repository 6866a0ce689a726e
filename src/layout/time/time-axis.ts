/** Years on a line that is true to time: each has the same room, those without a record too. */

/** A stretch of time with a bar, and where it stands. */
export interface TimeSlot {
  /** The first year of it. */
  readonly year: number;
  /** px from the left end of the drawing. */
  readonly x: number;
  readonly width: number;
}

export interface TimeAxis {
  /** How many years a bar stands for: 10 where bars of a year would be too thin to be hit. */
  readonly unit: 1 | 10;
  /** The first year, a decade's first where bars stand for decades. */
  readonly from: number;
  /** How many bars have room. */
  readonly count: number;
  /** Room of each, px. */
  readonly slotPx: number;
  /** Where the first begins, px: left of it is room for numbers. */
  readonly left: number;
}

/** Thinner bars stand for decades. */
const THINNEST_PX = 3;

/**
 * The axis from the first year to the last, as wide as the drawing.
 * @param years in any order; without one there is no axis
 * @param width px
 */
export function timeAxis(years: readonly number[], width: number): TimeAxis | null {
  if (years.length === 0 || width <= 0) return null;
  const first = Math.min(...years);
  const last = Math.max(...years);
  const yearCount = last - first + 1;
  if (width / yearCount >= THINNEST_PX) {
    return { unit: 1, from: first, count: yearCount, slotPx: width / yearCount, left: 0 };
  }
  const from = decadeBefore(first);
  const count = (decadeBefore(last) - from) / 10 + 1;
  return { unit: 10, from, count, slotPx: width / count, left: 0 };
}

/** The same bars in what numbers leave of a drawing. @param left room of the numbers, px */
export const besideNumbers = (axis: TimeAxis, width: number, left: number): TimeAxis => ({
  ...axis,
  left,
  slotPx: (width - left) / axis.count,
});

const decadeBefore = (year: number) => Math.floor(year / 10) * 10;

/** Where a year has its bar. */
export function slotOf({ unit, from, slotPx, left }: TimeAxis, year: number): TimeSlot {
  const i = Math.floor((year - from) / unit);
  return { year: from + i * unit, x: left + i * slotPx, width: slotPx };
}

/** Wider bars look like areas. */
const WIDEST_PX = 72;

/** A bar within its room: between two a gap that is seen, but never wider than a fifth of the room. */
export function barWithin({ x, width }: TimeSlot): { readonly x: number; readonly width: number } {
  const bar = Math.min(WIDEST_PX, width - Math.min(4, width / 5));
  return { x: x + (width - bar) / 2, width: bar };
}

/** Less is not seen, px: a single record beside thousands is one all the same. */
const LOWEST_PX = 1.5;

/** The height of a bar, px; 0 for nothing alone. @param most the largest value of all bars */
export function barHeight(value: number, most: number, height: number): number {
  return value <= 0 ? 0 : Math.max(Math.min(LOWEST_PX, height), (value / most) * height);
}
