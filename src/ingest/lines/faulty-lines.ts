/** Counts the lines of a file that belong to something that cannot be read, and to nothing that can. */
import type { LineSpan } from './line-span.ts';

/** Told of all stretches in their order; two that follow each other may share a line. */
export class FaultyLines {
  count = 0;
  /** The last line of anything that was read, and of anything that was not. */
  #sound = 0;
  #faulty = 0;

  addSound({ first, last }: LineSpan): void {
    // the line was counted for what ends there, but holds something sound too
    if (first === this.#faulty && first > this.#sound) this.count--;
    this.#sound = Math.max(this.#sound, last);
  }

  addFaulty({ first, last }: LineSpan): void {
    const from = Math.max(first, this.#sound + 1, this.#faulty + 1);
    this.count += Math.max(0, last - from + 1);
    this.#faulty = Math.max(this.#faulty, last);
  }
}
