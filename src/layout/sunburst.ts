/**
 * A sunburst of a concept tree: angle = a concept's share among its siblings, ring = its level. Under a rule that
 * adds up ("fractional") the angles are exact parts of the whole; under the others a parent's arc is shared among
 * its children in proportion to their values, and what the parent has beyond its children stays open.
 */
import { arc } from 'd3-shape';
import { fitLabel, type ArcLabel, type Measure } from './arc-labels.ts';

/** The tree to draw, by node. */
export interface SunburstTree {
  /** Parent's node, -1 for a root; a parent stands before its children. */
  readonly parent: ArrayLike<number>;
  /** Value under the counting rule, 0 or more. */
  readonly value: ArrayLike<number>;
  readonly label: (node: number) => string;
}

export interface SunburstArc {
  readonly node: number;
  /** 0 for the innermost ring. */
  readonly ring: number;
  /** Clockwise from twelve o'clock, radians, 0 to 2π. */
  readonly startRad: number;
  readonly endRad: number;
  readonly innerPx: number;
  readonly outerPx: number;
  /** Position of the arc's branch among the innermost ring, for its hue. */
  readonly branch: number;
  /** SVG path data around the centre (0, 0). */
  readonly d: string;
  /** Null where not even half of it fits. */
  readonly label: ArcLabel | null;
}

export interface SunburstOptions {
  readonly radiusPx: number;
  readonly holePx: number;
  /** At most so many rings; deeper concepts show when one zooms in. */
  readonly ringLimit: number;
  /** Width of a label in px. */
  readonly measure: Measure;
  /** Half of the drawing's width and height, px: so far names may stand outside of the rings; not at all where left out. */
  readonly halfPx?: readonly [width: number, height: number];
}

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

/** The arcs below a node (-1 for all roots), outermost rings last, siblings by falling value. */
export function layoutSunburst(tree: SunburstTree, root: number, options: SunburstOptions): SunburstArc[] {
  const children = childrenByNode(tree.parent);
  const spans: Span[] = [];
  placeChildren(
    { node: root, ring: -1, start: 0, end: TURN, branch: -1 },
    tree,
    children,
    options.ringLimit,
    spans,
  );
  // a loop, since there may be more arcs than a call takes arguments
  const rings = spans.reduce((most, span) => Math.max(most, span.ring + 1), 1);
  // few rings are not blown up to the rim: a ring keeps a calm thickness
  const thickness = Math.min((options.radiusPx - options.holePx) / rings, options.radiusPx * 0.3);
  return spans.map((span, i) => {
    // what lies below an arc follows right after it
    const isOutermost = (spans[i + 1]?.ring ?? -1) <= span.ring;
    return arcOf(span, tree, thickness, options, isOutermost);
  });
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
  live.forEach((node, i) => {
    const end = start + ((span.end - span.start) * tree.value[node]!) / whole;
    const child = { node, ring: span.ring + 1, start, end, branch: span.ring < 0 ? i : span.branch };
    into.push(child);
    placeChildren(child, tree, children, ringLimit, into);
    start = end;
  });
}

const arcPath = arc<{ startAngle: number; endAngle: number; innerRadius: number; outerRadius: number }>()
  .padAngle(({ startAngle, endAngle }) => Math.min(0.006, (endAngle - startAngle) / 3)) // of a narrow arc the most stays
  .cornerRadius(1.5)
  .digits(2);

function arcOf(
  span: Span,
  tree: SunburstTree,
  thickness: number,
  options: SunburstOptions,
  isOutermost: boolean,
): SunburstArc {
  const innerPx = options.holePx + span.ring * thickness + 1;
  const outerPx = options.holePx + (span.ring + 1) * thickness;
  const d =
    arcPath({ startAngle: span.start, endAngle: span.end, innerRadius: innerPx, outerRadius: outerPx }) ?? '';
  const shape = { startRad: span.start, endRad: span.end, innerPx, outerPx };
  return {
    node: span.node,
    ring: span.ring,
    branch: span.branch,
    d,
    ...shape,
    label: fitLabel(tree.label(span.node), shape, options.measure, isOutermost ? options.halfPx : null),
  };
}
