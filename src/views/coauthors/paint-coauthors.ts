/**
 * Paints the co-author graph in two layers, so that pointing at something paints little: below everybody as the
 * filter has them, above what is pointed at and the names.
 */
import { linkOpacity, WIDTH_CLASSES } from '../../layout/coauthors/link-strength.ts';
import type { CoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import type { PlacedLabel } from '../../layout/text/label-placement.ts';
import type { LabelSprites } from './label-sprites.ts';
import { HUES } from '../../state/coauthors/author-groups.ts';
import { ACTIVE, EXCLUDED, HIDDEN, INCLUDED } from '../../state/coauthors/drawn-coauthors.svelte.ts';

/** The graph on its canvas, which must be `width * pixelRatio` pixels wide. */
export interface CoauthorScene {
  readonly graph: CoauthorGraph;
  /** Layout units, by node. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: ArrayLike<number>;
  /** Layout units to CSS px. */
  readonly view: { readonly k: number; readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** By node: {@link ACTIVE}, {@link INCLUDED}, {@link EXCLUDED} and {@link HIDDEN}, added up. */
  readonly state: Uint8Array;
  /** By node, position of its hue; -1 is grey. */
  readonly group: Int8Array;
  /** The node whose surroundings are shown, or -1. */
  readonly centre: number;
  readonly color: (variable: string) => string;
}

/** Edges a path: short paths paint faster than one huge one. */
const EDGES_PER_PATH = 500;
/** Discs a path, where they are too small for a rim. */
const DISCS_PER_PATH = 500;
/** Width of a line by its class, px: it doubles with four times the strength. */
const WIDTHS = [0.7, 1, 1.5, 2.1, 3];

/** Smallest radius of a disc that can still be seen, px. */
const RADIUS_MIN_PX = 1.2;
/**
 * Of a crowd, those without a hue may be smaller and faint: where they stand close shows, rather than one grey block.
 * The radius is so many times that of the smallest disc as it is laid out.
 */
const CROWD_MIN_PX = 0.6;
const CROWD_TIMES = 4;
const CROWD_ALPHA = 0.45;
/** A disc so small is painted as a square of its area where there are many: it takes a third of the time, px. */
const SQUARE_BELOW_PX = 1.5;
/** Of fewer nodes all are discs, as an eye sees on a fine screen. */
const MANY_NODES = 2000;
/** From here on a disc has a rim, px. */
const RIM_FROM_PX = 3;
/** From here on a hub is a hollow square, px. */
const HOLLOW_FROM_PX = 2.5;
const INACTIVE_ALPHA = 0.16;

/** CSS variable of a group's hue; grey for those without. */
export function hueOf(group: number): string {
  return group < 0 ? '--team-other' : `--team-${group + 1}`;
}

/** The links that are drawn. */
export interface DrawnLinks {
  readonly edges: Uint32Array;
  /** By edge of the graph, its {@link widthClass}. */
  readonly width: Uint8Array;
  /** Links hinted at: no active record is behind them. */
  readonly faint: Uint32Array;
}

/** Paints the lower layer. */
export function paintGraph(context: CanvasRenderingContext2D, scene: CoauthorScene, links: DrawnLinks): void {
  clear(context, scene);
  context.strokeStyle = scene.color('--line-strong');
  context.lineWidth = WIDTHS[0]!;
  context.globalAlpha = 0.07;
  strokeEdges(context, scene, links.faint);
  strokeByWidth(context, scene, links.edges, links.width);
  paintNodes(context, scene, () => true);
  context.globalAlpha = 1;
}

/**
 * Paints the upper layer.
 * @param linked by node, 1 where it is touched by what is pointed at; null while nothing is
 */
export function paintHighlight(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  links: DrawnLinks,
  linked: Uint8Array | null,
  labels: readonly (PlacedLabel & { readonly text: string })[],
  sprites: LabelSprites,
): void {
  clear(context, scene);
  if (linked) {
    const { edgeSource, edgeTarget } = scene.graph;
    const isLit = (edge: number) => linked[edgeSource[edge]!] === 1 && linked[edgeTarget[edge]!] === 1;
    context.strokeStyle = scene.color('--line-strong');
    strokeByWidth(context, scene, links.edges.filter(isLit), links.width);
    paintNodes(context, scene, (node) => linked[node] === 1);
  }
  // where people are lit, what shows does so while somebody points at them
  paintLabels(context, scene, labels, sprites, linked !== null);
  context.globalAlpha = 1;
}

/** Thin lines first, thick ones over them. */
function strokeByWidth(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  edges: Uint32Array,
  width: Uint8Array,
): void {
  const bySize = byClass(edges, WIDTH_CLASSES, (edge) => width[edge]!, new Uint32Array(edges.length));
  for (let size = 0; size < WIDTH_CLASSES; size++) {
    const ofSize = bySize[size]!;
    if (ofSize.length === 0) continue;
    context.lineWidth = WIDTHS[size]!;
    context.globalAlpha = linkOpacity(edges.length, size);
    strokeEdges(context, scene, ofSize);
  }
}

/**
 * The items of each class, in their order.
 * @param into room for all items
 */
function byClass(
  items: Uint32Array,
  classCount: number,
  classOf: (item: number) => number,
  into: Uint32Array,
): Uint32Array[] {
  const ends = new Uint32Array(classCount);
  for (let i = 0; i < items.length; i++) ends[classOf(items[i]!)]! += 1;
  for (let each = 1; each < classCount; each++) ends[each]! += ends[each - 1]!;
  const starts = Uint32Array.from(ends, (_, each) => ends[each - 1] ?? 0);
  const next = starts.slice();
  for (let i = 0; i < items.length; i++) into[next[classOf(items[i]!)]!++] = items[i]!;
  return Array.from(starts, (start, each) => into.subarray(start, ends[each]));
}

function clear(context: CanvasRenderingContext2D, { pixelRatio, width, height }: CoauthorScene): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
}

function strokeEdges(context: CanvasRenderingContext2D, scene: CoauthorScene, edges: Uint32Array): void {
  const { x, y } = scene;
  const { edgeSource, edgeTarget } = scene.graph;
  const { k, x: dx, y: dy } = scene.view;
  for (let start = 0; start < edges.length; start += EDGES_PER_PATH) {
    const end = Math.min(edges.length, start + EDGES_PER_PATH);
    context.beginPath();
    for (let i = start; i < end; i++) {
      const source = edgeSource[edges[i]!]!;
      const target = edgeTarget[edges[i]!]!;
      context.moveTo(x[source]! * k + dx, y[source]! * k + dy);
      context.lineTo(x[target]! * k + dx, y[target]! * k + dy);
    }
    context.stroke();
  }
}

/** Small discs as they are gathered, and sorted by look; used again, so that painting makes no garbage of their size. */
let gathered = new Uint32Array();
let sorted = new Uint32Array();

function paintNodes(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  isWanted: (node: number) => boolean,
): void {
  const { graph, state } = scene;
  if (gathered.length < graph.nodeCount) {
    [gathered, sorted] = [new Uint32Array(graph.nodeCount), new Uint32Array(graph.nodeCount)];
  }
  let smallCount = 0;
  const large: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if ((state[node]! & HIDDEN) !== 0 || !isWanted(node) || !isInView(scene, node)) continue;
    const isPlain =
      (state[node]! & (INCLUDED | EXCLUDED)) === 0 && graph.recordOfNode[node]! < 0 && node !== scene.centre;
    if (isPlain && radiusPx(scene, node) < RIM_FROM_PX) gathered[smallCount++] = node;
    else large.push(node);
  }
  paintSmall(context, scene, gathered.subarray(0, smallCount));
  for (const node of large) paintLarge(context, scene, node);
}

