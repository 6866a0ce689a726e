/**
 * Class breaks for a choropleth: few classes with limits that a person can read. Up to five distinct values
 * are a class each; more are cut on a logarithmic scale at 1-2-5 numbers, since counts of places are skewed.
 */

/** One class: values from `from` to `to`, both included; they are values that occur, or readable limits. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

export const CLASS_LIMIT = 5;

/** 1, 2, 5, 10, 20, 50, … and 0.5, 0.2, 0.1, … : the largest such number not above `value`. */
export function roundDownTo125(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power;
  const step = lead >= 5 - 1e-9 ? 5 : lead >= 2 - 1e-9 ? 2 : 1;
  return step * power;
}

/**
 * The classes for the values above 0; none when there is no such value.
 * @param values one a place; zeros stand for "no record" and get no class
 * @param whole whether values are counts, so that the limits between classes are whole numbers
 */
export function classBreaks(values: Iterable<number>, whole: boolean): ValueClass[] {
  const distinct = [...new Set(values)].filter((value) => value > 0).sort((a, b) => a - b);
  if (distinct.length <= CLASS_LIMIT) return distinct.map((value) => ({ from: value, to: value }));
  const least = distinct[0]!;
  const most = distinct.at(-1)!;
  const starts = [least];
  for (let i = 1; i < CLASS_LIMIT; i++) {
    const exact = least * (most / least) ** (i / CLASS_LIMIT);
    const start = roundDownTo125(exact);
    if (start > starts.at(-1)! && start <= most) starts.push(start);
  }
  return starts.map((from, i) => {
    const next = starts[i + 1];
    if (next === undefined) return { from, to: most };
    return { from, to: whole ? next - 1 : next };
  });
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
