/** Which records a facet's clause turns away. */
import type { Hundredths } from '../../model/dataset.ts';
import { SURE, type FacetIndex } from '../index/facet-index.ts';
import type { Clause, Presence } from './filter-state.ts';
import type { Postings } from '../index/postings.ts';
import { missingAll, missingSome } from './missing-records.ts';
import { addBits, addRecord, addRecords, newBits, type RecordBits } from './record-bits.ts';

/**
 * The records that the clause turns away. A node id that the facet doesn't have is shown by no record: excluding it
 * changes nothing, and including nothing else lets nothing pass.
 * @param postings of the facet, asked for where a node is
 * @param minScore lowest score that counts, inclusive, 0 to 100
 */
export function failingRecords(
  index: FacetIndex,
  postings: () => Postings,
  { included, excluded, mode, tagged }: Clause,
  minScore: Hundredths,
): RecordBits {
  const recordCount = index.tagOffset.length - 1;
  const showing = (node: number) => postings().showing(node, minScore);
  const lists = Array.from(included, showing);
  const failing = mode === 'all' ? missingSome(lists, recordCount) : missingAll(lists, recordCount);
  for (const node of excluded) addRecords(failing, showing(node));
  if (tagged !== undefined) addBits(failing, failingPresence(index, tagged, minScore));
  return failing;
}

/** The records that do not have a tag of the facet at or above the score, as is asked; or that have one, where none is. */
function failingPresence(index: FacetIndex, presence: Presence, minScore: Hundredths): RecordBits {
  const { tagOffset, tagScore, isFlat } = index;
  const recordCount = tagOffset.length - 1;
  const failing = newBits(recordCount);
  for (let record = 0; record < recordCount; record++) {
    let tag = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    while (tag < end && (isFlat ? SURE : tagScore[tag]!) < minScore) tag++;
    if (tag < end === (presence === 'none')) addRecord(failing, record);
  }
  return failing;
}
