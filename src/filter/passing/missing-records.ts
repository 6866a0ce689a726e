/** Which records lists of records leave out. */
import { addBits, newBits, removeRecords, type RecordBits } from './record-bits.ts';

/** The records that are in none of the lists; none where there is no list. */
export function missingAll(lists: readonly Uint32Array[], recordCount: number): RecordBits {
  const missing = newBits(recordCount);
  if (lists.length > 0) missing.fill(-1);
  for (const list of lists) removeRecords(missing, list);
  return missing;
}

/** The records that are not in every list. */
export function missingSome(lists: readonly Uint32Array[], recordCount: number): RecordBits {
  const missing = newBits(recordCount);
  for (const list of lists) {
    addBits(missing, missingAll([list], recordCount));
  }
  return missing;
}
