/**
 * crossfilter2 with hand-tuned reductions and with what the engine does besides: the numbers follow once a step, by what
 * is less work, the records that changed or all that are left.
 */
import { LEAST } from '../names.ts';
import type { Peer } from '../peer.ts';
import type { RollUp } from '../rollup.ts';
import { Reduction, scalarCrossfilterPeer } from './crossfilter-scalar.ts';

class LeastReduction extends Reduction {
  /** By record, 1 where the numbers hold it. */
  readonly #isCounted: Uint8Array;
  /** Who has come or gone since the last step, each once, and how many there are of these. */
  readonly #touched: Uint32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  #memberCount = 0;

  constructor(rollUp: RollUp, recordCount: number) {
    super(rollUp, recordCount);
    this.#isCounted = new Uint8Array(recordCount);
    this.#isTouched = new Uint8Array(recordCount);
    this.#touched = new Uint32Array(recordCount);
  }

  add(record: number): void {
    this.isIn[record] = 1;
    this.#memberCount++;
    this.#touch(record);
  }

  remove(record: number): void {
    this.isIn[record] = 0;
    this.#memberCount--;
    this.#touch(record);
  }

  #touch(record: number): void {
    if (this.#isTouched[record] === 1) return;
    this.#isTouched[record] = 1;
    this.#touched[this.#touchedCount++] = record;
  }

  finish(): void {
    const [isIn, isCounted, numbers] = [this.isIn, this.#isCounted, this.numbers];
    const recount = this.isStale || this.#touchedCount > this.#memberCount;
    for (let i = 0; i < this.#touchedCount; i++) {
      const record = this.#touched[i]!;
      this.#isTouched[record] = 0;
      if (!recount && isIn[record] !== isCounted[record]) numbers.count(record, isIn[record] === 1 ? 1 : -1);
      isCounted[record] = isIn[record]!;
    }
    if (recount) this.recount();
    this.#touchedCount = 0;
    numbers.sumUp();
  }
}

export function leastCrossfilterPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  return scalarCrossfilterPeer(LEAST, LeastReduction, rollUps, recordCount);
}
