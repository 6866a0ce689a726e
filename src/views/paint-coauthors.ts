/** Paints the co-author graph: edges in few long paths, people as discs, big teams around a square. */
import type { CoauthorGraph } from '../layout/coauthor-graph.ts';
import type { PlacedLabel } from '../layout/label-placement.ts';

/** What of a node the filter and the pointer say. */
export interface NodeLook {
  /** Shown by an active record. */
  readonly active: boolean;
  readonly included: boolean;
  readonly excluded: boolean;
  /** Touched by what is hovered. */
  readonly linked: boolean;
}

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
  readonly look: (node: number) => NodeLook;
  /** By edge: whether an active record is behind it. */
  readonly edgeActive: ArrayLike<number>;
  readonly anythingHovered: boolean;
  readonly labels: readonly (PlacedLabel & { readonly text: string })[];
  readonly color: (variable: string) => string;
}

/** Edges a path: short paths paint faster than one huge one. */
const EDGES_PER_PATH = 500;
const HUES = 6;

/** Smallest radius of a disc that can still be seen, px. */
const RADIUS_MIN_PX = 1.2;

/** Hue of a component: the biggest first, the many small ones alike. */
export function hueOf(component: number): string {
  return component < HUES - 1 ? `--cat-${component + 1}` : `--cat-${HUES}`;
}

/** Paints the whole scene; the canvas must be `width * pixelRatio` pixels wide. */
export function paintCoauthors(context: CanvasRenderingContext2D, scene: CoauthorScene): void {
  const { pixelRatio, width, height } = scene;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  paintEdges(context, scene);
  paintNodes(context, scene);
  paintLabels(context, scene);
  context.globalAlpha = 1;
}

function paintEdges(context: CanvasRenderingContext2D, scene: CoauthorScene): void {
  const { edgeSource, edgeTarget } = scene.graph;
  context.strokeStyle = scene.color('--line-strong');
  context.lineWidth = 0.7;
  const strong: number[] = [];
  const faint: number[] = [];
  for (let edge = 0; edge < edgeSource.length; edge++) {
    const lit =
      scene.edgeActive[edge]! > 0 &&
      (!scene.anythingHovered ||
        (scene.look(edgeSource[edge]!).linked && scene.look(edgeTarget[edge]!).linked));
    (lit ? strong : faint).push(edge);
  }
  context.globalAlpha = 0.07;
  strokeEdges(context, scene, faint);
  // many edges are drawn fainter, so that they don't fill the panel
  context.globalAlpha = 0.38 * Math.min(1, Math.max(0.15, 3000 / strong.length));
  strokeEdges(context, scene, strong);
}

function strokeEdges(
  context: CanvasRenderingContext2D,
  scene: CoauthorScene,
  edges: readonly number[],
): void {
  const { graph, x, y, view } = scene;
  for (let start = 0; start < edges.length; start += EDGES_PER_PATH) {
    context.beginPath();
    for (const edge of edges.slice(start, start + EDGES_PER_PATH)) {
      const [source, target] = [graph.edgeSource[edge]!, graph.edgeTarget[edge]!];
      context.moveTo(x[source]! * view.k + view.x, y[source]! * view.k + view.y);
      context.lineTo(x[target]! * view.k + view.x, y[target]! * view.k + view.y);
    }
    context.stroke();
  }
}

function paintNodes(context: CanvasRenderingContext2D, scene: CoauthorScene): void {
  const { graph, view, width, height } = scene;
  for (let node = 0; node < graph.nodeCount; node++) {
    const px = scene.x[node]! * view.k + view.x;
    const py = scene.y[node]! * view.k + view.y;
    const radius = Math.max(RADIUS_MIN_PX, scene.radius[node]! * view.k);
    if (px < -radius || py < -radius || px > width + radius || py > height + radius) continue;
    const look = scene.look(node);
    context.globalAlpha = !look.active ? 0.16 : scene.anythingHovered && !look.linked ? 0.3 : 1;
    const hue = scene.color(hueOf(graph.component[node]!));
    if (graph.recordOfNode[node]! >= 0) paintHub(context, px, py, radius, hue, scene.color('--panel'));
    else paintPerson(context, px, py, radius, hue, scene.color('--panel'));
    if (look.included || look.excluded) paintRing(context, px, py, radius, look, scene);
  }
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
  if (radius < 3) return;
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
  const side = Math.max(8, radius * 1.7);
  context.fillStyle = fill;
  context.strokeStyle = hue;
  context.lineWidth = 2;
  context.beginPath();
  context.rect(x - side / 2, y - side / 2, side, side);
  context.fill();
  context.stroke();
}

function paintRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  look: NodeLook,
  scene: CoauthorScene,
): void {
  context.globalAlpha = 1;
  context.strokeStyle = scene.color(look.excluded ? '--warn' : '--accent');
  context.lineWidth = 2;
  context.setLineDash(look.excluded ? [3, 2] : []);
  context.beginPath();
  context.arc(x, y, radius + 2.5, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

function paintLabels(context: CanvasRenderingContext2D, scene: CoauthorScene): void {
  context.globalAlpha = 1;
  context.font = '600 12px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = scene.color('--halo');
  context.fillStyle = scene.color('--ink');
  for (const label of scene.labels) {
    context.textAlign = label.textAnchor === 'middle' ? 'center' : label.textAnchor;
    context.strokeText(label.text, label.anchorX, label.anchorY);
    context.fillText(label.text, label.anchorX, label.anchorY);
  }
}
