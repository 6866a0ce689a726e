/** Who shows what: a record shows a node when it has a counted tag at the node or anywhere below. */
import type { Hundredths } from '../../model/dataset.ts';
import { nodeOfCell, scoreOfCell, SURE, type FacetIndex } from '../index/facet-index.ts';

/**
 * Visits each distinct node that the record shows at threshold 0, with s(r, c), the record's largest score at or
 * below it; in no order.
 */
export function forShown(
  index: FacetIndex,
  record: number,
  visit: (node: number, score: Hundredths) => void,
): void {
  const { parent, tagOffset, tagConcept, tagScore, tagEnd, unionOffset, unionCell, isFlat } = index;
  const last = tagOffset[record + 1] ?? 0;
  for (let tag = tagOffset[record] ?? 0; tag < last; tag++) {
    const end = isFlat ? -1 : tagEnd[tag]!;
    const score = isFlat ? SURE : tagScore[tag]!;
    for (let at = tagConcept[tag]!; at >= 0 && at !== end; at = parent[at]!) visit(at, score);
  }
  if (unionCell.length === 0) return;
  const unionEnd = unionOffset[record + 1] ?? 0;
  for (let i = unionOffset[record] ?? 0; i < unionEnd; i++) {
    visit(nodeOfCell(index, unionCell[i]!), scoreOfCell(index, unionCell[i]!));
  }
}

/** By node, 1 where at least one of the records shows it, else 0. */
export function shownNodes(index: FacetIndex, records: Uint32Array, minScore: Hundredths): Uint8Array {
  const shown = new Uint8Array(index.nodeCount);
  const mark = (node: number, score: number) => {
    if (score >= minScore) shown[node] = 1;
  };
  for (let at = 0; at < records.length; at++) forShown(index, records[at]!, mark);
  return shown;
}
