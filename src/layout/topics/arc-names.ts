/**
 * Which arcs of a sunburst are named, and where: on the arc where the whole name has room, else beside the disc, at last
 * its beginning on the arc. What a filter holds comes first, then the innermost ring, then all else by value; what lies
 * deeper is named only where its parent is, so that a name is never without what it belongs to.
 */
import { cutLabel, fitLabel, type ArcLabel } from './arc-labels.ts';
import type { Measure } from '../text/broken-name.ts';
import { OutsideNames, type OutsideName } from './outside-names.ts';
import { Silhouette } from './silhouette.ts';
import type { Sunburst, SunburstArc, SunburstTree } from './sunburst.ts';

/** The names of a drawing, in the order of the nodes: shares change with each click, names seldom. */
export interface ArcNames {
  readonly inside: readonly InsideName[];
  readonly outside: readonly OutsideName[];
}

export interface InsideName {
  readonly node: number;
  readonly label: ArcLabel;
}

export interface NamingOptions {
  readonly label: (node: number) => string;
  /** Whether the filter includes or excludes it. */
  readonly isChosen: (node: number) => boolean;
  readonly measure: Measure;
  /** Edges of the drawing, px from the centre, y downwards. */
  readonly halfWidthPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Narrower arcs are slivers, which have no room for a dot: px along their middle. */
const SLIVER_PX = 3.5;
/** Of the deeper rings only what can be told apart is named outside. */
const LEAST_DEEP_PX = 14;
/** Between disc and column, where there is room for it; a column takes at least so much. */
const COLUMN_GAP_PX = 16;
const LEAST_COLUMN_PX = 56;

/** Names as many arcs as there is room for. */
export function nameArcs(
  { arcs, holePx, radiusPx }: Sunburst,
  tree: SunburstTree,
  options: NamingOptions,
): ArcNames {
  const { label, measure, halfWidthPx, topPx, bottomPx } = options;
  const wide = arcs.filter((arc) => widthOf(arc) >= SLIVER_PX);
  const candidates: Candidates = {
    arcs: wide,
    fitting: wide.map((arc) => fitLabel(label(arc.node), arc, measure)),
    order: inOrder(wide, tree, options.isChosen),
  };
  const silhouette = new Silhouette(wide, holePx);
  const columnPx = Math.min(radiusPx + COLUMN_GAP_PX, halfWidthPx - LEAST_COLUMN_PX);
  const attempt = (fanPx: number) => {
    const room = { halfWidthPx, topPx, bottomPx, columnPx, fanPx };
    return nameInOrder(candidates, tree, options, new OutsideNames(silhouette, room, measure));
  };
  const level = attempt(0);
  if (level.missed === 0) return level;
  const fanned = attempt(radiusPx);
  return fanned.missed < level.missed ? fanned : level;
}

/** Arcs, the name of each that fits on it, and in which order they are named. */
interface Candidates {
  readonly arcs: readonly SunburstArc[];
  readonly fitting: readonly (ArcLabel | null)[];
  readonly order: readonly { readonly at: number; readonly isNeeded: boolean }[];
}

function inOrder(
  arcs: readonly SunburstArc[],
  { value }: SunburstTree,
  isChosen: NamingOptions['isChosen'],
): Candidates['order'] {
  const ranked = arcs.map((arc, at) => {
    const rank = isChosen(arc.node) ? 0 : arc.ring === 0 ? 1 : 2;
    return { at, rank, ring: arc.ring, value: value[arc.node]!, isNeeded: rank < 2 };
  });
  return ranked.sort((a, b) => a.rank - b.rank || b.value - a.value || a.ring - b.ring || a.at - b.at);
}

/** @returns also how many are not told that had to be */
function nameInOrder(
  { arcs, fitting, order }: Candidates,
  { parent }: SunburstTree,
  { label, measure }: NamingOptions,
  beside: OutsideNames,
): ArcNames & { readonly missed: number } {
  const inside: InsideName[] = [];
  const named = new Set<number>();
  let missed = 0;
  for (const { at, isNeeded } of order) {
    const arc = arcs[at]!;
    if (!isNeeded && !named.has(parent[arc.node]!)) continue;
    const text = label(arc.node);
    const offer = () => ({
      node: arc.node,
      text,
      shape: arc,
      anglesRad: freeAngles(arcs, fitting, at, measure),
      isNeeded,
    });
    const onArc = fitting[at] ?? null;
    if (onArc === null && (isNeeded || widthOf(arc) >= LEAST_DEEP_PX) && beside.take(offer())) {
      named.add(arc.node);
      continue;
    }
    const written = onArc ?? cutLabel(text, arc, measure);
    if (written === null) {
      if (isNeeded) missed += 1;
      continue;
    }
    inside.push({ node: arc.node, label: written });
    named.add(arc.node);
  }
  const byNode = (a: { node: number }, b: { node: number }) => a.node - b.node;
  return { inside: inside.sort(byNode), outside: beside.names.sort(byNode), missed };
}

/** Along the middle of the ring, px. */
const widthOf = ({ startRad, endRad, innerPx, outerPx }: SunburstArc) =>
  ((endRad - startRad) * (innerPx + outerPx)) / 2;

/** Where in an arc a line outward may begin, as shares of its angle, the best first. */
const STARTS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92, 0.04, 0.96];

/** In an arc's angle, next to its middle: where lines outward meet no name that stands on what lies below it. */
function freeAngles(
  arcs: readonly SunburstArc[],
  fitting: readonly (ArcLabel | null)[],
  at: number,
  measure: Measure,
): number[] {
  const { startRad, endRad, ring } = arcs[at]!;
  const taken: (readonly [from: number, to: number])[] = [];
  for (let i = at + 1; i < arcs.length && arcs[i]!.ring > ring; i++) {
    const label = fitting[i];
    if (label) taken.push(anglesOf(label, arcs[i]!, measure));
  }
  const angles = STARTS.map((share) => startRad + (endRad - startRad) * share);
  const free = angles.filter((angle) => taken.every(([from, to]) => angle < from || angle > to));
  return free.length > 0 ? free : angles.slice(-2);
}

/** From where to where the type on an arc reaches, with a little air. */
export function anglesOf(
  label: ArcLabel,
  { startRad, endRad, innerPx, outerPx }: SunburstArc,
  measure: Measure,
) {
  const widthPx =
    label.kind === 'straight' ? 14 : Math.max(...label.lines.map((line) => measure(line.text))) + 6;
  const middle = (startRad + endRad) / 2;
  // of two lines the inner one reaches farther around
  const half = widthPx / 2 / (0.7 * innerPx + 0.3 * outerPx);
  return [middle - half, middle + half] as const;
}
