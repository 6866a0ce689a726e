import type { RecordColumns } from '../model/dataset.ts';
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
