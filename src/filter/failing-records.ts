/** Which records a facet's clause turns away. */
import type { Hundredths } from '../model/dataset.ts';
import type { Clause } from './filter-state.ts';
import type { Postings } from './postings.ts';
import { addRecords, newBits, removeRecords, type RecordBits } from './record-bits.ts';

/**
 * The records that the clause turns away. A node id that the facet doesn't have is shown by no record: excluding it
 * changes nothing, and including nothing else lets nothing pass.
 * @param minScore lowest score that counts, inclusive, 0 to 100
 */
export function failingRecords(
  postings: Postings,
  recordCount: number,
  { included, excluded, mode }: Clause,
  minScore: Hundredths,
): RecordBits {
  const lists = Array.from(included, (node) => postings.showing(node, minScore));
  const failing = mode === 'all' ? missingSome(lists, recordCount) : missingAll(lists, recordCount);
  for (const node of excluded) addRecords(failing, postings.showing(node, minScore));
  return failing;
}

/** The records that are in none of the lists; none where there is no list. */
function missingAll(lists: readonly Uint32Array[], recordCount: number): RecordBits {
  const missing = newBits(recordCount);
  if (lists.length > 0) missing.fill(-1);
  for (const list of lists) removeRecords(missing, list);
  return missing;
}

/** The records that are not in every list. */
export function missingSome(lists: readonly Uint32Array[], recordCount: number): RecordBits {
  const missing = newBits(recordCount);
  for (const list of lists) {
    const missingThis = missingAll([list], recordCount);
    for (let w = 0; w < missing.length; w++) missing[w]! |= missingThis[w]!;
  }
  return missing;
}