const radiusPx = (scene: CoauthorScene, node: number) =>
  Math.max(scene.group[node]! < 0 ? greyMinPx(scene) : RADIUS_MIN_PX, scene.radius[node]! * scene.view.k);

const greyMinPx = ({ view }: CoauthorScene) =>
  Math.min(RADIUS_MIN_PX, Math.max(CROWD_MIN_PX, CROWD_TIMES * view.k));

/** How opaque people without a hue are: wholly, where they have room. */
const greyAlpha = (scene: CoauthorScene) =>
  CROWD_ALPHA + ((1 - CROWD_ALPHA) * (greyMinPx(scene) - CROWD_MIN_PX)) / (RADIUS_MIN_PX - CROWD_MIN_PX);

function isInView(scene: CoauthorScene, node: number): boolean {
  const { view, width, height } = scene;
  const px = scene.x[node]! * view.k + view.x;
  const py = scene.y[node]! * view.k + view.y;
  const radius = radiusPx(scene, node);
  return px >= -radius && py >= -radius && px <= width + radius && py <= height + radius;
}

/** Discs without a rim, by look: a path of hundreds paints many times as fast as hundreds of paths. */
function paintSmall(context: CanvasRenderingContext2D, scene: CoauthorScene, nodes: Uint32Array): void {
  const { group, state } = scene;
  // those that no active record shows lie below; grey below the hues
  const lookOf = (node: number) => (state[node]! & ACTIVE) * (HUES + 1) + group[node]! + 1;
  byClass(nodes, 2 * (HUES + 1), lookOf, sorted).forEach((ofLook, look) => {
    if (ofLook.length === 0) return;
    const isActive = look > HUES;
    const hue = (look % (HUES + 1)) - 1;
    context.globalAlpha = !isActive ? INACTIVE_ALPHA : hue < 0 ? greyAlpha(scene) : 1;
    context.fillStyle = scene.color(hueOf(hue));
    fillDiscs(context, scene, ofLook);
  });
}

