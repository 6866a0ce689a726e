/** Where the people of the graph are on the panel. */
import type { CoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import type { LayoutBounds, LayoutPicture } from '../../layout/coauthors/coauthor-layout.ts';
import type { Magnification } from '../../layout/map/magnification.ts';
import type { CountingRule } from '../../model/counting-rule.ts';
import type { ArrangedGraph } from '../../state/coauthors/coauthor-picture.svelte.ts';
import { HIDDEN } from '../../state/coauthors/drawn-coauthors.svelte.ts';
import type { Box } from '../parts/magnification.ts';

/** Layout units to px: px = k * units + (x, y). */
export interface GraphView {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The picture as the buttons that mirror it have it. */
export interface MirroredGraph {
  readonly graph: CoauthorGraph;
  readonly picture: LayoutPicture;
  readonly radius: ArrayLike<number>;
  /** By node; those hidden have no button. */
  readonly states: Uint8Array;
  /** Active records by author. */
  readonly records: ArrayLike<number>;
  /** Under which the names tell numbers. */
  readonly rule: CountingRule;
}

/** Room for the names of teams, px. */
const MARGIN = 20;
/** Few people are not blown up, px a unit. */
const LARGEST = 12;

/**
 * The whole picture in the middle of the panel.
 * @param top room kept free at the top, px
 */
export function fittedView(
  { x0, y0, x1, y1 }: LayoutBounds,
  width: number,
  height: number,
  top = 0,
): GraphView {
  const k = Math.max(
    1e-3,
    Math.min(
      (width - 2 * MARGIN) / Math.max(1, x1 - x0),
      (height - top - 2 * MARGIN) / Math.max(1, y1 - y0),
      LARGEST,
    ),
  );
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: (height + top) / 2 - (k * (y0 + y1)) / 2 };
}

/** Of a panel, px. */
interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The magnification that has in the middle of a panel what another has in the middle of its own.
 * @param fittedTo the whole picture in the middle of a panel
 */
export function inOtherPanel(
  magnification: Magnification,
  from: PanelSize,
  to: PanelSize,
  fittedTo: (width: number, height: number) => GraphView,
): Magnification {
  if (from.width === to.width && from.height === to.height) return magnification;
  const { k } = magnification;
  const before = fittedTo(from.width, from.height);
  const after = fittedTo(to.width, to.height);
  const along = (axis: 'x' | 'y', was: number, is: number) => {
    const middle = ((was / 2 - magnification[axis]) / k - before[axis]) / before.k;
    return is / 2 - k * (middle * after.k + after[axis]);
  };
  return { k, x: along('x', from.width, to.width), y: along('y', from.height, to.height) };
}

/** A disc can be met from so near, px. */
const REACH = 5;
const HUB_REACH = 9;

/** The node painted nearest to a place of the panel, px, within reach; -1 where there is none. */
export function nodeAtPoint(
  { graph, positions, radius }: ArrangedGraph,
  states: Uint8Array,
  view: GraphView,
  px: number,
  py: number,
): number {
  let best = -1;
  let bestDistance = Infinity;
  for (let node = 0; node < graph.nodeCount; node++) {
    const dx = positions.x[node]! * view.k + view.x - px;
    const dy = positions.y[node]! * view.k + view.y - py;
    const distance = dx * dx + dy * dy;
    if (distance >= bestDistance) continue;
    const reach = Math.max(graph.recordOfNode[node]! >= 0 ? HUB_REACH : REACH, radius[node]! * view.k + 1);
    if (distance >= reach * reach || (states[node]! & HIDDEN) !== 0) continue;
    best = node;
    bestDistance = distance;
  }
  return best;
}

/** A box around a node and those it is linked to, px of the fitted picture; at least as large as a small team. */
export function boxAround(
  graph: CoauthorGraph,
  node: number,
  { x, y }: LayoutPicture,
  radius: ArrayLike<number>,
  fitted: GraphView,
): Box {
  const around = 4 * radius[node]!;
  let reach = around;
  graph.edgeSource.forEach((source, e) => {
    const target = graph.edgeTarget[e]!;
    if (source !== node && target !== node) return;
    const other = source === node ? target : source;
    // somebody at the other end of the picture must not make it the whole picture
    const distance = Math.hypot(x[other]! - x[node]!, y[other]! - y[node]!);
    reach = Math.max(reach, Math.min(distance + radius[other]!, 6 * around));
  });
  const at = (value: number, offset: number) => fitted.k * value + offset;
  return [
    [at(x[node]! - reach, fitted.x), at(y[node]! - reach, fitted.y)],
    [at(x[node]! + reach, fitted.x), at(y[node]! + reach, fitted.y)],
  ];
}
