/**
 * crossfilter2 with hand-tuned reductions, as its users write them: whoever comes is added, whoever goes is taken away.
 * A moved threshold counts those that are in anew, which is less than crossfilter2's own reset: that would add all records
 * and then take away those that don't pass.
 */
import { TUNED } from '../names.ts';
import type { Peer } from '../peer.ts';
import type { RollUp } from '../rollup.ts';
import { Reduction, scalarCrossfilterPeer } from './crossfilter-scalar.ts';

class StraightReduction extends Reduction {
  add(record: number): void {
    this.isIn[record] = 1;
    if (!this.isStale) this.numbers.count(record, 1);
  }

  remove(record: number): void {
    this.isIn[record] = 0;
    if (!this.isStale) this.numbers.count(record, -1);
  }

  finish(): void {
    if (this.isStale) this.recount();
    this.numbers.sumUp();
  }
}

export function tunedCrossfilterPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  return scalarCrossfilterPeer(TUNED, StraightReduction, rollUps, recordCount);
}
