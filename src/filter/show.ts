/** Who shows what: a record shows a node when it has a counted tag at the node or anywhere below. */
import type { Hundredths } from '../model/dataset.ts';
import { nodeOfCell, scoreOfCell, type FacetIndex } from './facet-index.ts';

/** s(r, c) in hundredths, whatever the threshold; -1 where the record has no tag at or below the node. */
export function scoreAt(index: FacetIndex, record: number, node: number): number {
  const { reachOffset, reachCell } = index;
  let low = reachOffset[record] ?? 0;
  let high = (reachOffset[record + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const cell = reachCell[middle]!;
    const found = nodeOfCell(index, cell);
    if (found === node) return scoreOfCell(index, cell);
    if (found < node) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
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
    const cell = index.reachCell[i]!;
    if (scoreOfCell(index, cell) >= minScore && nodes.has(nodeOfCell(index, cell))) return true;
  }
  return false;
}

/** By node, 1 where at least one of the records shows it, else 0. */
export function shownNodes(index: FacetIndex, records: Uint32Array, minScore: Hundredths): Uint8Array {
  const { reachOffset, reachCell } = index;
  const shown = new Uint8Array(index.nodeCount);
  for (const record of records) {
    const end = reachOffset[record + 1] ?? 0;
    for (let i = reachOffset[record] ?? 0; i < end; i++) {
      const cell = reachCell[i]!;
      if (scoreOfCell(index, cell) >= minScore) shown[nodeOfCell(index, cell)] = 1;
    }
  }
  return shown;
}
