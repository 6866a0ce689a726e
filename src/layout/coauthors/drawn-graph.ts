/**
 * The co-author graph as it is drawn, as plain values: what a file format or a picture of it is made from. Filtered,
 * cut to the strength that is asked for, in colours by name.
 */
import { PAIR, type CoauthorGraph } from './coauthor-graph.ts';
import type { Communities } from './communities.ts';

/** A person, or the hub of a record with very many authors. */
export interface DrawnNode {
  readonly kind: 'author' | 'hub';
  /** Author id of a person; record index of a hub. */
  readonly id: number;
  /** Middle, layout units; y grows downwards. */
  readonly x: number;
  readonly y: number;
  /** Layout units; an author's area is in proportion to all their records. */
  readonly radius: number;
  /** Active records of a person; 1 for a hub. */
  readonly records: number;
  /** Position among the communities; of a person by themselves too. -1 until communities are known. */
  readonly community: number;
  /** Position among the groups, -1 for the grey of all others. */
  readonly group: number;
}

/** A link of which at least one active record is the reason. */
export interface DrawnEdge {
  /** Positions among the nodes. */
  readonly source: number;
  readonly target: number;
  /** Two people with a record together, or a person and the hub of a record of theirs. */
  readonly kind: 'pair' | 'spoke';
  /** Active records together; 1 for a spoke. */
  readonly records: number;
  /** Sum of 1/(n-1) over these records; 1 for a spoke. */
  readonly fractional: number;
}

/** People of one colour. */
export interface DrawnGroup {
  /** A community, place or topic. */
  readonly name: string;
  /** CSS variable of the colour: "--team-1". */
  readonly color: string;
  /** People of the group that are drawn with an active record. */
  readonly people: number;
}

export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** The coloured groups, the one with the most people first. */
  readonly groups: readonly DrawnGroup[];
  /** CSS variable of everybody else's colour. */
  readonly otherColor: string;
  /** By community, the author id that it is named after and its people in all records; empty until known. */
  readonly communities: readonly { readonly strongest: number; readonly people: number }[];
}

/** What a drawn graph is gathered from; arrays are by node or by edge of the graph. */
export interface DrawnInput {
  readonly graph: CoauthorGraph;
  readonly positions: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
  readonly radius: ArrayLike<number>;
  readonly communities: Communities | null;
  /** Active records by author id. */
  readonly activeRecords: ArrayLike<number>;
  /** By node, whether it has an active record and is not hidden. */
  readonly isDrawn: (node: number) => boolean;
  /** The edges that are drawn. */
  readonly edges: ArrayLike<number>;
  readonly records: ArrayLike<number>;
  readonly fractional: ArrayLike<number>;
  readonly groupOfNode: ArrayLike<number>;
  readonly groups: readonly DrawnGroup[];
  readonly otherColor: string;
}

/** Gathers what is drawn: active people and hubs, and the links among them. */
export function drawnGraph(input: DrawnInput): DrawnGraph {
  const { graph, positions, radius, communities } = input;
  const nodes: DrawnNode[] = [];
  const position = new Int32Array(graph.nodeCount).fill(-1);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (!input.isDrawn(node)) continue;
    const author = graph.authorOfNode[node]!;
    position[node] = nodes.length;
    nodes.push({
      kind: author < 0 ? 'hub' : 'author',
      id: author < 0 ? graph.recordOfNode[node]! : author,
      x: positions.x[node]!,
      y: positions.y[node]!,
      radius: radius[node]!,
      records: author < 0 ? 1 : input.activeRecords[author]!,
      community: communities?.community[node] ?? -1,
      group: input.groupOfNode[node]!,
    });
  }
  const edges: DrawnEdge[] = [];
  for (let i = 0; i < input.edges.length; i++) {
    const e = input.edges[i]!;
    const source = position[graph.edgeSource[e]!]!;
    const target = position[graph.edgeTarget[e]!]!;
    if (source < 0 || target < 0) continue;
    edges.push({
      source,
      target,
      kind: graph.edgeKind[e] === PAIR ? 'pair' : 'spoke',
      records: input.records[e]!,
      fractional: input.fractional[e]!,
    });
  }
  return {
    nodes,
    edges,
    groups: input.groups,
    otherColor: input.otherColor,
    communities: Array.from(communities?.people ?? [], (people, c) => ({
      strongest: communities!.strongest[c]!,
      people,
    })),
  };
}
