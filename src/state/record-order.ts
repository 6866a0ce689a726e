/** Orders of records: stable, so that equal records keep the order of the source. */
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

/** Sorts records by a key; equal ones keep the order in which they are given. */
export function sortRecords(
  records: Uint32Array,
  key: RecordKey,
  direction: 'ascending' | 'descending',
): Uint32Array {
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = Float64Array.from(records, (record) => sign * key(record));
  const positions = keys.every(isSmallWhole) ? sortedByNumber(keys) : sortedByComparison(keys);
  return positions.map((position) => records[position]!);
}

/** A key that leaves room for a position behind it in a number: below 2 ** 20, as 2 ** 52 is still exact. */
const isSmallWhole = (key: number) => Number.isInteger(key) && Math.abs(key) < 2 ** 20;

const POSITION_SPAN = 2 ** 32;

/** Positions by key and then by position: as one number each, which sorts without a function to compare. */
function sortedByNumber(keys: Float64Array): Uint32Array {
  const both = keys.map((key, position) => key * POSITION_SPAN + position).sort();
  return Uint32Array.from(both, (number) => number - Math.floor(number / POSITION_SPAN) * POSITION_SPAN);
}

/** The same for any keys, more slowly. */
export function sortedByComparison(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
