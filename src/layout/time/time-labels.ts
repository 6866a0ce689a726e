/** What stands under the axis of years: as many names as have room. */
import { slotOf, type TimeAxis } from './time-axis.ts';

/** A name centred at a place, which lies wholly within the axis. */
export interface TimeLabel {
  readonly text: string;
  /** Of its middle, px. */
  readonly x: number;
}

/** Years between two names, of which the first is taken that leaves room. */
const STEPS = [1, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Between two names, px. */
const GAP_PX = 12;

/**
 * Names of round years, and of the first and the last bar where they have room beside those.
 * @param measure width of a text, px
 */
export function timeLabels(axis: TimeAxis, width: number, measure: (text: string) => number): TimeLabel[] {
  const { unit, from, count, slotPx } = axis;
  const nameOf = (year: number) => (unit === 1 ? String(year) : `${year}s`);
  const last = from + (count - 1) * unit;
  const roomPx = measure(nameOf(last)) + GAP_PX;
  const step = STEPS.find((years) => years >= unit && (years / unit) * slotPx >= roomPx) ?? Infinity;
  const round: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= last; year += step) round.push(year);
  const label = (year: number): TimeLabel => {
    const { x, width: slot } = slotOf(axis, year);
    const half = measure(nameOf(year)) / 2;
    return { text: nameOf(year), x: Math.max(half, Math.min(width - half, x + slot / 2)) };
  };
  const labels: TimeLabel[] = [];
  const put = (year: number) => {
    const next = label(year);
    if (labels.every(({ x }) => Math.abs(x - next.x) >= roomPx)) labels.push(next);
  };
  // what is pushed in from the edge may come too near to the next
  for (const year of [...round, from, last]) put(year);
  return labels.sort((a, b) => a.x - b.x);
}
