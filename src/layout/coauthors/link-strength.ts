/** How strong the drawn links are, under either counting, and which of them are kept. */
import { SPOKE, type CoauthorGraph, type EdgeStrengths } from './coauthor-graph.ts';
import type { StrengthByEdge, StrengthOccurrences } from './strength-occurrences.ts';

/** Each pair of a record's n authors gets 1 (full) or 1/(n-1) (fractional). */
export type StrengthCounting = 'full' | 'fractional';

/**
 * Strength of each link as the slider and the line's width have it; 0 where no record of it passes. A spoke is as
 * strong as the links that it stands for: its record gives each of its pairs 1, or 1/(n-1).
 */
export function linkStrengths(
  graph: CoauthorGraph,
  strengths: EdgeStrengths,
  counting: StrengthCounting,
): StrengthByEdge {
  if (counting === 'full') return strengths.records;
  return strengths.fractional.map((strength, e) =>
    strength > 0 && graph.edgeKind[e] === SPOKE
      ? graph.shareOfRecord[graph.recordOfNode[graph.edgeTarget[e]!]!]!
      : strength,
  );
}

/** Sums of 1/(n-1) come out a little below the number that a slider stands on. */
const ROUNDING = 1e-9;

/** Links that some record is behind and that are at least so strong; the others are 0. For a minimum of 0 the same. */
export function atLeast(strength: StrengthByEdge, minStrength: number): StrengthByEdge {
  if (minStrength <= 0) return strength;
  const kept = new Float64Array(strength.length);
  for (let e = 0; e < kept.length; e++) if (strength[e]! + ROUNDING >= minStrength) kept[e] = strength[e]!;
  return kept;
}

/** One step of the slider: links from `from` to below the next step's. */
export interface StrengthStep {
  readonly from: number;
  readonly links: number;
}

const MOST_STEPS = 40;

/**
 * The strengths that a slider can stand on, ascending, each with the links that lie there: every strength that
 * occurs, or where they are many, rounded ones in even proportions.
 */
export function strengthSteps(occurrences: StrengthOccurrences): StrengthStep[] {
  const { values, links } = occurrences;
  const steps: { from: number; links: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    const from = roundedDown(values[i]!, 4);
    const last = steps.at(-1);
    if (last && from <= last.from) last.links += links[i]!;
    else steps.push({ from, links: links[i]! });
    if (steps.length > MOST_STEPS) return inProportion(occurrences);
  }
  return steps;
}

function inProportion({ values, links }: StrengthOccurrences): StrengthStep[] {
  const least = values[0]!;
  const most = values.at(-1)!;
  const starts = new Set<number>();
  for (let i = 0; i < MOST_STEPS; i++) {
    starts.add(roundedDown(least * (most / least) ** (i / (MOST_STEPS - 1)), 2));
  }
  const froms = [...starts].sort((a, b) => a - b);
  const linksFrom = froms.map(() => 0);
  let step = 0;
  for (let i = 0; i < values.length; i++) {
    while (step + 1 < froms.length && froms[step + 1]! <= values[i]! + ROUNDING) step++;
    linksFrom[step]! += links[i]!;
  }
  return froms.map((from, i) => ({ from, links: linksFrom[i]! }));
}

/** At most `value`, with so many significant digits: a link's strength is never below its step. */
function roundedDown(value: number, digits: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - digits + 1);
  return Number((Math.floor(value / unit + 1e-6) * unit).toPrecision(digits));
}

/** Widths of lines, thin to thick: 0 for a link of strength 1 in full counting, one more at each doubling. */
export const WIDTH_CLASSES = 5;

/** Class of a line's width; fractional strengths are smaller, and half of one counts as one. */
export function widthClass(strength: number, counting: StrengthCounting): number {
  const doublings = Math.floor(Math.log2(strength) + (counting === 'full' ? 0 : 1) + ROUNDING);
  return Math.min(WIDTH_CLASSES - 1, Math.max(0, doublings));
}

/** So many lines fill a panel; of more each is fainter. */
const MANY_LINKS = 3000;
const MANY_OPACITY = 0.38;
/** Of fewer each has more ink, by this power of how many times fewer they are: at 170 and less as much as there is. */
const FEWER_POWER = 0.3;
const MOST_OPACITY = 0.9;

/**
 * How opaque a line is.
 * @param count so many are drawn
 * @param size its {@link widthClass}
 */
export function linkOpacity(count: number, size: number): number {
  const room = MANY_LINKS / count;
  const share = room < 1 ? Math.min(1, room * (1 + size / 2)) : room ** FEWER_POWER;
  return Math.min(MOST_OPACITY, MANY_OPACITY * share);
}
