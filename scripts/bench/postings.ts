/** A roll-up turned round: for each node the records that show it. */
import type { Clause } from '../../src/filter/passing/filter-state.ts';
import type { RollUp } from './rollup.ts';

/** Node n is shown by the entries `offset[n]` (included) to `offset[n + 1]` (excluded); records ascend. */
export interface Postings {
  readonly offset: Uint32Array;
  readonly record: Uint32Array;
  /** Hundredths. */
  readonly score: Uint8Array;
}

export function postingsOf({ nodeCount, shownOffset, shownNode, shownScore }: RollUp): Postings {
  const offset = new Uint32Array(nodeCount + 1);
  for (const node of shownNode) offset[node + 1]!++;
  for (let node = 0; node < nodeCount; node++) offset[node + 1]! += offset[node]!;
  const filled = offset.slice(0, nodeCount);
  const record = new Uint32Array(shownNode.length);
  const score = new Uint8Array(shownNode.length);
  for (let r = 0; r + 1 < shownOffset.length; r++) {
    for (let i = shownOffset[r]!; i < shownOffset[r + 1]!; i++) {
      const at = filled[shownNode[i]!]!++;
      record[at] = r;
      score[at] = shownScore[i]!;
    }
  }
  return { offset, record, score };
}

/** By record, 1 where a clause lets it pass; the clause has at least one node. */
export function passingRecords(
  postings: Postings,
  { included, excluded, mode }: Clause,
  minScore: number,
  recordCount: number,
): Uint8Array {
  const passing = new Uint8Array(recordCount).fill(included.size === 0 ? 1 : 0);
  if (mode === 'any') {
    for (const node of included) forShowing(postings, node, minScore, (record) => (passing[record] = 1));
  } else {
    const shown = new Uint32Array(recordCount);
    for (const node of included) forShowing(postings, node, minScore, (record) => shown[record]!++);
    for (let record = 0; record < recordCount; record++) {
      if (shown[record] === included.size) passing[record] = 1;
    }
  }
  for (const node of excluded) forShowing(postings, node, minScore, (record) => (passing[record] = 0));
  return passing;
}

function forShowing(
  { offset, record, score }: Postings,
  node: number,
  minScore: number,
  visit: (record: number) => void,
): void {
  const end = offset[node + 1] ?? 0;
  for (let i = offset[node] ?? 0; i < end; i++) if (score[i]! >= minScore) visit(record[i]!);
}
