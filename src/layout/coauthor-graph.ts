/**
 * Who wrote with whom, as a graph over typed arrays: a pair of authors with a record together is an edge,
 * and a record with very many authors is one hub with a spoke to each of them instead of n(n-1)/2 pairs.
 */
import { authorsOf, type AuthorId, type RecordColumns, type RecordIndex } from '../model/dataset.ts';
import { connectedComponents } from './coauthor-graph-components.ts';
import { collectTies, mergeTies, type MergedTies } from './coauthor-graph-ties.ts';

/** A record with more authors than this is drawn as a hub. */
export const MAX_PAIR_AUTHORS = 30;

/** Value of {@link CoauthorGraph.edgeKind} for two authors with a record together. */
export const PAIR = 0;

/** Value of {@link CoauthorGraph.edgeKind} for an author and the hub of a record of theirs. */
export const SPOKE = 1;

/** Who wrote each record: all that the graph is made of. */
export type Bylines = Pick<RecordColumns, 'authorOffset' | 'author'>;

/** The graph of a whole dataset. Nothing in it depends on a filter: strengths do, see {@link edgeStrengths}. */
export interface CoauthorGraph {
  /** Authors with at least one record, in order of their ids, then hubs in order of their records. */
  readonly nodeCount: number;
  /** Author id by node, or -1 for a hub. */
  readonly authorOfNode: Int32Array;
  /** Record index by node of the record that a hub stands for, or -1 for an author. */
  readonly recordOfNode: Int32Array;
  /** Node by author id, or -1 for an author without a record. */
  readonly nodeOfAuthor: Int32Array;
  /** Number of records by node: of an author, all of theirs (also those written alone); of a hub, 1. */
  readonly recordCountOfNode: Uint32Array;
  /** First end of each edge, the smaller node. Edges ascend by source, then by target; none stands twice. */
  readonly edgeSource: Uint32Array;
  /** Second end of each edge, the larger node; a spoke's hub. */
  readonly edgeTarget: Uint32Array;
  /** {@link PAIR} or {@link SPOKE}. */
  readonly edgeKind: Uint8Array;
  /** The records of edge e are `edgeRecord[edgeRecordOffset[e]]` up to (not with) `edgeRecordOffset[e + 1]`. */
  readonly edgeRecordOffset: Uint32Array;
  /** Record indices, ascending within an edge. */
  readonly edgeRecord: Uint32Array;
  /** Fractional strength by edge when every record passes: above 0. The layout's pull. */
  readonly edgeWeight: Float64Array;
  /** Connected component by node: 0 is the biggest; equally big ones in order of their first node. */
  readonly component: Uint32Array;
  readonly componentCount: number;
  /** Hubs are the last `hubCount` nodes. */
  readonly hubCount: number;
  /** By record, what one of its ties is worth under fractional counting; 0 for a record without ties. */
  readonly shareOfRecord: Float64Array;
}

/**
 * Builds the graph of all records. An author alone is a node without edges; somebody named twice in one byline
 * counts once.
 * @param authorCount number of authors in the dataset, also those without a record
 * @param maxPairAuthors a record with more authors (and at least two) becomes a hub
 */
export function buildCoauthorGraph(
  records: Bylines,
  authorCount: number,
  maxPairAuthors = MAX_PAIR_AUTHORS,
): CoauthorGraph {
  const bylines = distinctBylines(records);
  const hubRecords = hubsAmong(bylines, maxPairAuthors);
  const nodes = numberNodes(bylines, authorCount, hubRecords);
  const nodeLists = bylines.map((byline) => byline.map((author) => nodes.nodeOfAuthor[author]!));
  const ties = collectTies(nodeLists, hubRecords, nodes.authorNodeCount);
  const nodeCount = nodes.authorOfNode.length;
  const edges = mergeTies(ties, nodeCount);
  const edgeKind = kindsOf(edges, nodes.authorNodeCount);
  const shareOfRecord = Float64Array.from(bylines, shareOf);
  const parts = connectedComponents(nodeCount, edges.edgeSource, edges.edgeTarget);
  return {
    nodeCount,
    authorOfNode: nodes.authorOfNode,
    recordOfNode: nodes.recordOfNode,
    nodeOfAuthor: nodes.nodeOfAuthor,
    recordCountOfNode: nodes.recordCountOfNode,
    ...edges,
    edgeKind,
    edgeWeight: sumShares(edges, edgeKind, shareOfRecord, new Uint8Array(bylines.length).fill(1)),
    component: parts.component,
    componentCount: parts.componentCount,
    hubCount: hubRecords.length,
    shareOfRecord,
  };
}

/** What the edges amount to under a filter, by edge; 0 where no record of the edge passes. */
export interface EdgeStrengths {
  /** Full counting: records together that pass; 1 for a spoke whose record passes. */
  readonly records: Uint32Array;
  /**
   * Fractional counting: the sum of 1/(n-1) over the passing records together, n being a record's number of
   * authors; 1 for a spoke whose record passes, which is what the record gives each of its authors.
   */
  readonly fractional: Float64Array;
}

/**
 * Recounts the edges for the records that pass, without rebuilding the graph.
 * Fractional counting: Perianes-Rodriguez, Waltman, van Eck 2016, doi:10.1016/j.joi.2016.10.006.
 */
