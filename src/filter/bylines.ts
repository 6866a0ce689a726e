import type { RecordColumns, RecordIndex } from '../model/dataset.ts';
import { sortRow } from './sort-row.ts';

/** The authors of each record as sets: ascending and distinct. */
export interface DistinctBylines {
  /** One entry more than there are records; row r runs from `offset[r]` to `offset[r + 1]`, excluded. */
  readonly offset: Uint32Array;
  readonly author: Uint32Array;
}

/** Each record's authors, ascending; an author whom a byline names twice stands once. */
export function distinctBylines(records: RecordColumns): DistinctBylines {
  const { authorOffset } = records;
  const recordCount = Math.max(0, authorOffset.length - 1);
  const offset = new Uint32Array(recordCount + 1);
  const author = records.author.slice();
  let length = 0;
  for (let record = 0; record < recordCount; record++) {
    const start = authorOffset[record]!;
    const end = authorOffset[record + 1]!;
    sortRow(author, start, end);
    // rows only move towards the front, so that what is still to be read is never overwritten
    for (let i = start; i < end; i++) {
      const candidate = author[i]!;
      if (length === offset[record]! || author[length - 1]! !== candidate) author[length++] = candidate;
    }
    offset[record + 1] = length;
  }
  return { offset, author: author.slice(0, length) };
}

/**
 * Each record's authors in the order of the byline, an author whom it names twice where it does so first: the dataset's
 * own columns where no byline repeats anybody, so that they are not held twice.
 */
export function bylinesAsSets(
  { authorOffset, author }: RecordColumns,
  authorCount: number,
): { readonly offset: Uint32Array; readonly author: Uint32Array } {
  // by author: the last record, from 1, that named them
  const named = new Uint32Array(authorCount);
  if (!namesTwice(authorOffset, author, named)) return { offset: authorOffset, author };
  named.fill(0);
  const offset = new Uint32Array(authorOffset.length);
  const distinct = new Uint32Array(author.length);
  let length = 0;
  for (let record = 1; record < authorOffset.length; record++) {
    const end = authorOffset[record]!;
    for (let i = authorOffset[record - 1]!; i < end; i++) {
      const each = author[i]!;
      if (named[each] === record) continue;
      named[each] = record;
      distinct[length++] = each;
    }
    offset[record] = length;
  }
  return { offset, author: distinct.slice(0, length) };
}

/** Whether some byline names somebody twice: most datasets need no columns of their own, whose memory would be new. */
function namesTwice(authorOffset: Uint32Array, author: Uint32Array, named: Uint32Array): boolean {
  for (let record = 1; record < authorOffset.length; record++) {
    const end = authorOffset[record]!;
    for (let i = authorOffset[record - 1]!; i < end; i++) {
      if (named[author[i]!] === record) return true;
      named[author[i]!] = record;
    }
  }
  return false;
}

/** Each author's records, ascending: row a runs from `offset[a]` to `offset[a + 1]`, excluded. */
export interface AuthorRows {
  readonly offset: Uint32Array;
  readonly record: Uint32Array;
}

/** Finds each author's passing records. */
export function recordsByAuthor(
  { offset, author }: DistinctBylines,
  authorCount: number,
  passes: (record: RecordIndex) => boolean,
): AuthorRows {
  const recordCount = offset.length - 1;
  const passing = Uint8Array.from({ length: recordCount }, (_, record) => (passes(record) ? 1 : 0));
  const rowOffset = new Uint32Array(authorCount + 1);
  for (let record = 0; record < recordCount; record++) {
    if (passing[record] === 0) continue;
    for (let i = offset[record]!; i < offset[record + 1]!; i++) rowOffset[author[i]! + 1]!++;
  }
  for (let a = 0; a < authorCount; a++) rowOffset[a + 1]! += rowOffset[a]!;
  const rowRecord = new Uint32Array(rowOffset[authorCount]!);
  const next = rowOffset.slice();
  for (let record = 0; record < recordCount; record++) {
    if (passing[record] === 0) continue;
    for (let i = offset[record]!; i < offset[record + 1]!; i++) rowRecord[next[author[i]!]!++] = record;
  }
  return { offset: rowOffset, record: rowRecord };
}
