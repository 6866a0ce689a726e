/**
 * Co-authorship, counted over all author lists however long. Fractional strength gives each pair of a record with
 * n authors 1 / (n - 1), so that an author's strengths sum to their records with a co-author
 * (Perianes-Rodriguez, Waltman, van Eck 2016, doi:10.1016/j.joi.2016.10.006).
 */
import type { AuthorId, RecordColumns, RecordIndex } from '../model/dataset.ts';
import { distinctBylines, type DistinctBylines } from './bylines.ts';
import { sortRow } from './sort-row.ts';

/** Every author's numbers; columns are indexed by author. */
export interface Coauthorship {
  /** Records of the author, those written alone included. */
  readonly records: Uint32Array;
  /** Distinct people the author shares at least one record with. */
  readonly coAuthors: Uint32Array;
  /** Sum of n - 1 over the author's records with n authors. */
  readonly strengthFull: Float64Array;
  /** Sum of (n - 1) times 1 / (n - 1): the number of the author's records with a co-author. */
  readonly strengthFractional: Float64Array;
}

/** Two authors with at least one record together; `a < b`. */
export interface CoauthorPair {
  readonly a: AuthorId;
  readonly b: AuthorId;
  /** Records that they share; at least 1. */
  readonly records: number;
  /** Sum of 1 / (n - 1) over these records, in ascending order of record; above 0. */
  readonly strengthFractional: number;
}

/**
 * Counts each author's records and co-authors.
 * @param passes whether a record counts
 */
export function coauthorship(
  records: RecordColumns,
  authorCount: number,
  passes: (record: RecordIndex) => boolean,
): Coauthorship {
  const bylines = distinctBylines(records);
  const { offset, author } = bylines;
  const { offset: rowOffset, record: rowRecord } = recordsByAuthor(bylines, authorCount, passes);
  const counts = {
    records: new Uint32Array(authorCount),
    coAuthors: new Uint32Array(authorCount),
    strengthFull: new Float64Array(authorCount),
    strengthFractional: new Float64Array(authorCount),
  };
  // the last author whose co-author this was: distinct people without a set, and without all pairs in memory
  const metBy = new Int32Array(authorCount).fill(-1);
  for (let a = 0; a < authorCount; a++) {
    counts.records[a] = rowOffset[a + 1]! - rowOffset[a]!;
    for (let row = rowOffset[a]!; row < rowOffset[a + 1]!; row++) {
      const start = offset[rowRecord[row]!]!;
      const end = offset[rowRecord[row]! + 1]!;
      counts.strengthFull[a]! += end - start - 1;
      if (end - start > 1) counts.strengthFractional[a]!++;
      for (let i = start; i < end; i++) {
        const b = author[i]!;
        if (b === a || metBy[b] === a) continue;
        metBy[b] = a;
        counts.coAuthors[a]!++;
      }
    }
  }
  return counts;
}

/**
 * All pairs of co-authors, by `a` and then by `b`.
 * @param passes whether a record counts
 */
export function coauthorPairs(
  records: RecordColumns,
  passes: (record: RecordIndex) => boolean,
): CoauthorPair[] {
  const bylines = distinctBylines(records);
  const { offset, author } = bylines;
  const authorCount = author.reduce((count, id) => Math.max(count, id + 1), 0);
  const { offset: rowOffset, record: rowRecord } = recordsByAuthor(bylines, authorCount, passes);
  const shared = new Uint32Array(authorCount);
  const strength = new Float64Array(authorCount);
  const met = new Uint32Array(authorCount);
  const pairs: CoauthorPair[] = [];
  for (let a = 0; a < authorCount; a++) {
    let metCount = 0;
    for (let row = rowOffset[a]!; row < rowOffset[a + 1]!; row++) {
      const start = offset[rowRecord[row]!]!;
      const end = offset[rowRecord[row]! + 1]!;
      // the byline is ascending: those after a are at its end
      for (let i = end - 1; i >= start && author[i]! > a; i--) {
        const b = author[i]!;
        if (shared[b] === 0) met[metCount++] = b;
        shared[b]!++;
        strength[b]! += 1 / (end - start - 1);
      }
    }
    sortRow(met, 0, metCount);
    for (const b of met.subarray(0, metCount)) {
      pairs.push({ a, b, records: shared[b]!, strengthFractional: strength[b]! });
      shared[b] = 0;
      strength[b] = 0;
    }
  }
  return pairs;
}

/** Each author's passing records, ascending: row a runs from `offset[a]` to `offset[a + 1]`, excluded. */
function recordsByAuthor(
  { offset, author }: DistinctBylines,
  authorCount: number,
  passes: (record: RecordIndex) => boolean,
): { offset: Uint32Array; record: Uint32Array } {
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
