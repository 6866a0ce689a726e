/** Who wrote which record, in the shape that co-authorship is counted from; in small steps, for it takes long. */
import type { RecordColumns, RecordIndex } from '../../model/dataset.ts';
import { part, type Work } from '../../model/work.ts';
import { sortRow } from './sort-row.ts';

/** So many records or authors a step: a millisecond or two. */
const ROWS_A_STEP = 4096;

/** The authors of each record as sets: ascending and distinct. */
export interface DistinctBylines {
  /** One entry more than there are records; row r runs from `offset[r]` to `offset[r + 1]`, excluded. */
  readonly offset: Uint32Array;
  readonly author: Uint32Array;
}

/** Each record's authors, ascending; an author whom a byline names twice stands once. */
export function* makingBylines(records: RecordColumns): Work<DistinctBylines> {
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
    if ((record + 1) % ROWS_A_STEP === 0) yield (record + 1) / recordCount;
  }
  return { offset, author: author.slice(0, length) };
}

/** Each author's records, ascending: row a runs from `offset[a]` to `offset[a + 1]`, excluded. */
export interface AuthorRows {
  readonly offset: Uint32Array;
  readonly record: Uint32Array;
}

/** Finds each author's passing records. */
export function* findingRecords(
  { offset, author }: DistinctBylines,
  authorCount: number,
  passes: (record: RecordIndex) => boolean,
): Work<AuthorRows> {
  const recordCount = offset.length - 1;
  const passing = Uint8Array.from({ length: recordCount }, (_, record) => (passes(record) ? 1 : 0));
  const rowOffset = new Uint32Array(authorCount + 1);
  yield* part(
    eachName(offset, (record, i) => {
      if (passing[record] === 1) rowOffset[author[i]! + 1]!++;
    }),
    0,
    0.5,
  );
  for (let a = 0; a < authorCount; a++) rowOffset[a + 1]! += rowOffset[a]!;
  const rowRecord = new Uint32Array(rowOffset[authorCount]!);
  const next = rowOffset.slice();
  yield* part(
    eachName(offset, (record, i) => {
      if (passing[record] === 1) rowRecord[next[author[i]!]!++] = record;
    }),
    0.5,
    1,
  );
  return { offset: rowOffset, record: rowRecord };
}

/** Goes through all bylines, name by name. */
function* eachName(offset: Uint32Array, act: (record: RecordIndex, i: number) => void): Work<void> {
  const recordCount = offset.length - 1;
  for (let record = 0; record < recordCount; record++) {
    for (let i = offset[record]!; i < offset[record + 1]!; i++) act(record, i);
    if ((record + 1) % ROWS_A_STEP === 0) yield (record + 1) / recordCount;
  }
}
