/** What the list of records is sorted by; see table-order.ts for what only the table is. */
import type { Facet, Hundredths, RecordIndex } from '../model/dataset.ts';

/** A number to sort records by; smaller ones first when ascending. */
export type RecordKey = (record: RecordIndex) => number;

/** The highest score of a record in the facet; -1 where it has no tag, so that it stands last. */
export function topScore(facet: Facet): RecordKey {
  return (record) => {
    let top = -1;
    for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
      top = Math.max(top, facet.tagScore[tag]!);
    }
    return top;
  };
}

/** How many tags of the facet a record has at or above a score. */
export function tagCount(facet: Facet, minScore: Hundredths): RecordKey {
  return (record) => {
    let count = 0;
    for (let tag = facet.tagOffset[record]!; tag < facet.tagOffset[record + 1]!; tag++) {
      if (facet.tagScore[tag]! >= minScore) count++;
    }
    return count;
  };
}
