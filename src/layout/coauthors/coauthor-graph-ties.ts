/** From bylines to edges: every tie between two nodes in one record, then one edge for equal ties. */
import type { RecordColumns, RecordIndex } from '../../model/dataset.ts';

/** One tie an entry: two nodes, the smaller first, and the record that ties them, in ascending order of record. */
export interface Ties {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly record: Uint32Array;
}

/** Ties with equal ends gathered: edges ascend by source, then target; an edge's records ascend. */
export interface MergedTies {
  readonly edgeSource: Uint32Array;
  readonly edgeTarget: Uint32Array;
  /** By edge, with one entry more: where the edge's records begin in `edgeRecord`. */
  readonly edgeRecordOffset: Uint32Array;
  readonly edgeRecord: Uint32Array;
}

/**
 * All ties of all records: each pair of people, or for a hub's record each person and the hub.
 * @param bylines the authors of each record, each once
 * @param hubRecords records drawn as hubs, ascending; their nodes are `firstHubNode`, `firstHubNode + 1`, …
 */
export function collectTies(
  { authorOffset, author }: Pick<RecordColumns, 'authorOffset' | 'author'>,
  nodeOfAuthor: Int32Array,
  hubRecords: readonly RecordIndex[],
  firstHubNode: number,
): Ties {
  const recordCount = authorOffset.length - 1;
  let count = 0;
  let hub = 0;
  for (let record = 0; record < recordCount; record++) {
    const length = authorOffset[record + 1]! - authorOffset[record]!;
    const isHub = record === hubRecords[hub];
    count += isHub ? length : (length * (length - 1)) / 2;
    if (isHub) hub++;
  }
  const source = new Uint32Array(count);
  const target = new Uint32Array(count);
  const recordOfTie = new Uint32Array(count);
  let at = 0;
  hub = 0;
  for (let record = 0; record < recordCount; record++) {
    const end = authorOffset[record + 1]!;
    const isHub = record === hubRecords[hub];
    for (let i = authorOffset[record]!; i < end; i++) {
      const a = nodeOfAuthor[author[i]!]!;
      if (isHub) {
        source[at] = a;
        target[at] = firstHubNode + hub;
        recordOfTie[at++] = record;
        continue;
      }
      for (let j = i + 1; j < end; j++) {
        const b = nodeOfAuthor[author[j]!]!;
        source[at] = a < b ? a : b;
        target[at] = a < b ? b : a;
        recordOfTie[at++] = record;
      }
    }
    if (isHub) hub++;
  }
  return { source, target, record: recordOfTie };
}

/** Gathers equal ties in time linear in ties and nodes: two stable counting sorts, then one run an edge. */
export function mergeTies(ties: Ties, nodeCount: number): MergedTies {
  const byTarget = countingOrder(ties.target, nodeCount);
  const order = countingOrder(ties.source, nodeCount, byTarget);
  const edgeSource = new Uint32Array(order.length);
  const edgeTarget = new Uint32Array(order.length);
  const offset = new Uint32Array(order.length + 1);
  const edgeRecord = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const tie = order[i]!;
    const [source, target] = [ties.source[tie]!, ties.target[tie]!];
    if (count === 0 || source !== edgeSource[count - 1] || target !== edgeTarget[count - 1]) {
      edgeSource[count] = source;
      edgeTarget[count] = target;
      offset[count++] = i;
    }
    edgeRecord[i] = ties.record[tie]!;
  }
  offset[count] = order.length;
  return {
    edgeSource: edgeSource.slice(0, count),
    edgeTarget: edgeTarget.slice(0, count),
    edgeRecordOffset: offset.slice(0, count + 1),
    edgeRecord,
  };
}

/** Positions in stable ascending order of their keys (0 to keyCount - 1), starting from a given order. */
function countingOrder(keys: Uint32Array, keyCount: number, from?: Uint32Array): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  for (const key of keys) next[key + 1]! += 1;
  for (let key = 1; key <= keyCount; key++) next[key]! += next[key - 1]!;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const item = from ? from[i]! : i;
    order[next[keys[item]!]!++] = item;
  }
  return order;
}