export function edgeStrengths(graph: CoauthorGraph, passes: (record: RecordIndex) => boolean): EdgeStrengths {
  const { shareOfRecord, edgeKind } = graph;
  const passing = new Uint8Array(shareOfRecord.length);
  for (let record = 0; record < passing.length; record++) passing[record] = passes(record) ? 1 : 0;
  let fractional: Float64Array | null = null;
  return {
    records: countPassing(graph, passing),
    // a picture mostly shows one of the two
    get fractional() {
      return (fractional ??= sumShares(graph, edgeKind, shareOfRecord, passing));
    },
  };
}

/** Totals of the drawn edges by node; both ends of an edge receive its strength. */
export interface NodeStrengths {
  /**
   * Sum of {@link EdgeStrengths.records}: of a hub, its authors if its record passes. An author gets 1 for a record
   * drawn as a hub, not n-1: it is the total of what is drawn.
   */
  readonly records: Uint32Array;
  /** Of an author, the number of passing records with a co-author, hubs included (to rounding). */
  readonly fractional: Float64Array;
}

/** Adds up the strengths of each node's edges. */
export function linkStrengthByNode(graph: CoauthorGraph, strengths: EdgeStrengths): NodeStrengths {
  const records = new Uint32Array(graph.nodeCount);
  const fractional = new Float64Array(graph.nodeCount);
  for (let e = 0; e < graph.edgeSource.length; e++) {
    const source = graph.edgeSource[e]!;
    const target = graph.edgeTarget[e]!;
    records[source]! += strengths.records[e]!;
    records[target]! += strengths.records[e]!;
    fractional[source]! += strengths.fractional[e]!;
    fractional[target]! += strengths.fractional[e]!;
  }
  return { records, fractional };
}

/** The authors of each record in byline order, each once. */
function distinctBylines(records: Bylines): Uint32Array[] {
  return Array.from({ length: records.authorOffset.length - 1 }, (_, r) => {
    const byline = authorsOf(records, r);
    const distinct = new Set<AuthorId>(byline);
    return distinct.size === byline.length ? byline : Uint32Array.from(distinct);
  });
}

/** The records to be drawn as hubs, ascending. */
function hubsAmong(bylines: readonly Uint32Array[], maxPairAuthors: number): RecordIndex[] {
  const hubs: RecordIndex[] = [];
  bylines.forEach((byline, r) => {
    if (byline.length >= 2 && byline.length > maxPairAuthors) hubs.push(r);
  });
  return hubs;
}

interface NumberedNodes {
  readonly authorNodeCount: number;
  readonly authorOfNode: Int32Array;
  readonly recordOfNode: Int32Array;
  readonly nodeOfAuthor: Int32Array;
  readonly recordCountOfNode: Uint32Array;
}

function numberNodes(
  bylines: readonly Uint32Array[],
  authorCount: number,
  hubRecords: readonly RecordIndex[],
): NumberedNodes {
  const recordsOfAuthor = new Uint32Array(authorCount);
  for (const byline of bylines) for (const author of byline) recordsOfAuthor[author]! += 1;
  const nodeOfAuthor = new Int32Array(authorCount).fill(-1);
  const authors: AuthorId[] = [];
  for (let author = 0; author < authorCount; author++) {
    if (recordsOfAuthor[author] === 0) continue;
    nodeOfAuthor[author] = authors.length;
    authors.push(author);
  }
  const none = (list: readonly number[]) => list.map(() => -1);
  return {
    authorNodeCount: authors.length,
    authorOfNode: Int32Array.from([...authors, ...none(hubRecords)]),
    recordOfNode: Int32Array.from([...none(authors), ...hubRecords]),
    nodeOfAuthor,
    recordCountOfNode: Uint32Array.from([
      ...authors.map((author) => recordsOfAuthor[author]!),
      ...hubRecords.map(() => 1),
    ]),
  };
}

/** Hubs are the last nodes and a spoke's target. */
function kindsOf(edges: MergedTies, authorNodeCount: number): Uint8Array {
  return Uint8Array.from(edges.edgeTarget, (target) => (target >= authorNodeCount ? SPOKE : PAIR));
}

/** What one tie of the record is worth under fractional counting; a record without ties is never asked for it. */
function shareOf(byline: Uint32Array): number {
  return byline.length < 2 ? 0 : 1 / (byline.length - 1);
}

/** How many passing records are behind each edge. */
function countPassing(
  { edgeSource, edgeRecordOffset, edgeRecord }: MergedTies,
  passing: Uint8Array,
): Uint32Array {
  const counts = new Uint32Array(edgeSource.length);
  for (let e = 0; e < counts.length; e++) {
    const end = edgeRecordOffset[e + 1]!;
    let count = 0;
    for (let i = edgeRecordOffset[e]!; i < end; i++) count += passing[edgeRecord[i]!]!;
    counts[e] = count;
  }
  return counts;
}

/**
 * What the passing records of each edge are worth together, added in the order of the records.
 * @param share by record, {@link shareOf} it
 */
function sumShares(
  { edgeRecordOffset, edgeRecord }: MergedTies,
  edgeKind: Uint8Array,
  share: Float64Array,
  passing: Uint8Array,
): Float64Array {
  const sums = new Float64Array(edgeKind.length);
  for (let e = 0; e < sums.length; e++) {
    const isSpoke = edgeKind[e] === SPOKE;
    for (let i = edgeRecordOffset[e]!; i < edgeRecordOffset[e + 1]!; i++) {
      const record = edgeRecord[i]!;
      if (passing[record] === 1) sums[e]! += isSpoke ? 1 : share[record]!;
    }
  }
  return sums;
}
