/**
 * Ways to cut values into classes, and which of them suits the data. Whatever the method, no more classes are made
 * than there are colours for, and no more distinct values than that are a class each.
 */
import {
  classBreaks,
  classEach,
  classesFrom,
  classOf,
  CLASS_LIMIT,
  groupValues,
  type ValueClass,
  type ValueGroup,
} from './class-breaks.ts';
import { goodnessOfFit, jenksStarts } from './jenks.ts';

/** How classes are cut. */
export type ClassMethod = 'log' | 'quantile' | 'equal' | 'jenks';

/** In the order of the switch. */
export const CLASS_METHODS: readonly ClassMethod[] = ['log', 'quantile', 'equal', 'jenks'];

/** What the switch, the legend and image captions call each method. */
export const METHOD_LABEL: Readonly<Record<ClassMethod, string>> = {
  log: 'Logarithmic',
  quantile: 'Quantiles',
  equal: 'Equal intervals',
  jenks: 'Natural breaks',
};

/** A method and, in one line for the legend, why it was taken. */
export interface MethodChoice {
  readonly method: ClassMethod;
  /** "" where none is needed: for natural breaks, for a stated method, and where each value is a class. */
  readonly reason: string;
}

/** A class of a map: its limits and how many places fall into it. */
export interface PlaceClass extends ValueClass {
  /** At least 1: a class that no place falls into is not made. */
  readonly placeCount: number;
}

/** The classes of a map and how they came about. */
export interface ClassScheme extends MethodChoice {
  /** Whether every distinct value is a class of its own, so that the method makes no difference. */
  readonly isEachValue: boolean;
  /** Ascending and disjoint; every value above 0 lies in exactly one. */
  readonly classes: readonly PlaceClass[];
}

/** The highest value is at least so many times the median: strongly skewed. */
const SKEWED_TIMES = 8;
/** Below this ratio of the highest to the least value, 1-2-5 numbers leave too few classes. */
const LOG_SPAN = 20;
/** Equal intervals are taken where they explain at least this share of what natural breaks explain. */
const EQUAL_SHARE = 0.97;
/** Classes of which one holds more than this share of the places say little. */
const CROWDED_SHARE = 0.5;

/**
 * Cuts the values into classes.
 * @param values one a place; zeros stand for "no record" and get no class
 * @param method a stated one, or 'auto' for the one that suits the data
 * @param whole whether values are counts, so that limits are whole numbers
 * @param limit the most classes to make: as many as there are colours
 */
export function classify(
  values: readonly number[],
  method: ClassMethod | 'auto',
  whole: boolean,
  limit = CLASS_LIMIT,
): ClassScheme {
  const groups = groupValues(values);
  const choice = method === 'auto' ? chooseFor(groups, whole, limit) : { method, reason: '' };
  const classes = cut(groups, choice.method, whole, limit);
  const placeCounts = new Array<number>(classes.length).fill(0);
  for (const { low, count } of groups) placeCounts[classOf(low, classes) - 1]! += count;
  return {
    ...choice,
    isEachValue: groups.length <= limit,
    classes: classes.map((valueClass, i) => ({ ...valueClass, placeCount: placeCounts[i]! })),
  };
}

/**
 * The method that suits the values, and why.
 * @param values as for `classify`
 * @param whole whether values are counts
 * @param limit the most classes to make
 */
export function chooseMethod(values: readonly number[], whole: boolean, limit = CLASS_LIMIT): MethodChoice {
  return chooseFor(groupValues(values), whole, limit);
}

