/** Who shows what: a record shows a node when it has a counted tag at the node or anywhere below. */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';

/** Where the node stands in the record's row of `reachNode`; -1 where it doesn't. */
export function reachEntry(index: FacetIndex, record: number, node: number): number {
  const { reachOffset, reachNode } = index;
  let low = reachOffset[record] ?? 0;
  let high = (reachOffset[record + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = reachNode[middle]!;
    if (found === node) return middle;
    if (found < node) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Those of the records that show the node, in the order given. */
export function recordsWithNode(
  index: FacetIndex,
  records: Uint32Array,
  node: number,
  minScore: Hundredths,
): Uint32Array {
  return records.filter((record) => {
    const entry = reachEntry(index, record, node);
    return entry >= 0 && index.reachScore[entry]! >= minScore;
  });
}

/** Whether the record shows any of the nodes. */
export function showsAny(
  index: FacetIndex,
  record: number,
  nodes: ReadonlySet<number>,
  minScore: Hundredths,
): boolean {
  const end = index.reachOffset[record + 1] ?? 0;
  for (let i = index.reachOffset[record] ?? 0; i < end; i++) {
    if (index.reachScore[i]! >= minScore && nodes.has(index.reachNode[i]!)) return true;
  }
  return false;
}

/** By node, 1 where at least one of the records shows it, else 0. */
export function shownNodes(index: FacetIndex, records: Uint32Array, minScore: Hundredths): Uint8Array {
  const { reachOffset, reachNode, reachScore } = index;
  const shown = new Uint8Array(index.nodeCount);
  for (const record of records) {
    const end = reachOffset[record + 1] ?? 0;
    for (let i = reachOffset[record] ?? 0; i < end; i++) {
      if (reachScore[i]! >= minScore) shown[reachNode[i]!] = 1;
    }
  }
  return shown;
}
