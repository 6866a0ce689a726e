/** What records are sorted by. */
import type { Dataset, Facet, Hundredths, RecordIndex } from '../model/dataset.ts';

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

/** How many authors a record lists. */
export function authorCount(dataset: Dataset): RecordKey {
  const { authorOffset } = dataset.records;
  return (record) => authorOffset[record + 1]! - authorOffset[record]!;
}

/** Where a record was first read: files in reading order, lines within them. */
export function sourcePosition(dataset: Dataset): RecordKey {
  const { passageOffset, passageFile, passageFirst } = dataset.records;
  const lineSpan = 2 ** 32; // no line number reaches it, and file × span + line stays exact
  return (record) => {
    const passage = passageOffset[record]!;
    if (passage === passageOffset[record + 1]) return -1;
    return passageFile[passage]! * lineSpan + passageFirst[passage]!;
  };
}
