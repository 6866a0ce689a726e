/**
 * One facet's numbers over a set of records that changes step by step. Each step costs what is least: the records
 * that came and went, or starting again from no record, or from all.
 */
import type { Hundredths } from '../model/dataset.ts';
import { ColumnStock, type Tallied } from './count-columns.ts';
import { cellCount, type FacetIndex } from './facet-index.ts';
import { ReachTally } from './reach-tally.ts';
import type { Difference } from './record-change.ts';
import { ScoreTally } from './score-tally.ts';
import { ShareTally } from './share-tally.ts';

/** Emptying or restoring so many cells takes as long as counting one record. */
const CELLS_A_RECORD = 200;

/** How the numbers are brought up to date. */
type Way = 'difference' | 'from none' | 'from all';

/** Which records are in after a step, and how that came about. Lists are made when they are asked for. */
export interface Step {
  readonly joinedCount: number;
  readonly leftCount: number;
  /** The records that came and went. */
  readonly difference: () => Difference;
  /** All that are in now, ascending. */
  readonly members: () => Uint32Array;
  /** All that are not, ascending. */
  readonly others: () => Uint32Array;
}

/** The numbers of the whole dataset: a filter that is cleared, or leaves little out, begins with them. */
interface Whole {
  readonly reach: ReturnType<ReachTally['snapshot']>;
  readonly scores: ReturnType<ScoreTally['snapshot']>;
  /** By threshold: at 0, where every filter begins, and at the one that was last asked for. */
  readonly shares: Map<Hundredths, ReturnType<ShareTally['snapshot']>>;
}

export class FacetTally {
  readonly #index: FacetIndex;
  readonly #recordCount: number;
  #memberCount = 0;
  readonly #reach: ReachTally;
  readonly #scores: ScoreTally;
  readonly #shares: ShareTally;
  readonly #stock: ColumnStock;
  /** Kept once every record was in. */
  #whole: Whole | null = null;
  #last: { readonly minScore: Hundredths; readonly tallied: Tallied } | null = null;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#recordCount = recordCount;
    this.#reach = new ReachTally(index);
    this.#scores = new ScoreTally(index);
    this.#shares = new ShareTally(index, recordCount);
    this.#stock = new ColumnStock(index);
  }

  /**
   * The numbers after a step.
   * @param step from the records of the last one; before the first none is in
   * @param minScore lowest score that counts, inclusive, 0 to 100
   * @returns the same object as before where nothing changed
   */
  update(step: Step, minScore: Hundredths): Tallied {
    const last = this.#last;
    const changes = step.joinedCount + step.leftCount;
    const sameShares = this.#index.isFlat || last?.minScore === minScore;
    if (last && changes === 0 && last.minScore === minScore) return last.tallied;
    this.#memberCount += step.joinedCount - step.leftCount;
    const way = this.#leastWork(changes);
    if (changes > 0) this.#updateReach(way, step);
    if (changes > 0 || !sameShares) this.#updateShares(way, step, sameShares, minScore);
    this.#keepWhole(minScore);
    const tallies = { reach: this.#reach, scores: this.#scores, shares: this.#shares };
    this.#last = { minScore, tallied: this.#stock.take(tallies, minScore, this.#memberCount) };
    return this.#last.tallied;
  }

  #leastWork(changes: number): Way {
    const again = cellCount(this.#index) / CELLS_A_RECORD;
    const fromNone = this.#memberCount + again;
    const fromAll = this.#whole ? this.#recordCount - this.#memberCount + again : Infinity;
    if (changes <= Math.min(fromNone, fromAll)) return 'difference';
    return fromNone <= fromAll ? 'from none' : 'from all';
  }

  #updateReach(way: Way, { difference, members, others }: Step): void {
    const [reach, scores] = [this.#reach, this.#scores];
    if (way === 'difference') {
      const { joined, left } = difference();
      reach.add(left, -1);
      reach.add(joined, 1);
      scores.add(left, -1);
      scores.add(joined, 1);
    } else if (way === 'from all') {
      reach.restore(this.#whole!.reach);
      reach.add(others(), -1);
      scores.restore(this.#whole!.scores);
      scores.add(others(), -1);
    } else {
      reach.clear();
      reach.add(members(), 1);
      scores.clear();
      scores.add(members(), 1);
    }
  }

  /** Shares hang on the threshold: what was counted at another one is of no use. */
  #updateShares(
    way: Way,
    { difference, members, others }: Step,
    sameThreshold: boolean,
    minScore: Hundredths,
  ): void {
    const shares = this.#shares;
    const isNear = this.#memberCount > this.#recordCount / 2;
    const whole = isNear ? this.#whole?.shares.get(this.#index.isFlat ? 0 : minScore) : undefined;
    if (way === 'difference' && sameThreshold) {
      const { joined, left } = difference();
      shares.add(left, -1, minScore);
      shares.add(joined, 1, minScore);
    } else if (whole) {
      shares.restore(whole);
      shares.add(others(), -1, minScore);
    } else {
      shares.clear();
      shares.add(members(), 1, minScore);
    }
  }

  #keepWhole(minScore: Hundredths): void {
    if (this.#memberCount < this.#recordCount) return;
    this.#whole ??= { reach: this.#reach.snapshot(), scores: this.#scores.snapshot(), shares: new Map() };
    const { shares } = this.#whole;
    const key = this.#index.isFlat ? 0 : minScore;
    if (shares.has(key)) return;
    for (const other of shares.keys()) if (other !== 0) shares.delete(other);
    shares.set(key, this.#shares.snapshot());
  }
}
