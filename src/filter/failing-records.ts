/** Which records a facet's clause turns away. */
import type { Hundredths } from '../model/dataset.ts';
import type { Clause } from './filter-state.ts';
import type { Postings } from './postings.ts';

/**
 * By record, 1 where the clause turns it away, else 0. A node id that the facet doesn't have is shown by no
 * record: excluding it changes nothing, and including nothing else lets nothing pass.
 * @param length of the column, at least the number of records; what lies beyond them says nothing
 * @param minScore lowest score that counts, inclusive, 0 to 100
 */
export function failingRecords(
  postings: Postings,
  length: number,
  clause: Clause,
  minScore: Hundredths,
): Uint8Array<ArrayBuffer> {
  const { included, excluded, mode } = clause;
  const failing =
    mode === 'all' && included.size > 1
      ? missingAny(postings, length, included, minScore)
      : missingAll(postings, length, included, minScore);
  for (const node of excluded) {
    const records = postings.showing(node, minScore);
    for (let i = 0; i < records.length; i++) failing[records[i]!] = 1;
  }
  return failing;
}

/** 1 where the record shows none of the nodes; nowhere where no node is asked for. */
function missingAll(
  postings: Postings,
  length: number,
  nodes: ReadonlySet<number>,
  minScore: Hundredths,
): Uint8Array<ArrayBuffer> {
  const failing = new Uint8Array(length);
  if (nodes.size > 0) failing.fill(1);
  for (const node of nodes) {
    const records = postings.showing(node, minScore);
    for (let i = 0; i < records.length; i++) failing[records[i]!] = 0;
  }
  return failing;
}

/** 1 where the record does not show every node. */
function missingAny(
  postings: Postings,
  length: number,
  nodes: ReadonlySet<number>,
  minScore: Hundredths,
): Uint8Array<ArrayBuffer> {
  const hits = new Uint32Array(length);
  for (const node of nodes) {
    const records = postings.showing(node, minScore);
    for (let i = 0; i < records.length; i++) hits[records[i]!]!++;
  }
  const failing = new Uint8Array(length);
  for (let record = 0; record < length; record++) failing[record] = hits[record] === nodes.size ? 0 : 1;
  return failing;
}
