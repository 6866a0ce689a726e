/** What a set of records gains and loses in a step: how much at once, which records when they are asked for. */
import { bitCount, WORD, type Flags } from './record-flags.ts';

/** Records that came and went, ascending. */
export interface Difference {
  readonly joined: Uint32Array;
  readonly left: Uint32Array;
}

export class RecordChange {
  readonly joinedCount: number;
  readonly leftCount: number;
  /** The set after the step, a column of ones and zeros. */
  readonly after: Flags;
  #difference: Difference | null = null;

  /** @param before the set until now, a column of ones and zeros */
  constructor(before: Flags, after: Flags) {
    let joined = 0;
    let left = 0;
    const [old, next] = [before.words, after.words];
    for (let w = 0; w < old.length; w++) {
      const changed = old[w]! ^ next[w]!;
      if (changed === 0) continue;
      joined += bitCount(changed & next[w]!);
      left += bitCount(changed & old[w]!);
    }
    this.joinedCount = joined;
    this.leftCount = left;
    this.after = after;
  }

  /**
   * Lists the records that changed.
   * @param before with the same entries as when the change was made
   */
  difference(before: Flags): Difference {
    this.#difference ??= this.#list(before);
    return this.#difference;
  }

  #list(before: Flags): Difference {
    const { after } = this;
    const joined = new Uint32Array(this.joinedCount);
    const left = new Uint32Array(this.leftCount);
    let joinedLength = 0;
    let leftLength = 0;
    for (let w = 0; w < after.words.length; w++) {
      if (before.words[w] === after.words[w]) continue;
      const end = (w + 1) * WORD;
      for (let record = w * WORD; record < end; record++) {
        const is = after.bytes[record]!;
        const was = before.bytes[record]!;
        // always written, kept where it counts: what comes and goes follows no pattern that a branch could learn
        joined[joinedLength] = record;
        joinedLength += is & (was ^ 1);
        left[leftLength] = record;
        leftLength += was & (is ^ 1);
      }
    }
    return { joined, left };
  }
}