function fillDiscs(context: CanvasRenderingContext2D, scene: CoauthorScene, nodes: Uint32Array): void {
  const { x, y, view, graph } = scene;
  const squareBelowPx = graph.nodeCount < MANY_NODES ? 0 : SQUARE_BELOW_PX;
  for (let start = 0; start < nodes.length; start += DISCS_PER_PATH) {
    const end = Math.min(nodes.length, start + DISCS_PER_PATH);
    context.beginPath();
    for (let i = start; i < end; i++) {
      const node = nodes[i]!;
      const px = x[node]! * view.k + view.x;
      const py = y[node]! * view.k + view.y;
      const radius = radiusPx(scene, node);
      if (radius < squareBelowPx) {
        const side = radius * Math.sqrt(Math.PI);
        context.rect(px - side / 2, py - side / 2, side, side);
        continue;
      }
      context.moveTo(px + radius, py);
      context.arc(px, py, radius, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

function paintLarge(context: CanvasRenderingContext2D, scene: CoauthorScene, node: number): void {
  const { graph, view } = scene;
  const state = scene.state[node]!;
  const x = scene.x[node]! * view.k + view.x;
  const y = scene.y[node]! * view.k + view.y;
  const radius = radiusPx(scene, node);
  context.globalAlpha = (state & ACTIVE) === 0 ? INACTIVE_ALPHA : 1;
  const hue = scene.color(hueOf(scene.group[node]!));
  if (graph.recordOfNode[node]! >= 0) paintHub(context, x, y, radius, hue, scene.color('--panel'));
  else paintPerson(context, x, y, radius, hue, scene.color('--panel'));
  if ((state & (INCLUDED | EXCLUDED)) !== 0) paintRing(context, scene, x, y, radius, state);
  else if (node === scene.centre) paintCentre(context, scene, x, y, radius);
}

function paintPerson(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  gap: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  if (radius < RIM_FROM_PX) return;
  context.strokeStyle = gap;
  context.lineWidth = 0.8;
  context.stroke();
}

function paintHub(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  hue: string,
  fill: string,
): void {
  // among people who are dots, hollow squares would be all that one sees
  const isSmall = radius < HOLLOW_FROM_PX;
  const side = Math.max(isSmall ? 5 : 8, radius * 1.7);
  context.fillStyle = isSmall ? hue : fill;
  context.strokeStyle = isSmall ? fill : hue;
  context.lineWidth = isSmall ? 1 : 2;
  context.beginPath();
  context.rect(x - side / 2, y - side / 2, side, side);
  context.fill();
  context.stroke();
}

/** Around whom everybody else is shown. */
function paintCentre(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  x: number,
  y: number,
  radius: number,
): void {
  context.strokeStyle = scene.color('--ink');
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x, y, radius + 2.5, 0, 2 * Math.PI);
  context.stroke();
}

function paintRing(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  x: number,
  y: number,
  radius: number,
  state: number,
): void {
  const isExcluded = (state & EXCLUDED) !== 0;
  context.globalAlpha = 1;
  context.strokeStyle = scene.color(isExcluded ? '--warn' : '--accent');
  context.lineWidth = 2;
  context.setLineDash(isExcluded ? [3, 2] : []);
  context.beginPath();
  context.arc(x, y, radius + 2.5, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

function paintLabels(
  context: CanvasRenderingContext2D,
  { color, pixelRatio }: CoauthorScene,
  labels: readonly (PlacedLabel & { readonly text: string })[],
  sprites: LabelSprites,
  isBrief: boolean,
): void {
  context.globalAlpha = 1;
  sprites.wear({ ink: color('--ink'), halo: color('--halo'), pixelRatio });
  for (const label of labels) sprites.paint(context, label, isBrief);
}
