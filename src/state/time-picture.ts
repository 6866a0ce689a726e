/** The records by year as a drawing: what the page shows and what a file holds, the same for a size. */
import type { FacetCounts } from '../filter/cross-filter.ts';
import { clauseOf, type Membership } from '../filter/passing/filter-state.ts';
import { finestShown, formatCount, formatSeen, formatValue } from '../layout/text/number-format.ts';
import {
  barHeight,
  barWithin,
  besideNumbers,
  slotOf,
  timeAxis,
  type TimeSlot,
} from '../layout/time/time-axis.ts';
import { timeLabels, type TimeLabel } from '../layout/time/time-labels.ts';
import { valueTicks } from '../layout/time/value-ticks.ts';
import type { Facet } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';
import { valueOf } from './words/describe-node.ts';

/** A year, or a decade where years would be too thin. */
export interface TimeBar {
  readonly node: number;
  /** All the room that it has, which can be pointed at. */
  readonly slot: TimeSlot;
  /** px; the height is 0 where nothing is counted. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Also by what it lies in. */
  readonly membership: Membership;
  /** Of a decade, how the filter has some of its years where it has not the decade. */
  readonly part: Membership;
}

export interface TimePicture {
  readonly unit: 'year' | 'decade';
  /** In the order of time. */
  readonly bars: readonly TimeBar[];
  /** Whether some are included, so that the others step back. */
  readonly isAnyIn: boolean;
  /** The line that bars stand on, px from the top. */
  readonly baseline: number;
  /** Where bars begin, px from the left: before it stand the numbers of the grid. */
  readonly left: number;
  /** Level lines at round numbers, the lowest first; none where there is no room for numbers. */
  readonly grid: readonly GridLine[];
  readonly labels: readonly TimeLabel[];
  /** Of the baseline of the labels’ type, px from the top. */
  readonly labelY: number;
  /** The number of the highest bar, the first of several; null where nothing is counted. */
  readonly highest: (TimeLabel & { readonly y: number }) | null;
}

/** A level line behind the bars. */
export interface GridLine {
  readonly text: string;
  /** px from the top. */
  readonly y: number;
}

/** How wide type is: of the axis, and of the number at the highest bar. */
export interface TimeMeasures {
  readonly label: (text: string) => number;
  readonly number: (text: string) => number;
}

/** Type of the axis and the number, px. */
export const TIME_TYPE_PX = 11;
/** Kept above the bars for a number, and below them for the axis, px. */
const ABOVE_PX = 15;
const BELOW_PX = 18;
/** Between a bar and its number, px. */
const GAP_PX = 3;
/** Between the numbers of the grid and the bars, px. */
export const GRID_GAP_PX = 5;
/** What numbers take at most as a rule; narrower drawings than this many times that have none, px. */
const NUMBERS_PX = 40;
const NARROW_TIMES = 3;

/** A facet of years as the explorer has it; reads the explorer only. Nothing is drawn without a year, or room. */
export function timePicture(
  explorer: Explorer,
  facet: Facet,
  width: number,
  height: number,
  measures: TimeMeasures,
): TimePicture {
  const { label, parent } = facet.concepts;
  const years = [...label.keys()].filter((node) => parent[node]! >= 0);
  // years become decades by what is left beside the widest numbers: which those are is known only then
  const hasNumbers = width >= NARROW_TIMES * NUMBERS_PX;
  const bare = timeAxis(
    years.map((node) => Number(label[node])),
    hasNumbers ? width - NUMBERS_PX : width,
  );
  const baseline = height - BELOW_PX;
  const highPx = Math.max(0, baseline - ABOVE_PX);
  const place = { baseline, labelY: height - 4 };
  if (bare === null) {
    return { unit: 'year', bars: [], isAnyIn: false, ...place, left: 0, grid: [], labels: [], highest: null };
  }
  const isYear = bare.unit === 1;
  const counts = explorer.countsFor(facet.id);
  const nodes = isYear ? years : [...new Set(years.map((node) => parent[node]!))];
  const values = nodes.map((node) => valueOf(counts, node, explorer.rule));
  const most = Math.max(...values);
  const ticks = hasNumbers ? valueTicks(most, highPx, finestShown(explorer.rule)) : [];
  const grid = ticks.map((value) => ({
    text: tickText(value, explorer.rule),
    y: baseline - (value / most) * highPx,
  }));
  const left = Math.max(0, ...grid.map(({ text }) => measures.label(text) + GRID_GAP_PX));
  const axis = besideNumbers(bare, width, left);
  const memberships = membershipsOf(explorer, facet, years, isYear);
  const bars = nodes.map((node, i): TimeBar => {
    const slot = slotOf(axis, parseInt(label[node]!));
    const bar = barHeight(values[i]!, most, highPx);
    const of = memberships.get(node);
    const membership = of?.own ?? 'neither';
    const part = of?.part ?? 'neither';
    return { node, slot, ...barWithin(slot), height: bar, membership, part };
  });
  const top = most > 0 ? bars[values.indexOf(most)]! : undefined;
  return {
    unit: isYear ? 'year' : 'decade',
    bars: bars.sort((a, b) => a.slot.x - b.slot.x),
    isAnyIn: clauseOf(explorer.filter, facet.id).included.size > 0,
    ...place,
    left,
    grid,
    labels: timeLabels(axis, width, measures.label),
    highest: top ? numberAt(explorer, counts, top, baseline, [left, width], measures) : null,
  };
}

/** Round numbers need no decimals but their own. */
const tickText = (value: number, rule: Explorer['rule']) =>
  Number.isInteger(value) ? formatCount(value) : formatValue(value, rule);

function numberAt(
  { rule }: Explorer,
  counts: FacetCounts,
  { node, x, width, height }: TimeBar,
  baseline: number,
  [from, to]: readonly [number, number],
  measures: TimeMeasures,
): TimePicture['highest'] {
  const text =
    rule === 'records'
      ? formatSeen(counts.records[node]!, counts.possible[node]!)
      : formatValue(valueOf(counts, node, rule), rule);
  const half = measures.number(text) / 2;
  const middle = Math.max(from + half, Math.min(to - half, x + width / 2));
  return { text, x: middle, y: baseline - height - GAP_PX };
}

/** How the filter has a bar, and where it has not, some of the years in it. */
interface BarMembership {
  readonly own: Membership;
  readonly part: Membership;
}

/** By node that has a bar: a year also by its decade; a decade of which only some years are asked for is not the whole. */
function membershipsOf(
  explorer: Explorer,
  { id, concepts: { parent } }: Facet,
  years: readonly number[],
  isYear: boolean,
): ReadonlyMap<number, BarMembership> {
  const found = new Map<number, BarMembership>();
  for (const year of years) {
    const decade = parent[year]!;
    const [own, above] = [explorer.membership(id, year), explorer.membership(id, decade)];
    if (isYear) {
      const isOut = above === 'excluded' || own === 'excluded';
      const isIn = above === 'included' || own === 'included';
      found.set(year, { own: isOut ? 'excluded' : isIn ? 'included' : 'neither', part: 'neither' });
    } else {
      const before = found.get(decade)?.part ?? 'neither';
      const part =
        above !== 'neither' ? 'neither' : own === 'neither' || before === 'excluded' ? before : own;
      found.set(decade, { own: above, part });
    }
  }
  return found;
}
