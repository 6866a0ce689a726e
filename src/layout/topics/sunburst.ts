/**
 * A sunburst of a concept tree: angle = a concept's share among its siblings, ring = its level. Under a rule that
 * adds up ("fractional") the angles are exact parts of the whole; under the others a parent's arc is shared among
 * its children in proportion to their values, and what the parent has beyond its children stays open.
 */
import { arc } from 'd3-shape';
import type { ArcShape } from './arc-labels.ts';

/** The tree to draw, by node. */
export interface SunburstTree {
  /** Parent's node, -1 for a root; a parent stands before its children. */
  readonly parent: ArrayLike<number>;
  /** Value under the counting rule, 0 or more. */
  readonly value: ArrayLike<number>;
}

export interface SunburstArc extends ArcShape {
  readonly node: number;
  /** 0 for the innermost ring. */
  readonly ring: number;
  /** The arc of the innermost ring that it is or lies in. */
  readonly branch: number;
  /** SVG path data around the centre (0, 0). */
  readonly d: string;
  /** How wide the line around it is, which sets it apart from others: of a narrow arc it would leave nothing. */
  readonly gapPx: number;
}

/** Arcs around a hole, up to the radius that was asked for. */
export interface Sunburst {
  /** Outermost rings last within a branch: what lies below an arc follows right after it. */
  readonly arcs: readonly SunburstArc[];
  readonly holePx: number;
  /** Of the outermost ring. */
  readonly radiusPx: number;
  /** How far arcs reach, px from the centre, y downwards. */
  readonly topPx: number;
  readonly bottomPx: number;
}

export interface SunburstOptions {
  /** Half of the room to each side, px, of which the outermost ring may take as much where the height lets it. */
  readonly halfWidthPx: number;
  readonly heightPx: number;
  /** What names beside the disc would like to have of each side: a disc is not blown up at their cost. */
  readonly besidePx: number;
  /** At most so many rings; deeper concepts show when one zooms in. */
  readonly ringLimit: number;
}

/** How many rings are drawn of a tree of so many concepts: of many the outer ring would be hairlines. */
export const ringLimitOf = (conceptCount: number): number => (conceptCount > 80 ? 3 : 4);

const TURN = 2 * Math.PI;

/** By tree: values change with the filter, who is whose child does not. */
const knownChildren = new WeakMap<ArrayLike<number>, ReadonlyMap<number, readonly number[]>>();

/** The children of every node, and of the whole tree under -1, in node order. */
function childrenByNode(parent: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  let children = knownChildren.get(parent);
  if (!children) knownChildren.set(parent, (children = gatherChildren(parent)));
  return children;
}

function gatherChildren(parent: ArrayLike<number>): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (let node = 0; node < parent.length; node++) {
    const siblings = children.get(parent[node]!);
    if (siblings) siblings.push(node);
    else children.set(parent[node]!, [node]);
  }
  return children;
}

/**
 * The node from which the drawing starts when nothing is zoomed: down from the root as long as there is one
 * single branch with a value and no leaf is reached, so that no ring is spent on it. -1 for the whole tree.
 */
export function firstBranching(tree: SunburstTree, from: number): number {
  const children = childrenByNode(tree.parent);
  let at = from;
  for (;;) {
    const live = (children.get(at) ?? []).filter((node) => tree.value[node]! > 0);
    const only = live.length === 1 ? live[0]! : -1;
    if (only < 0 || !(children.get(only) ?? []).some((node) => tree.value[node]! > 0)) return at;
    at = only;
  }
}

/** The hole by the number of rings: shares of the radius. Few rings leave the number in the middle more room. */
const HOLE_SHARE = [0.46, 0.46, 0.36, 0.3, 0.27];
const LEAST_HOLE_PX = 34;

/** How thick rings are beside each other: the inner ones hold the names of larger topics. */
const RING_WEIGHT = [1.15, 1.1, 0.95, 0.8];

/**
 * The arcs below a node (-1 for all roots), siblings by falling value. However few rings there are, they fill the disc;
 * and where outer rings are there on one side only, it is as large as what is there lets it.
 */
