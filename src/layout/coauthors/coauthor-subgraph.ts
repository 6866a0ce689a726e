/** Parts of a co-author graph that are looked at alone: an author's surroundings, or everybody who has a co-author. */
import { connectedComponents } from './coauthor-graph-components.ts';
import type { CoauthorGraph } from './coauthor-graph.ts';

/** Steps from an author to those who are shown around them: co-authors, or their co-authors too. */
export type EgoDepth = 1 | 2;

/** What part is looked at. */
export interface AskedPart {
  /** The author in the middle, or -1 for everybody. */
  readonly ego: number;
  readonly depth: EgoDepth;
  /** Leaves out authors without a co-author. */
  readonly hideSingles: boolean;
}

/** The part of the graph that is asked for; the graph itself where that is all of it. An ego without a record asks for nothing. */
export function askedPart(graph: CoauthorGraph, { ego, depth, hideSingles }: AskedPart): CoauthorGraph {
  const node = ego < 0 ? -1 : (graph.nodeOfAuthor[ego] ?? -1);
  if (node >= 0) return subgraph(graph, nodesAround(graph, node, depth));
  return hideSingles ? subgraph(graph, linkedNodes(graph)) : graph;
}

/**
 * The people at most so many steps of co-authorship from a node, and the hubs that tie two of them: by node, 1 where
 * it is among them. From a hub's person to another of its people is one step, though two edges.
 */
export function nodesAround(graph: CoauthorGraph, centre: number, depth: EgoDepth): Uint8Array {
  const kept = new Uint8Array(graph.nodeCount);
  const firstHub = graph.nodeCount - graph.hubCount;
  kept[centre] = 1;
  for (let step = 0; step < depth; step++) {
    const before = kept.slice();
    // first the hubs of those who are in, then everybody who is tied to somebody or to such a hub
    const hubs = new Uint8Array(graph.nodeCount);
    graph.edgeTarget.forEach((target, e) => {
      if (target >= firstHub && before[graph.edgeSource[e]!] === 1) hubs[target] = 1;
    });
    graph.edgeSource.forEach((source, e) => {
      const target = graph.edgeTarget[e]!;
      if (target >= firstHub) {
        if (hubs[target] === 1) kept[source] = 1;
      } else if (before[source] === 1) kept[target] = 1;
      else if (before[target] === 1) kept[source] = 1;
    });
  }
  const people = new Uint32Array(graph.nodeCount);
  graph.edgeTarget.forEach((target, e) => {
    if (target >= firstHub && kept[graph.edgeSource[e]!] === 1) people[target]! += 1;
  });
  for (let hub = firstHub; hub < graph.nodeCount; hub++) kept[hub] = people[hub]! > 1 ? 1 : 0;
  return kept;
}

/** By node, 1 where at least one edge ends there. */
export function linkedNodes(
  graph: Pick<CoauthorGraph, 'nodeCount' | 'edgeSource' | 'edgeTarget'>,
): Uint8Array {
  const linked = new Uint8Array(graph.nodeCount);
  for (const node of graph.edgeSource) linked[node] = 1;
  for (const node of graph.edgeTarget) linked[node] = 1;
  return linked;
}

/**
 * The graph of the kept nodes and of all edges between two of them, in the same order.
 * @param kept by node, 1 where it stays
 */
export function subgraph(graph: CoauthorGraph, kept: Uint8Array): CoauthorGraph {
  const nodes: number[] = [];
  const newNode = new Int32Array(graph.nodeCount).fill(-1);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (kept[node] === 0) continue;
    newNode[node] = nodes.length;
    nodes.push(node);
  }
  const edges: number[] = [];
  for (let e = 0; e < graph.edgeSource.length; e++) {
    if (kept[graph.edgeSource[e]!] === 1 && kept[graph.edgeTarget[e]!] === 1) edges.push(e);
  }
  const edgeSource = Uint32Array.from(edges, (e) => newNode[graph.edgeSource[e]!]!);
  const edgeTarget = Uint32Array.from(edges, (e) => newNode[graph.edgeTarget[e]!]!);
  return {
    nodeCount: nodes.length,
    authorOfNode: Int32Array.from(nodes, (node) => graph.authorOfNode[node]!),
    recordOfNode: Int32Array.from(nodes, (node) => graph.recordOfNode[node]!),
    nodeOfAuthor: graph.nodeOfAuthor.map((node) => (node < 0 ? -1 : newNode[node]!)),
    recordCountOfNode: Uint32Array.from(nodes, (node) => graph.recordCountOfNode[node]!),
    edgeSource,
    edgeTarget,
    edgeKind: Uint8Array.from(edges, (e) => graph.edgeKind[e]!),
    ...recordsOfEdges(graph, edges),
    edgeWeight: Float64Array.from(edges, (e) => graph.edgeWeight[e]!),
    ...connectedComponents(nodes.length, edgeSource, edgeTarget),
    hubCount: nodes.reduce((count, node) => count + (graph.recordOfNode[node]! >= 0 ? 1 : 0), 0),
    shareOfRecord: graph.shareOfRecord,
  };
}

function recordsOfEdges(
  { edgeRecordOffset, edgeRecord }: CoauthorGraph,
  edges: readonly number[],
): Pick<CoauthorGraph, 'edgeRecordOffset' | 'edgeRecord'> {
  const offset = new Uint32Array(edges.length + 1);
  edges.forEach((e, i) => {
    offset[i + 1] = offset[i]! + edgeRecordOffset[e + 1]! - edgeRecordOffset[e]!;
  });
  const records = new Uint32Array(offset[edges.length]!);
  edges.forEach((e, i) => {
    records.set(edgeRecord.subarray(edgeRecordOffset[e], edgeRecordOffset[e + 1]), offset[i]);
  });
  return { edgeRecordOffset: offset, edgeRecord: records };
}
