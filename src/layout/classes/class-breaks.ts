/**
 * Classes of values for a choropleth: few classes with limits that a person can read. This file holds what every
 * method of cutting them shares, and the cut at 1-2-5 numbers; class-methods.ts has the others and chooses.
 */

/** One class: values from `from` to `to`, both included; they are values that occur, or readable limits. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

/** Values that are the same but for the rounding of sums: shares of thirds add up to 1 in more than one way. */
export interface ValueGroup {
  readonly low: number;
  readonly high: number;
  /** How many places have such a value; at least 1. */
  readonly count: number;
}

/** As many classes as the ramp has steps. */
export const CLASS_LIMIT = 5;

/** Values that differ by less than this, of themselves or of 1, are taken for the same. */
const SAME = 1e-9;

/**
 * The distinct values above 0, ascending.
 * @param values one a place; zeros stand for "no record" and get no group
 */
export function groupValues(values: Iterable<number>): ValueGroup[] {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  const groups: ValueGroup[] = [];
  for (const value of sorted) {
    const last = groups.at(-1);
    if (last && value - last.low <= SAME * Math.max(1, value)) {
      groups[groups.length - 1] = { low: last.low, high: value, count: last.count + 1 };
    } else {
      groups.push({ low: value, high: value, count: 1 });
    }
  }
  return groups;
}

/** Every distinct value as a class of its own. */
export function classEach(groups: readonly ValueGroup[]): ValueClass[] {
  return groups.map(({ low, high }) => ({ from: low, to: high }));
}

/**
 * Classes that begin at given limits; those that no value falls into are left out.
 * @param starts ascending, the first not above the least value
 * @param whole whether values are counts: then a class ends one below the next start, else at its highest value
 */
export function classesFrom(
  groups: readonly ValueGroup[],
  starts: readonly number[],
  whole: boolean,
): ValueClass[] {
  const classes: ValueClass[] = [];
  starts.forEach((start, i) => {
    const next = starts[i + 1];
    const inside = groups.filter(({ high }) => high >= start && (next === undefined || high < next));
    if (inside.length === 0) return;
    const to = whole && next !== undefined ? next - 1 : inside.at(-1)!.high;
    // a group that a limit would split counts as above it, so that the limit gives way
    classes.push({ from: Math.min(start, inside[0]!.low), to });
  });
  return classes;
}

/** 1, 2, 5, 10, 20, 50, … and 0.5, 0.2, 0.1, … : the largest such number not above `value`. */
export function roundDownTo125(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power;
  const step = lead >= 5 - 1e-9 ? 5 : lead >= 2 - 1e-9 ? 2 : 1;
  return step * power;
}

/**
 * Classes on a logarithmic scale, at 1-2-5 numbers; none when no value is above 0. No more distinct values than
 * `limit` are a class each.
 * @param values one a place; zeros stand for "no record" and get no class
 * @param whole whether values are counts, so that the limits between classes are whole numbers
 * @param limit the most classes to make
 */
export function classBreaks(values: Iterable<number>, whole: boolean, limit = CLASS_LIMIT): ValueClass[] {
  const groups = groupValues(values);
  if (groups.length <= limit) return classEach(groups);
  const least = groups[0]!.low;
  const most = groups.at(-1)!.high;
  const starts = [least];
  for (let i = 1; i < limit; i++) {
    const exact = least * (most / least) ** (i / limit);
    const start = roundDownTo125(exact);
    if (start > starts.at(-1)! && start <= most) starts.push(start);
  }
  return classesFrom(groups, starts, whole);
}

/** Which class a value falls in: 0 for no record, else 1 to the number of classes. */
export function classOf(value: number, classes: readonly ValueClass[]): number {
  if (!(value > 0)) return 0;
  for (let i = classes.length - 1; i > 0; i--) if (value >= classes[i]!.from) return i + 1;
  return classes.length > 0 ? 1 : 0;
}

/** The ramp step (1 to 5) of a class: few classes spread over the whole ramp, a single one takes the middle. */
export function rampStep(classNumber: number, classCount: number): number {
  if (classNumber === 0) return 0;
  if (classCount === 1) return 4;
  return 1 + Math.round(((classNumber - 1) * (CLASS_LIMIT - 1)) / (classCount - 1));
}