export function layoutSunburst(tree: SunburstTree, root: number, options: SunburstOptions): Sunburst {
  const children = childrenByNode(tree.parent);
  const spans: Span[] = [];
  placeChildren(
    { node: root, ring: -1, start: 0, end: TURN, branch: -1 },
    tree,
    children,
    options.ringLimit,
    spans,
  );
  const { halfWidthPx, heightPx, besidePx } = options;
  // a loop, since there may be more arcs than a call takes arguments
  const rings = spans.reduce((most, span) => Math.max(most, span.ring + 1), 0);
  const whole = Math.max(0, Math.min(halfWidthPx, heightPx / 2));
  const { top, bottom, side } = reachOf(spans, ringEdges(whole, rings));
  const radiusPx =
    whole *
    Math.max(1, Math.min(heightPx / Math.max(1, bottom - top), (halfWidthPx - besidePx) / Math.max(1, side)));
  const edges = ringEdges(radiusPx, rings);
  const reach = reachOf(spans, edges);
  return {
    arcs: spans.map((span) => arcOf(span, edges)),
    holePx: edges[0]!,
    radiusPx,
    topPx: reach.top,
    bottomPx: reach.bottom,
  };
}

/** How far arcs reach upwards, downwards and to the farther side, px; y downwards. */
function reachOf(spans: readonly Span[], edges: readonly number[]) {
  let [top, bottom, side] = [-edges[0]!, edges[0]!, edges[0]!];
  for (const { start, end, ring } of spans) {
    const radius = edges[ring + 1]!;
    const has = (angle: number) => start <= angle && angle <= end;
    const ys = [-Math.cos(start), -Math.cos(end)] as const;
    const xs = [Math.abs(Math.sin(start)), Math.abs(Math.sin(end))] as const;
    top = Math.min(top, radius * Math.min(...ys)); // the turn begins and ends at the top
    bottom = Math.max(bottom, radius * (has(TURN / 2) ? 1 : Math.max(...ys)));
    side = Math.max(side, radius * (has(TURN / 4) || has((3 * TURN) / 4) ? 1 : Math.max(...xs)));
  }
  return { top, bottom, side };
}

/** Where rings begin and end, px: one more than there are rings. */
function ringEdges(radiusPx: number, rings: number): number[] {
  const holePx = Math.max(LEAST_HOLE_PX, radiusPx * HOLE_SHARE[Math.min(rings, 4)]!);
  const weights = Array.from({ length: rings }, (_, ring) => RING_WEIGHT[ring] ?? RING_WEIGHT.at(-1)!);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let edge = holePx;
  return [edge, ...weights.map((weight) => (edge += ((radiusPx - holePx) * weight) / sum))];
}

interface Span {
  readonly node: number;
  readonly ring: number;
  readonly start: number;
  readonly end: number;
  readonly branch: number;
}

function placeChildren(
  span: Span,
  tree: SunburstTree,
  children: ReadonlyMap<number, readonly number[]>,
  ringLimit: number,
  into: Span[],
): void {
  if (span.ring + 1 >= ringLimit) return;
  const live = (children.get(span.node) ?? []).filter((node) => tree.value[node]! > 0);
  live.sort((a, b) => tree.value[b]! - tree.value[a]! || a - b);
  const sum = live.reduce((total, node) => total + tree.value[node]!, 0);
  // a concept may hold records that none of its children hold; these leave its arc's end open
  const whole = Math.max(sum, span.node >= 0 && span.ring >= 0 ? tree.value[span.node]! : 0);
  let start = span.start;
  for (const node of live) {
    const end = start + ((span.end - span.start) * tree.value[node]!) / whole;
    const child = { node, ring: span.ring + 1, start, end, branch: span.ring < 0 ? node : span.branch };
    into.push(child);
    placeChildren(child, tree, children, ringLimit, into);
    start = end;
  }
}

const arcPath = arc<{ startAngle: number; endAngle: number; innerRadius: number; outerRadius: number }>()
  .padAngle(({ startAngle, endAngle }) => Math.min(0.006, (endAngle - startAngle) / 3)) // of a narrow arc the most stays
  .cornerRadius(1.5)
  .digits(2);

function arcOf({ node, ring, branch, start, end }: Span, edges: readonly number[]): SunburstArc {
  const innerPx = edges[ring]! + 1;
  const outerPx = edges[ring + 1]!;
  const d = arcPath({ startAngle: start, endAngle: end, innerRadius: innerPx, outerRadius: outerPx }) ?? '';
  // falls step by step with the arc's width: beside each other, arcs with a line and without look like two kinds
  const gapPx = Math.round(25 * Math.max(0, Math.min(4, (end - start) * outerPx - 2))) / 100;
  return { node, ring, branch, d, gapPx, startRad: start, endRad: end, innerPx, outerPx };
}