function chooseFor(groups: readonly ValueGroup[], whole: boolean, limit: number): MethodChoice {
  if (groups.length <= limit) return { method: 'jenks', reason: '' };
  const placeCount = groups.reduce((sum, { count }) => sum + count, 0);
  const most = groups.at(-1)!.high;
  const times = most / medianOf(groups, placeCount);
  if (times >= SKEWED_TIMES && most / groups[0]!.low >= LOG_SPAN) {
    const reason = `Skewed: the highest is ${Math.round(times)} times the median.`;
    return { method: 'log', reason };
  }
  const natural = jenksStarts(groups, limit);
  const equal = positionsOf(groups, equalStarts(groups, whole, limit));
  const crowded = CROWDED_SHARE * placeCount;
  const isGoodFit = goodnessOfFit(groups, equal) >= EQUAL_SHARE * goodnessOfFit(groups, natural);
  if (isGoodFit && largestClass(groups, equal) <= crowded) {
    return { method: 'equal', reason: 'The values are spread evenly.' };
  }
  const crowd = largestClass(groups, natural);
  if (crowd > crowded && largestClass(groups, quantileStarts(groups, limit)) < crowd) {
    const percent = Math.round((100 * crowd) / placeCount);
    return {
      method: 'quantile',
      reason: `Else ${percent} % of the places were in one class.`,
    };
  }
  return { method: 'jenks', reason: '' };
}

function cut(
  groups: readonly ValueGroup[],
  method: ClassMethod,
  whole: boolean,
  limit: number,
): ValueClass[] {
  if (groups.length <= limit) return classEach(groups);
  switch (method) {
    case 'log':
      return classBreaks(
        groups.flatMap(({ low, high }) => [low, high]),
        whole,
        limit,
      );
    case 'equal':
      return classesFrom(groups, equalStarts(groups, whole, limit), whole);
    case 'quantile':
      return classesAt(groups, quantileStarts(groups, limit));
    case 'jenks':
      return classesAt(groups, jenksStarts(groups, limit));
  }
}

/** Classes that begin at these positions, from their least value to their highest. */
function classesAt(groups: readonly ValueGroup[], starts: readonly number[]): ValueClass[] {
  return starts.map((start, i) => ({
    from: groups[start]!.low,
    to: groups[(starts[i + 1] ?? groups.length) - 1]!.high,
  }));
}

/** Limits at equal distances; for counts the next whole number, else in hundredths or finer where they lie close. */
function equalStarts(groups: readonly ValueGroup[], whole: boolean, limit: number): number[] {
  const least = groups[0]!.low;
  const width = (groups.at(-1)!.high - least) / limit;
  const perUnit = 10 ** Math.max(2, 1 - Math.floor(Math.log10(width)));
  const starts = [least];
  for (let i = 1; i < limit; i++) {
    const exact = least + i * width;
    const start = whole ? Math.ceil(exact - 1e-9) : Math.round(exact * perUnit) / perUnit;
    if (start > starts.at(-1)!) starts.push(start);
  }
  return starts;
}

/** Begins a class at each equal share of the places; equal values stay together, so that there may be fewer. */
function quantileStarts(groups: readonly ValueGroup[], limit: number): number[] {
  const before = [0];
  for (const { count } of groups) before.push(before.at(-1)! + count);
  const placeCount = before.at(-1)!;
  const starts = [0];
  for (let i = 1; i < limit; i++) {
    const wanted = (i * placeCount) / limit;
    let nearest = 1;
    for (let at = 2; at < groups.length; at++) {
      if (Math.abs(before[at]! - wanted) < Math.abs(before[nearest]! - wanted)) nearest = at;
    }
    if (nearest > starts.at(-1)!) starts.push(nearest);
  }
  return starts;
}

/** Limits as positions in `groups`; limits that no value lies between count once. */
function positionsOf(groups: readonly ValueGroup[], limits: readonly number[]): number[] {
  const positions = limits.map((limit) => groups.findIndex(({ high }) => high >= limit));
  return [...new Set(positions)];
}

function largestClass(groups: readonly ValueGroup[], starts: readonly number[]): number {
  const sizes = starts.map((start, i) =>
    groups.slice(start, starts[i + 1]).reduce((sum, { count }) => sum + count, 0),
  );
  return Math.max(...sizes);
}

/** The lower median. */
function medianOf(groups: readonly ValueGroup[], placeCount: number): number {
  let seen = 0;
  for (const { low, count } of groups) {
    seen += count;
    if (2 * seen >= placeCount) return low;
  }
  return NaN;
}
