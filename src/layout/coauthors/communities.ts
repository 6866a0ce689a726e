/**
 * Communities of authors: groups that write among themselves more than with others. Louvain's method (Blondel et al.
 * 2008, doi:10.1088/1742-5468/2008/10/P10008) over fractional strengths, from a fixed seed: the same graph has the
 * same communities. For the worker only: the libraries are too large for the page.
 */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { CoauthorGraph } from './coauthor-graph.ts';

/** Which community each node is in. Communities are numbered from the one with the most people. */
export interface Communities {
  /** By node; a hub is where most of its people are drawn to. A node without an edge is one by itself. */
  readonly community: Uint32Array;
  /** Number of people by community, hubs not counted. */
  readonly people: Uint32Array;
  /** By community, the author id of the person with the greatest fractional strength: it is named after them. */
  readonly strongest: Uint32Array;
}

/** What is read of a graph. */
export type CommunityGraph = Pick<
  CoauthorGraph,
  'nodeCount' | 'hubCount' | 'edgeSource' | 'edgeTarget' | 'edgeWeight' | 'authorOfNode' | 'recordCountOfNode'
>;

const SEED = 20_080_411;

/** Finds the communities of all records' graph. */
export function communitiesOf(graph: CommunityGraph): Communities {
  const group = groupsOf(graph);
  const firstHub = graph.nodeCount - graph.hubCount;
  const strength = totalWeights(graph);
  const members = new Map<number, { people: number; strongest: number }>();
  const isStronger = (a: number, b: number) =>
    strength[a] === strength[b]
      ? graph.recordCountOfNode[a]! > graph.recordCountOfNode[b]!
      : strength[a]! > strength[b]!;
  for (let node = 0; node < firstHub; node++) {
    const found = members.get(group[node]!);
    if (!found) members.set(group[node]!, { people: 1, strongest: node });
    else {
      found.people++;
      if (isStronger(node, found.strongest)) found.strongest = node;
    }
  }
  const ranked = [...members].sort(([, a], [, b]) => b.people - a.people || a.strongest - b.strongest);
  const rank = new Map(ranked.map(([key], i) => [key, i]));
  return {
    community: Uint32Array.from(group, (key) => rank.get(key)!),
    people: Uint32Array.from(ranked, ([, { people }]) => people),
    strongest: Uint32Array.from(ranked, ([, { strongest }]) => graph.authorOfNode[strongest]!),
  };
}

/** A number by node, equal within a community; a hub of which no person is in its community joins its first person's. */
function groupsOf(graph: CommunityGraph): Float64Array {
  const { nodeCount, hubCount, edgeSource, edgeTarget, edgeWeight } = graph;
  const group = Float64Array.from({ length: nodeCount }, (_, node) => node);
  if (edgeSource.length === 0) return group;
  const library = new UndirectedGraph<{ [name: string]: unknown }, { weight: number }>({ multi: false });
  for (const node of new Set([...edgeSource, ...edgeTarget].sort((a, b) => a - b))) library.addNode(node);
  for (let e = 0; e < edgeSource.length; e++) {
    library.addUndirectedEdge(edgeSource[e], edgeTarget[e], { weight: edgeWeight[e]! });
  }
  const found = louvain(library, { rng: seeded(SEED), getEdgeWeight: 'weight' });
  for (const [node, community] of Object.entries(found)) group[Number(node)] = nodeCount + community;
  const peopled = new Set(group.subarray(0, nodeCount - hubCount));
  edgeTarget.forEach((hub, e) => {
    if (!peopled.has(group[hub]!)) group[hub] = group[edgeSource[e]!]!;
  });
  return group;
}

function totalWeights({ nodeCount, edgeSource, edgeTarget, edgeWeight }: CommunityGraph): Float64Array {
  const total = new Float64Array(nodeCount);
  edgeWeight.forEach((weight, e) => {
    total[edgeSource[e]!]! += weight;
    total[edgeTarget[e]!]! += weight;
  });
  // sums of the same parts in another order are equal again
  return total.map((sum) => Math.round(sum * 1e6) / 1e6);
}

/** Numbers from 0 to below 1 that look like chance (mulberry32), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
