/** What a set of records gains and loses in a step: how much at once, which records when they are asked for. */
import { bitCount, everyRecord, listWord, newBits, type RecordBits } from './record-bits.ts';

/** Records that came and went, ascending. */
export interface Difference {
  readonly joined: Uint32Array;
  readonly left: Uint32Array;
}

/** Memory that steps use in turns: whatever one has listed is gone with the next. */
export interface Scratch {
  readonly after: RecordBits;
  readonly none: RecordBits;
  readonly all: RecordBits;
  /** Of one entry a record: who joined and behind them who left; the members and behind them the others. */
  readonly changes: Uint32Array;
  readonly records: Uint32Array;
}

export function newScratch(recordCount: number): Scratch {
  return {
    after: newBits(recordCount),
    none: newBits(recordCount),
    all: everyRecord(recordCount),
    changes: new Uint32Array(recordCount),
    records: new Uint32Array(recordCount),
  };
}

/** A step of a set of records. */
export class RecordChange {
  readonly joinedCount: number;
  readonly leftCount: number;
  /** The set after the step. */
  readonly after: RecordBits;
  readonly #scratch: Scratch;
  #difference: Difference | null = null;
  #members: Uint32Array | null = null;
  #others: Uint32Array | null = null;

  /**
   * @param before the set until now
   * @param scratch with the set after the step
   */
  constructor(before: RecordBits, scratch: Scratch) {
    const { after } = scratch;
    this.joinedCount = countMore(before, after);
    this.leftCount = countMore(after, before);
    this.after = after;
    this.#scratch = scratch;
  }

  /**
   * Lists the records that changed.
   * @param before with the same entries as when the change was made
   */
  difference(before: RecordBits): Difference {
    this.#difference ??= this.#listChanges(before);
    return this.#difference;
  }

  /** All records of the set after the step, ascending. */
  members(): Uint32Array {
    const { none, records } = this.#scratch;
    return (this.#members ??= listMore(none, this.after, records.subarray(0, countMore(none, this.after))));
  }

  /** All other records, ascending. */
  others(): Uint32Array {
    const { all, records } = this.#scratch;
    const count = countMore(this.after, all);
    return (this.#others ??= listMore(this.after, all, records.subarray(records.length - count)));
  }

  #listChanges(before: RecordBits): Difference {
    const { changes } = this.#scratch;
    const count = this.joinedCount;
    return {
      joined: listMore(before, this.after, changes.subarray(0, count)),
      left: listMore(this.after, before, changes.subarray(count, count + this.leftCount)),
    };
  }
}

/** How many records `b` has and `a` lacks. */
function countMore(a: RecordBits, b: RecordBits): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) {
    const more = b[w]! & ~a[w]!;
    if (more !== 0) count += bitCount(more);
  }
  return count;
}

/** The records that `b` has and `a` lacks, ascending, in `list`, which has an entry for each of them. */
function listMore(a: RecordBits, b: RecordBits, list: Uint32Array): Uint32Array {
  let at = 0;
  for (let w = 0; w < a.length; w++) at = listWord(b[w]! & ~a[w]!, w, list, at);
  return list;
}
