/** What a layout is made of: a graph cut into its connected components, radii of discs, the box around them. */
import type { CoauthorGraph } from './coauthor-graph.ts';

/** What a layout reads of a {@link CoauthorGraph}. */
export type LayoutGraph = Pick<
  CoauthorGraph,
  | 'nodeCount'
  | 'edgeSource'
  | 'edgeTarget'
  | 'edgeWeight'
  | 'recordCountOfNode'
  | 'component'
  | 'componentCount'
  | 'hubCount'
>;

/** One component. */
export interface GraphPart {
  /** Node of the whole graph by node of the part, ascending. */
  readonly node: Uint32Array;
  /** Ends of the part's edges, as nodes of the part. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float64Array;
  /** Radius by node of the part, layout units. */
  readonly radius: Float64Array;
  /** Hubs are the part's last nodes. */
  readonly hubCount: number;
}

/** Radius of the smallest author's disc: the layout's unit. */
const AUTHOR_RADIUS = 1;

/** Radius kept free for a hub's mark, layout units. */
const HUB_RADIUS = 1.6;

/**
 * Room that the layout keeps for each node, as a radius in layout units: 1 for an author with one record, and
 * areas in proportion to the number of records; 1.6 for a hub. Discs drawn no larger never overlap.
 */
export function nodeRadii(
  graph: Pick<LayoutGraph, 'nodeCount' | 'hubCount' | 'recordCountOfNode'>,
): Float64Array {
  const firstHub = graph.nodeCount - graph.hubCount;
  const radius = new Float64Array(graph.nodeCount).fill(HUB_RADIUS);
  for (let node = 0; node < firstHub; node++) {
    radius[node] = AUTHOR_RADIUS * Math.sqrt(Math.max(1, graph.recordCountOfNode[node]!));
  }
  return radius;
}

/** The components in their order, biggest first. */
export function cutIntoParts(graph: LayoutGraph): GraphPart[] {
  const radius = nodeRadii(graph);
  const firstHub = graph.nodeCount - graph.hubCount;
  const { edgeSource, edgeTarget, edgeWeight, component, componentCount } = graph;
  const nodes = groupBy(component, componentCount);
  const edgeComponent = new Uint32Array(edgeSource.length);
  for (let e = 0; e < edgeComponent.length; e++) edgeComponent[e] = component[edgeSource[e]!]!;
  const edges = groupBy(edgeComponent, componentCount);
  const localNode = new Uint32Array(graph.nodeCount);
  for (const group of nodes) for (let i = 0; i < group.length; i++) localNode[group[i]!] = i;
  return nodes.map((node, c) => {
    const own = edges[c]!;
    const part = {
      node,
      source: new Uint32Array(own.length),
      target: new Uint32Array(own.length),
      weight: new Float64Array(own.length),
      radius: new Float64Array(node.length),
    };
    for (let i = 0; i < own.length; i++) {
      const e = own[i]!;
      part.source[i] = localNode[edgeSource[e]!]!;
      part.target[i] = localNode[edgeTarget[e]!]!;
      part.weight[i] = edgeWeight[e]!;
    }
    let hubCount = 0;
    for (let i = 0; i < node.length; i++) {
      part.radius[i] = radius[node[i]!]!;
      if (node[i]! >= firstHub) hubCount++;
    }
    return { ...part, hubCount };
  });
}

/** Positions by group, ascending within each. */
function groupBy(group: Uint32Array, groupCount: number): Uint32Array[] {
  const offset = new Uint32Array(groupCount + 1);
  for (let i = 0; i < group.length; i++) offset[group[i]! + 1]! += 1;
  for (let g = 0; g < groupCount; g++) offset[g + 1]! += offset[g]!;
  const next = offset.slice();
  const members = new Uint32Array(group.length);
  for (let i = 0; i < group.length; i++) members[next[group[i]!]!++] = i;
  return Array.from({ length: groupCount }, (_, g) => members.subarray(offset[g], offset[g + 1]));
}

/** A rectangle in layout units. */
export interface LayoutBounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The rectangle that holds all discs. */
export function boundsOf(x: Float32Array, y: Float32Array, radius: Float64Array): LayoutBounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    x0 = Math.min(x0, x[i]! - radius[i]!);
    x1 = Math.max(x1, x[i]! + radius[i]!);
    y0 = Math.min(y0, y[i]! - radius[i]!);
    y1 = Math.max(y1, y[i]! + radius[i]!);
  }
  return { x0, y0, x1, y1 };
}
