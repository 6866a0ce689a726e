/**
 * One facet's numbers over a set of records that changes step by step. Each step costs what is least: the records
 * that came and went, or starting again from no record, or from all.
 */
import type { Hundredths } from '../../model/dataset.ts';
import { ColumnStock, type Tallied } from './count-columns.ts';
import { cellCount, type FacetIndex } from '../index/facet-index.ts';
import { FlatTally } from './flat-tally.ts';
import type { Difference } from '../passing/record-change.ts';
import { ScoredTally } from './scored-tally.ts';
import { taggedBetween } from './tagged-between.ts';
import type { Restore, Shares, Tally } from './tally.ts';

/** Emptying or restoring so many cells takes as long as counting one record. */
const CELLS_A_RECORD = 200;

/** Looking at the scores of so many records takes as long as counting the shares of one. */
const LOOKS_A_COUNT = 4;

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

/** The whole dataset's: a filter that is cleared, or leaves little out, begins with them. */
interface Whole {
  readonly restore: Restore;
  /** The threshold of what was handed out, most often 0. */
  readonly threshold: Hundredths;
  readonly tallied: Tallied;
  /** By threshold: at this one, where every filter begins, and at the one that was last asked for. */
  readonly shares: Map<Hundredths, Shares>;
}

/** The shares of all records at any threshold. */
export interface SharesOfAll {
  get(minScore: Hundredths): Shares;
}

export class FacetTally {
  readonly #index: FacetIndex;
  readonly #recordCount: number;
  #memberCount = 0;
  readonly #tally: Tally;
  readonly #stock: ColumnStock;
  /** Kept once every record was in. */
  #whole: Whole | null = null;
  #sharesOfAll: SharesOfAll | null = null;
  /** Whether the sums are still those of an earlier step, while the numbers are the whole dataset's. */
  #isBehind = false;
  #last: { readonly threshold: Hundredths; readonly tallied: Tallied } | null = null;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#recordCount = recordCount;
    this.#tally = new (index.isFlat ? FlatTally : ScoredTally)(index, recordCount);
    this.#stock = new ColumnStock(index);
  }

  /**
   * Takes the memory that steps need: for the time after the first picture.
   * @param shares with which thresholds of all records need no counting
   */
  prepare(shares: SharesOfAll | null): void {
    this.#stock.prepare();
    this.#sharesOfAll = shares;
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
    const threshold = this.#thresholdOf(minScore);
    const sameShares = last !== null && this.#tagsBetween(last.threshold, threshold) === 0;
    if (last && changes === 0 && sameShares) return last.tallied;
    this.#memberCount += step.joinedCount - step.leftCount;
    const isWhole = this.#memberCount === this.#recordCount;
    if (isWhole && this.#whole?.threshold === threshold) this.#isBehind = true;
    else if (changes > 0) this.#count(this.#leastWork(changes, sameShares, threshold), step, threshold);
    else if (last) this.#countShares(step, last.threshold, threshold);
    if (isWhole) this.#keepWhole(threshold);
    const tallied =
      isWhole && this.#whole?.threshold === threshold
        ? this.#whole.tallied
        : this.#stock.take(this.#tally, threshold, this.#memberCount);
    this.#last = { threshold, tallied };
    return tallied;
  }

  /** Below the lowest score all thresholds are one. */
  #thresholdOf(minScore: Hundredths): Hundredths {
    return minScore <= this.#index.cells.lowest ? 0 : minScore;
  }

  /** How many tags that are in count at one of the two and not at the other. */
  #tagsBetween(a: Hundredths, b: Hundredths): number {
    const bins = this.#isBehind ? this.#whole!.tallied.histogram : this.#tally.bins;
    let count = 0;
    for (let score = Math.min(a, b); score < Math.max(a, b); score++) count += bins[score]!;
    return count;
  }

  /** Shares hang on the threshold: what was counted at another one is of no use. */
  #leastWork(changes: number, sameShares: boolean, threshold: Hundredths): Way {
    const again = cellCount(this.#index) / CELLS_A_RECORD;
    const fromNone = this.#memberCount + again;
    const others = this.#recordCount - this.#memberCount;
    const fromAll = this.#whole && this.#sharesAt(threshold) ? others + again : Infinity;
    if (sameShares && !this.#isBehind && changes <= Math.min(fromNone, fromAll)) return 'difference';
    return fromNone <= fromAll ? 'from none' : 'from all';
  }

  #count(way: Way, { difference, members, others }: Step, minScore: Hundredths): void {
    const tally = this.#tally;
    if (way === 'difference') {
      const { joined, left } = difference();
      tally.add(left, -1, minScore);
      tally.add(joined, 1, minScore);
      return;
    }
    if (way === 'from all') {
      this.#restore(minScore);
      tally.add(others(), -1, minScore);
    } else {
      this.#isBehind = false;
      tally.clear();
      tally.add(members(), 1, minScore);
    }
  }

  /** Begins again from the whole dataset, with the shares of a threshold that it has. */
  #restore(minScore: Hundredths): void {
    this.#isBehind = false;
    this.#whole!.restore();
    this.#tally.takeShares(this.#sharesAt(minScore)!);
  }

  /** The same records at another threshold. */
  #countShares({ members, others }: Step, from: Hundredths, to: Hundredths): void {
    const tally = this.#tally;
    const changed = Math.min(this.#tagsBetween(from, to), this.#memberCount);
    const byChanged = 2 * changed + this.#memberCount / LOOKS_A_COUNT;
    const sharesOfAll = this.#sharesAt(to);
    const byOthers = sharesOfAll ? this.#recordCount - this.#memberCount : Infinity;
    if (this.#isBehind) {
      from = this.#whole!.threshold;
      this.#restore(from);
    }
    if (sharesOfAll && byOthers <= Math.min(byChanged, this.#memberCount)) {
      tally.takeShares(sharesOfAll);
      tally.addShares(others(), -1, to);
    } else if (byChanged < this.#memberCount) {
      const moved = taggedBetween(this.#index, members(), from, to);
      tally.addShares(moved, -1, from);
      tally.addShares(moved, 1, to);
    } else {
      tally.clearShares();
      tally.addShares(members(), 1, to);
    }
  }

  /** Those of all records, where they are known. */
  #sharesAt(threshold: Hundredths): Shares | undefined {
    return this.#whole?.shares.get(threshold) ?? this.#sharesOfAll?.get(threshold);
  }

  #keepWhole(threshold: Hundredths): void {
    const { shares, threshold: first } = (this.#whole ??= this.#newWhole(threshold));
    if (this.#sharesAt(threshold)) return;
    for (const other of shares.keys()) if (other !== first) shares.delete(other);
    shares.set(threshold, this.#tally.shares());
  }

  #newWhole(threshold: Hundredths): Whole {
    const tallied = this.#stock.keep(this.#tally, threshold, this.#memberCount);
    return { restore: this.#tally.keep(tallied.counts), threshold, tallied, shares: new Map() };
  }
}
