/** What a set of records gains and loses in a step: how much at once, which records when they are asked for. */
import { bitCount, equalBytes, listWhere, WORD, type Flags } from './record-flags.ts';

/** Records that came and went, ascending. */
export interface Difference {
  readonly joined: Uint32Array;
  readonly left: Uint32Array;
}

/** Memory that steps use in turns: whatever one has listed is gone with the next. */
export interface Scratch {
  readonly after: Flags;
  readonly joined: Uint32Array;
  readonly left: Uint32Array;
  readonly members: Uint32Array;
  readonly others: Uint32Array;
}

/** @param after a column of as many flags as there are records */
export function newScratch(after: Flags, recordCount: number): Scratch {
  const list = () => new Uint32Array(recordCount);
  return { after, joined: list(), left: list(), members: list(), others: list() };
}

/** A step of a set: from the records of a column of ones to those that have the same byte in two others. */
export class RecordChange {
  readonly joinedCount: number;
  readonly leftCount: number;
  /** The set after the step, a column of ones and zeros. */
  readonly after: Flags;
  readonly #scratch: Scratch;
  readonly #recordCount: number;
  #difference: Difference | null = null;
  #members: Uint32Array | null = null;
  #others: Uint32Array | null = null;

  /**
   * @param before the set until now, a column of ones and zeros
   * @param b at most `a` in each byte
   */
  constructor(before: Flags, a: Flags, b: Flags, recordCount: number, scratch: Scratch) {
    const { joined, left } = fillAndCount(scratch.after.words, before.words, a.words, b.words);
    this.joinedCount = joined;
    this.leftCount = left;
    this.after = scratch.after;
    this.#scratch = scratch;
    this.#recordCount = recordCount;
  }

  /**
   * Lists the records that changed.
   * @param before with the same entries as when the change was made
   */
  difference(before: Flags): Difference {
    this.#difference ??= listChanges(before, this.after, this.#scratch);
    return this.#difference;
  }

  /** All records of the set after the step, ascending. */
  members(): Uint32Array {
    return (this.#members ??= listWhere(this.after, 1, this.#recordCount, this.#scratch.members));
  }

  /** All other records, ascending. */
  others(): Uint32Array {
    return (this.#others ??= listWhere(this.after, 0, this.#recordCount, this.#scratch.others));
  }
}

function fillAndCount(
  after: Int32Array,
  before: Int32Array,
  a: Int32Array,
  b: Int32Array,
): { joined: number; left: number } {
  let joined = 0;
  let left = 0;
  for (let w = 0; w < after.length; w++) {
    const next = equalBytes(a[w]!, b[w]!);
    const old = before[w]!;
    after[w] = next;
    const changed = old ^ next;
    if (changed === 0) continue;
    joined = (joined + bitCount(changed & next)) | 0;
    left = (left + bitCount(changed & old)) | 0;
  }
  return { joined, left };
}

function listChanges(before: Flags, after: Flags, scratch: Scratch): Difference {
  const { joined, left } = scratch;
  const oldWords = before.words;
  const nextWords = after.words;
  const oldBytes = before.bytes;
  const nextBytes = after.bytes;
  let joinedLength = 0;
  let leftLength = 0;
  for (let w = 0; w < nextWords.length; w++) {
    if (oldWords[w] === nextWords[w]) continue;
    const end = (w + 1) * WORD;
    for (let record = w * WORD; record < end; record++) {
      const is = nextBytes[record]!;
      const was = oldBytes[record]!;
      // always written, kept where it counts: what comes and goes follows no pattern that a branch could learn
      joined[joinedLength] = record;
      joinedLength += is & (was ^ 1);
      left[leftLength] = record;
      leftLength += was & (is ^ 1);
    }
  }
  return { joined: joined.subarray(0, joinedLength), left: left.subarray(0, leftLength) };
}
