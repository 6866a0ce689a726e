/**
 * Each author's co-authorship over a set of records that changes step by step: only the authors of records that came
 * or went are counted again, from their own records. All numbers are whole, so that no step leaves a rounding behind.
 */
import type { AuthorId, RecordColumns, RecordIndex } from '../../model/dataset.ts';
import { eachOf, finished, part, type Work } from '../../model/work.ts';
import { findingRecords, makingBylines, type AuthorRows, type DistinctBylines } from './author-rows.ts';

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

/** So many authors are counted in a step: a millisecond or two. */
const AUTHORS_A_STEP = 512;
/** The largest number that a stamp can be. */
const LAST_STAMP = 0xffff_ffff;

export class CoauthorTally {
  readonly #bylines: DistinctBylines;
  readonly #rows: AuthorRows;
  /** By record, 1 for those that counted after the last step. */
  readonly #passing: Uint8Array;
  readonly #counts: Coauthorship;
  /** By author, the stamp of whoever met them last: distinct people without a set, and without all pairs in memory. */
  readonly #metAt: Uint32Array;
  #stamp = 0;
  /** By author, 1 while they wait to be counted again. */
  readonly #isChanged: Uint8Array;

  private constructor(bylines: DistinctBylines, rows: AuthorRows) {
    const authorCount = rows.offset.length - 1;
    this.#bylines = bylines;
    this.#rows = rows;
    this.#passing = new Uint8Array(bylines.offset.length - 1);
    this.#counts = {
      records: new Uint32Array(authorCount),
      coAuthors: new Uint32Array(authorCount),
      strengthFull: new Float64Array(authorCount),
      strengthFractional: new Float64Array(authorCount),
    };
    this.#metAt = new Uint32Array(authorCount);
    this.#isChanged = new Uint8Array(authorCount);
  }

  /** A tally that counts no record yet. */
  static of(records: RecordColumns, authorCount: number): CoauthorTally {
    return finished(CoauthorTally.making(records, authorCount));
  }

  static *making(records: RecordColumns, authorCount: number): Work<CoauthorTally> {
    const bylines = yield* part(makingBylines(records), 0, 0.5);
    const rows = yield* part(
      findingRecords(bylines, authorCount, () => true),
      0.5,
      1,
    );
    return new CoauthorTally(bylines, rows);
  }

  /**
   * The numbers over the records that pass now, in columns of their own.
   * @param passes whether a record counts
   */
  update(passes: (record: RecordIndex) => boolean): Coauthorship {
    return finished(this.updating(passes));
  }

  /** The same in steps; a tally whose steps are given up counts wrong from then on. */
  *updating(passes: (record: RecordIndex) => boolean): Work<Coauthorship> {
    yield* eachOf(this.#changedAuthors(passes), AUTHORS_A_STEP, (author) => this.#count(author));
    const { records, coAuthors, strengthFull, strengthFractional } = this.#counts;
    return {
      records: records.slice(),
      coAuthors: coAuthors.slice(),
      strengthFull: strengthFull.slice(),
      strengthFractional: strengthFractional.slice(),
    };
  }

  /** The authors of records that came or went, each once. */
  #changedAuthors(passes: (record: RecordIndex) => boolean): AuthorId[] {
    const { offset, author } = this.#bylines;
    const changed: AuthorId[] = [];
    for (let record = 0; record < this.#passing.length; record++) {
      const now = passes(record) ? 1 : 0;
      if (now === this.#passing[record]) continue;
      this.#passing[record] = now;
      for (let i = offset[record]!; i < offset[record + 1]!; i++) {
        const each = author[i]!;
        if (this.#isChanged[each] === 1) continue;
        this.#isChanged[each] = 1;
        changed.push(each);
      }
    }
    for (const each of changed) this.#isChanged[each] = 0;
    return changed;
  }

  #count(author: AuthorId): void {
    const bylines = this.#bylines;
    const rows = this.#rows;
    const metAt = this.#metAt;
    const stamp = this.#nextStamp();
    let records = 0;
    let coAuthors = 0;
    let strengthFull = 0;
    let together = 0;
    for (let row = rows.offset[author]!; row < rows.offset[author + 1]!; row++) {
      const record = rows.record[row]!;
      if (this.#passing[record] === 0) continue;
      const start = bylines.offset[record]!;
      const end = bylines.offset[record + 1]!;
      records++;
      strengthFull += end - start - 1;
      if (end - start > 1) together++;
      for (let i = start; i < end; i++) {
        const other = bylines.author[i]!;
        if (other === author || metAt[other] === stamp) continue;
        metAt[other] = stamp;
        coAuthors++;
      }
    }
    this.#counts.records[author] = records;
    this.#counts.coAuthors[author] = coAuthors;
    this.#counts.strengthFull[author] = strengthFull;
    this.#counts.strengthFractional[author] = together;
  }

  #nextStamp(): number {
    if (this.#stamp === LAST_STAMP) {
      this.#metAt.fill(0);
      this.#stamp = 0;
    }
    return ++this.#stamp;
  }
}
