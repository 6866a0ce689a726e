/** What a set of records gains and loses in a step: how much at once, which records when they are asked for. */
import { bitCount, countRecords, listWord, newBits, WORD, type RecordBits } from './record-bits.ts';

/** Records that came and went, ascending. */
export interface Difference {
  readonly joined: Uint32Array;
  readonly left: Uint32Array;
}

/** Memory that steps use in turns: whatever one has listed is gone with the next. */
export interface Scratch {
  readonly after: RecordBits;
  /** Of one entry a record: who joined from the front and who left after them; the members, and after them the others. */
  readonly changes: Uint32Array;
  readonly records: Uint32Array;
}

export function newScratch(recordCount: number): Scratch {
  return {
    after: newBits(recordCount),
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
  readonly #recordCount: number;
  #difference: Difference | null = null;
  #members: Uint32Array | null = null;
  #others: Uint32Array | null = null;

  /**
   * @param before the set until now
   * @param scratch with the set after the step
   */
  constructor(before: RecordBits, recordCount: number, scratch: Scratch) {
    const { after } = scratch;
    let joined = 0;
    let left = 0;
    for (let w = 0; w < after.length; w++) {
      const changed = before[w]! ^ after[w]!;
      if (changed === 0) continue;
      joined += bitCount(changed & after[w]!);
      left += bitCount(changed & before[w]!);
    }
    this.joinedCount = joined;
    this.leftCount = left;
    this.after = after;
    this.#scratch = scratch;
    this.#recordCount = recordCount;
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
    return (this.#members ??= this.#list(0, 0));
  }

  /** All other records, ascending. */
  others(): Uint32Array {
    return (this.#others ??= this.#list(-1, countRecords(this.after)));
  }

  #listChanges(before: RecordBits): Difference {
    const { changes } = this.#scratch;
    const after = this.after;
    const joinedCount = this.joinedCount;
    let joined = 0;
    let left = joinedCount;
    for (let w = 0; w < after.length; w++) {
      const changed = before[w]! ^ after[w]!;
      if (changed === 0) continue;
      joined = listWord(changed & after[w]!, w, changes, joined);
      left = listWord(changed & before[w]!, w, changes, left);
    }
    return { joined: changes.subarray(0, joinedCount), left: changes.subarray(joinedCount, left) };
  }

  /**
   * @param flip -1 for the records that are not in the set
   * @param start where in the scratch memory they go
   */
  #list(flip: 0 | -1, start: number): Uint32Array {
    const { records } = this.#scratch;
    const after = this.after;
    const last = after.length - 1;
    let at = start;
    for (let w = 0; w < last; w++) at = listWord(after[w]! ^ flip, w, records, at);
    if (last >= 0) {
      const used = -1 >>> (last * WORD + WORD - this.#recordCount);
      at = listWord((after[last]! ^ flip) & used, last, records, at);
    }
    return records.subarray(start, at);
  }
}
