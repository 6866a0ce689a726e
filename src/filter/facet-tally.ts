/**
 * One facet's numbers over a set of records that changes step by step. Each step costs what is least: the records
 * that came and went, or starting again from no record, or from all.
 */
import type { Hundredths } from '../model/dataset.ts';
import { ColumnStock, type Tallied } from './count-columns.ts';
import { cellCount, type FacetIndex } from './facet-index.ts';
import { FlatTally } from './flat-tally.ts';
import type { OwnNumbers } from './node-numbers.ts';
import type { Difference } from './record-change.ts';
import { ScoredTally } from './scored-tally.ts';
import { taggedBetween } from './tagged-between.ts';
import { copySums, resetSums, TAGGED, type Sums, type Tally } from './sums.ts';

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

/** Shares and tagged records at one threshold. */
interface SharesAt {
  readonly shares: Float64Array;
  readonly tagged: number;
}

/** The whole dataset's: a filter that is cleared, or leaves little out, begins with them. */
interface Whole {
  readonly sums: Sums;
  readonly nodes: OwnNumbers | null;
  /** The threshold of these, most often 0, and what was handed out. */
  readonly threshold: Hundredths;
  readonly tallied: Tallied;
  /** By threshold: this one's, where every filter begins, and that of the one that was last asked for. */
  readonly shares: Map<Hundredths, SharesAt>;
}

export class FacetTally {
  readonly #index: FacetIndex;
  readonly #recordCount: number;
  #memberCount = 0;
  readonly #tally: Tally;
  readonly #stock: ColumnStock;
  /** Kept once every record was in. */
  #whole: Whole | null = null;
  /** Whether the sums are still those of an earlier step, while the numbers are the whole dataset's. */
  #isBehind = false;
  #last: { readonly threshold: Hundredths; readonly tallied: Tallied } | null = null;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#recordCount = recordCount;
    this.#tally = new (index.isFlat ? FlatTally : ScoredTally)(index, recordCount);
    this.#stock = new ColumnStock(index);
  }

  /** Takes the memory that steps need: for the time after the first picture. */
  prepare(): void {
    this.#stock.prepare();
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
    const { bins } = this.#isBehind ? this.#whole!.sums : this.#tally.sums;
    let count = 0;
    for (let score = Math.min(a, b); score < Math.max(a, b); score++) count += bins[score]!;
    return count;
  }

  /** Shares hang on the threshold: what was counted at another one is of no use. */
  #leastWork(changes: number, sameShares: boolean, threshold: Hundredths): Way {
    const again = cellCount(this.#index) / CELLS_A_RECORD;
    const fromNone = this.#memberCount + again;
    const others = this.#recordCount - this.#memberCount;
    const fromAll = this.#whole?.shares.has(threshold) ? others + again : Infinity;
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
      this.#reset(this.#whole);
      this.#restoreShares(minScore);
      tally.add(others(), -1, minScore);
    } else {
      this.#reset(null);
      tally.add(members(), 1, minScore);
    }
  }

  /** Begins again from the whole dataset, or from no record. */
  #reset(to: Whole | null): void {
    const { sums, touched } = this.#tally;
    resetSums(sums, to && to.sums);
    this.#stock.reset(to && to.nodes);
    touched.fill(0);
    this.#isBehind = false;
  }

  /** The same records at another threshold. */
  #countShares({ members, others }: Step, from: Hundredths, to: Hundredths): void {
    const tally = this.#tally;
    const changed = Math.min(this.#tagsBetween(from, to), this.#memberCount);
    const byChanged = 2 * changed + this.#memberCount / LOOKS_A_COUNT;
    const byOthers = this.#whole?.shares.has(to) ? this.#recordCount - this.#memberCount : Infinity;
    if (this.#isBehind) {
      this.#reset(this.#whole);
      from = this.#whole!.threshold;
    }
    if (byOthers <= Math.min(byChanged, this.#memberCount)) {
      this.#restoreShares(to);
      tally.addShares(others(), -1, to);
    } else if (byChanged < this.#memberCount) {
      const moved = taggedBetween(this.#index, members(), from, to);
      tally.addShares(moved, -1, from);
      tally.addShares(moved, 1, to);
    } else {
      tally.sums.shares.fill(0);
      tally.sums.totals[TAGGED] = 0;
      tally.addShares(members(), 1, to);
    }
  }

  #restoreShares(minScore: Hundredths): void {
    const { shares, totals } = this.#tally.sums;
    const whole = this.#whole!.shares.get(minScore)!;
    shares.set(whole.shares);
    totals[TAGGED] = whole.tagged;
  }

  #keepWhole(threshold: Hundredths): void {
    const { sums } = this.#tally;
    this.#whole ??= this.#newWhole(threshold);
    const { shares } = this.#whole;
    if (shares.has(threshold)) return;
    for (const other of shares.keys()) if (other !== this.#whole.threshold) shares.delete(other);
    shares.set(threshold, { shares: sums.shares.slice(), tagged: sums.totals[TAGGED]! });
  }

  #newWhole(threshold: Hundredths): Whole {
    const tallied = this.#stock.keep(this.#tally, threshold, this.#memberCount);
    const sums = this.#index.isFlat ? flatSums(this.#tally.sums, tallied) : copySums(this.#tally.sums);
    const shares = new Map([[threshold, { shares: sums.shares, tagged: sums.totals[TAGGED]! }]]);
    return { sums, nodes: this.#stock.copy(), threshold, tallied, shares };
  }
}

/** A copy of a flat facet's sums that shares the large columns with what was handed out. */
function flatSums({ bins, known, totals }: Sums, { counts }: Tallied): Sums {
  const cells = new Int32Array(counts.records.buffer);
  return { cells, shares: counts.fractional, bins: bins.slice(), known, totals: totals.slice() };
}
