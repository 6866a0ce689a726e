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
  const keys = new Float64Array(records.length);
  let [isRising, isWhole, least, most] = [true, true, Infinity, -Infinity];
  for (let i = 0; i < records.length; i++) {
    const value = sign * key(records[i]!);
    if (i > 0 && value < keys[i - 1]!) isRising = false;
    if (!Number.isInteger(value)) isWhole = false;
    if (value < least) least = value;
    if (value > most) most = value;
    keys[i] = value;
  }
  if (isRising) return records.slice();
  const isNarrow = isWhole && most - least < KEYS_A_RECORD * records.length + FEW_KEYS;
  if (isNarrow) return sortedByCounting(records, keys, least, most - least + 1);
  return sortedByComparison(keys).map((position) => records[position]!);
}

/** More different keys than this for each record, and than that at all, take longer to count than to compare. */
const KEYS_A_RECORD = 8;
const FEW_KEYS = 1000;

/** Each record goes to its place at once: behind those of smaller keys, and those of the same that come before. */
function sortedByCounting(
  records: Uint32Array,
  keys: Float64Array,
  least: number,
  span: number,
): Uint32Array {
  const next = new Uint32Array(span + 1);
  for (const key of keys) next[key - least + 1]!++;
  for (let key = 0; key < span; key++) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(records.length);
  for (let i = 0; i < records.length; i++) sorted[next[keys[i]! - least]!++] = records[i]!;
  return sorted;
}

/** Positions in order of keys of any kind, more slowly. */
export function sortedByComparison(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
