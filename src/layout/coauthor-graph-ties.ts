/** From bylines to edges: every tie between two nodes in one record, then one edge for equal ties. */
import type { RecordIndex } from '../model/dataset.ts';

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
 * @param nodeLists by record, the nodes of its people, each once
 * @param hubRecords records drawn as hubs, ascending; their nodes are `firstHubNode`, `firstHubNode + 1`, …
 */
export function collectTies(
  nodeLists: readonly ArrayLike<number>[],
  hubRecords: readonly RecordIndex[],
  firstHubNode: number,
): Ties {
  const hubOfRecord = new Map(hubRecords.map((record, i) => [record, firstHubNode + i]));
  let count = 0;
  nodeLists.forEach(({ length }, record) => {
    count += hubOfRecord.has(record) ? length : (length * (length - 1)) / 2;
  });
  const ties = {
    source: new Uint32Array(count),
    target: new Uint32Array(count),
    record: new Uint32Array(count),
  };
  let at = 0;
  const add = (a: number, b: number, record: RecordIndex) => {
    ties.source[at] = Math.min(a, b);
    ties.target[at] = Math.max(a, b);
    ties.record[at] = record;
    at++;
  };
  nodeLists.forEach((nodes, record) => {
    const hub = hubOfRecord.get(record);
    for (let i = 0; i < nodes.length; i++) {
      if (hub !== undefined) add(nodes[i]!, hub, record);
      else for (let j = i + 1; j < nodes.length; j++) add(nodes[i]!, nodes[j]!, record);
    }
  });
  return ties;
}

/** Gathers equal ties in time linear in ties and nodes: two stable counting sorts, then one run an edge. */
export function mergeTies(ties: Ties, nodeCount: number): MergedTies {
  const byTarget = countingOrder(ties.target, nodeCount);
  const order = countingOrder(ties.source, nodeCount, byTarget);
  const edgeSource: number[] = [];
  const edgeTarget: number[] = [];
  const offset: number[] = [];
  const edgeRecord = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const tie = order[i]!;
    const last = edgeSource.length - 1;
    if (ties.source[tie] !== edgeSource[last] || ties.target[tie] !== edgeTarget[last]) {
      edgeSource.push(ties.source[tie]!);
      edgeTarget.push(ties.target[tie]!);
      offset.push(i);
    }
    edgeRecord[i] = ties.record[tie]!;
  }
  return {
    edgeSource: Uint32Array.from(edgeSource),
    edgeTarget: Uint32Array.from(edgeTarget),
    edgeRecordOffset: Uint32Array.from([...offset, order.length]),
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
