/**
 * Co-authorship, counted over all author lists however long. Fractional strength gives each pair of a record with
 * n authors 1 / (n - 1), so that an author's strengths sum to their records with a co-author
 * (Perianes-Rodriguez, Waltman, van Eck 2016, doi:10.1016/j.joi.2016.10.006).
 */
import type { AuthorId, RecordColumns, RecordIndex } from '../../model/dataset.ts';
import { finished, part, type Work } from '../../model/work.ts';
import { findingRecords, makingBylines, type AuthorRows, type DistinctBylines } from './author-rows.ts';
import { CoauthorTally, type Coauthorship } from './coauthor-tally.ts';
import { sortRow } from './sort-row.ts';

export type { Coauthorship } from './coauthor-tally.ts';

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
  return finished(countingAuthors(records, authorCount, passes));
}

/** The same in small steps. */
export function* countingAuthors(
  records: RecordColumns,
  authorCount: number,
  passes: (record: RecordIndex) => boolean,
): Work<Coauthorship> {
  const tally = yield* part(CoauthorTally.making(records, authorCount), 0, 0.3);
  return yield* part(tally.updating(passes), 0.3, 1);
}

/**
 * All pairs of co-authors, by `a` and then by `b`.
 * @param passes whether a record counts
 */
export function coauthorPairs(
  records: RecordColumns,
  passes: (record: RecordIndex) => boolean,
): CoauthorPair[] {
  return finished(findingPairs(records, passes));
}

/** So many authors or pairs a step: a millisecond or two. */
const AUTHORS_A_STEP = 256;
const PAIRS_A_STEP = 4096;

/** The same in small steps. */
export function* findingPairs(
  records: RecordColumns,
  passes: (record: RecordIndex) => boolean,
): Work<CoauthorPair[]> {
  const counter = yield* part(PairCounter.making(records, passes), 0, 0.2);
  const pairs: CoauthorPair[] = [];
  let told = 0;
  for (let a = 0; a < counter.authorCount; a++) {
    for (const pair of counter.pairsOf(a)) pairs.push(pair);
    if (a % AUTHORS_A_STEP === 0 || pairs.length - told > PAIRS_A_STEP) {
      told = pairs.length;
      yield 0.2 + (0.8 * a) / counter.authorCount;
    }
  }
  return pairs;
}

/** The same one after the other, for who need not have all at once: twenty thousand authors of one record are 200 million. */
export function* eachPair(
  records: RecordColumns,
  passes: (record: RecordIndex) => boolean,
): Generator<CoauthorPair> {
  const counter = finished(PairCounter.making(records, passes));
  for (let a = 0; a < counter.authorCount; a++) yield* counter.pairsOf(a);
}

/** Finds the pairs of one author after the other. */
class PairCounter {
  readonly authorCount: number;
  readonly #bylines: DistinctBylines;
  readonly #rows: AuthorRows;
  /** Of the author that is looked at, by the other one. */
  readonly #shared: Uint32Array;
  readonly #strength: Float64Array;
  readonly #met: Uint32Array;

  constructor(bylines: DistinctBylines, rows: AuthorRows, authorCount: number) {
    this.authorCount = authorCount;
    this.#bylines = bylines;
    this.#rows = rows;
    this.#shared = new Uint32Array(authorCount);
    this.#strength = new Float64Array(authorCount);
    this.#met = new Uint32Array(authorCount);
  }

  static *making(records: RecordColumns, passes: (record: RecordIndex) => boolean): Work<PairCounter> {
    const bylines = yield* part(makingBylines(records), 0, 0.5);
    const authorCount = bylines.author.reduce((count, id) => Math.max(count, id + 1), 0);
    const rows = yield* part(findingRecords(bylines, authorCount, passes), 0.5, 1);
    return new PairCounter(bylines, rows, authorCount);
  }

  /** Those in which the author is the first, by the second. */
  pairsOf(a: AuthorId): CoauthorPair[] {
    const { offset, author } = this.#bylines;
    const { offset: rowOffset, record: rowRecord } = this.#rows;
    const shared = this.#shared;
    const strength = this.#strength;
    let metCount = 0;
    for (let row = rowOffset[a]!; row < rowOffset[a + 1]!; row++) {
      const start = offset[rowRecord[row]!]!;
      const end = offset[rowRecord[row]! + 1]!;
      // the byline is ascending: those after a are at its end
      for (let i = end - 1; i >= start && author[i]! > a; i--) {
        const b = author[i]!;
        if (shared[b] === 0) this.#met[metCount++] = b;
        shared[b]!++;
        strength[b]! += 1 / (end - start - 1);
      }
    }
    sortRow(this.#met, 0, metCount);
    return Array.from(this.#met.subarray(0, metCount), (b) => {
      const pair = { a, b, records: shared[b]!, strengthFractional: strength[b]! };
      shared[b] = 0;
      strength[b] = 0;
      return pair;
    });
  }
}
