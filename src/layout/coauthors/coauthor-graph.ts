/**
 * Who wrote with whom, as a graph over typed arrays: a pair of authors with a record together is an edge,
 * and a record with very many authors is one hub with a spoke to each of them instead of n(n-1)/2 pairs.
 */
import type { RecordColumns, RecordIndex } from '../../model/dataset.ts';
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
  const bylines = distinctBylines(records, authorCount);
  const hubRecords = hubsAmong(bylines, maxPairAuthors);
  const nodes = numberNodes(bylines, authorCount, hubRecords);
  const nodeCount = nodes.authorOfNode.length;
  const ties = collectTies(bylines, nodes.nodeOfAuthor, hubRecords, nodes.authorNodeCount);
  const edges = mergeTies(ties, nodeCount);
  const edgeKind = kindsOf(edges, nodes.authorNodeCount);
  const shareOfRecord = sharesOf(bylines);
  const all = new Uint8Array(shareOfRecord.length).fill(1);
  return {
    nodeCount,
    authorOfNode: nodes.authorOfNode,
    recordOfNode: nodes.recordOfNode,
    nodeOfAuthor: nodes.nodeOfAuthor,
    recordCountOfNode: nodes.recordCountOfNode,
    ...edges,
    edgeKind,
    edgeWeight: sumShares(edges, edgeKind, shareOfRecord, all),
    ...connectedComponents(nodeCount, edges.edgeSource, edges.edgeTarget),
    hubCount: hubRecords.length,
    shareOfRecord,
  };
}

/** What the edges amount to under a filter, by edge; 0 where no record of the edge passes. */
export interface EdgeStrengths {
  /** Full counting: records together that pass; 1 for a spoke whose record passes. */
  readonly records: Uint16Array | Uint32Array;
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

/** The authors of each record in byline order, each once: what a graph is made of, without an object a record. */
function distinctBylines({ authorOffset, author }: Bylines, authorCount: number): Bylines {
  const recordCount = Math.max(0, authorOffset.length - 1);
  const offset = new Uint32Array(recordCount + 1);
  const distinct = new Uint32Array(author.length);
  /** By author, the last record that names them, counted from 1. */
  const lastIn = new Uint32Array(authorCount);
  let length = 0;
  for (let record = 0; record < recordCount; record++) {
    const end = authorOffset[record + 1]!;
    for (let i = authorOffset[record]!; i < end; i++) {
      const each = author[i]!;
      if (lastIn[each] === record + 1) continue;
      lastIn[each] = record + 1;
      distinct[length++] = each;
    }
    offset[record + 1] = length;
  }
  return { authorOffset: offset, author: distinct.subarray(0, length) };
}

/** The records to be drawn as hubs, ascending. */
function hubsAmong({ authorOffset }: Bylines, maxPairAuthors: number): RecordIndex[] {
  const hubs: RecordIndex[] = [];
  for (let record = 0; record + 1 < authorOffset.length; record++) {
    const length = authorOffset[record + 1]! - authorOffset[record]!;
    if (length >= 2 && length > maxPairAuthors) hubs.push(record);
  }
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
  bylines: Bylines,
  authorCount: number,
  hubRecords: readonly RecordIndex[],
): NumberedNodes {
  const recordsOfAuthor = new Uint32Array(authorCount);
  for (let i = 0; i < bylines.author.length; i++) recordsOfAuthor[bylines.author[i]!]! += 1;
  let authorNodeCount = 0;
  for (let author = 0; author < authorCount; author++) if (recordsOfAuthor[author]! > 0) authorNodeCount++;
  const nodeCount = authorNodeCount + hubRecords.length;
  const nodeOfAuthor = new Int32Array(authorCount).fill(-1);
  const authorOfNode = new Int32Array(nodeCount).fill(-1);
  const recordOfNode = new Int32Array(nodeCount).fill(-1);
  const recordCountOfNode = new Uint32Array(nodeCount).fill(1);
  let node = 0;
  for (let author = 0; author < authorCount; author++) {
    if (recordsOfAuthor[author] === 0) continue;
    nodeOfAuthor[author] = node;
    authorOfNode[node] = author;
    recordCountOfNode[node++] = recordsOfAuthor[author]!;
  }
  recordOfNode.set(hubRecords, authorNodeCount);
  return { authorNodeCount, authorOfNode, recordOfNode, nodeOfAuthor, recordCountOfNode };
}

/** Hubs are the last nodes and a spoke's target. */
function kindsOf({ edgeTarget }: MergedTies, authorNodeCount: number): Uint8Array {
  const kinds = new Uint8Array(edgeTarget.length);
  for (let e = 0; e < kinds.length; e++) kinds[e] = edgeTarget[e]! >= authorNodeCount ? SPOKE : PAIR;
  return kinds;
}

/** By record, what one of its ties is worth under fractional counting; 0 for a record without ties. */
function sharesOf({ authorOffset }: Bylines): Float64Array {
  const shares = new Float64Array(Math.max(0, authorOffset.length - 1));
  for (let record = 0; record < shares.length; record++) {
    const length = authorOffset[record + 1]! - authorOffset[record]!;
    if (length >= 2) shares[record] = 1 / (length - 1);
  }
  return shares;
}

/** How many passing records are behind each edge; in two bytes where all records fit, since it is made anew at each click. */
function countPassing(
  { edgeSource, edgeRecordOffset, edgeRecord }: MergedTies,
  passing: Uint8Array,
): EdgeStrengths['records'] {
  const Counts = passing.length <= 0xffff ? Uint16Array : Uint32Array;
  const counts = new Counts(edgeSource.length);
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
 * @param share by record, see {@link sharesOf}
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
