/**
 * How many records show each node with each score, kept up to date. Everything that depends on a threshold follows
 * from these counts, so that moving one visits no record. Loops count with an index: they are the page's innermost,
 * and iterators make them a quarter slower.
 */
import type { Hundredths } from '../model/dataset.ts';
import { cellCount, SURE, type FacetIndex } from './facet-index.ts';
import type { FacetCounts } from './facet-counts.ts';
import { SCORE_COUNT } from './score-tally.ts';

/** The part of a facet's numbers that the shown nodes give. */
export type ShownCounts = Pick<
  FacetCounts,
  'records' | 'scoreSum' | 'belowThreshold' | 'maxScore' | 'possible' | 'withHidden'
>;

interface Snapshot {
  readonly counts: Uint32Array;
  readonly known: Uint32Array;
  readonly withHidden: number;
}

export class ReachTally {
  readonly #index: FacetIndex;
  /** By node, where all scores are 1: no record. */
  readonly #none: Uint32Array;
  /** By cell: records that show the node with the score. */
  readonly #counts: Uint32Array;
  /** By node: records with hidden tags in which the node is there, at any score; empty where no list is cut. */
  readonly #known: Uint32Array;
  #withHidden = 0;
  /** By node: 1 where `#counts` changed since the threshold's columns were worked out. */
  readonly #touched: Uint8Array;
  /** Scores that occur lie in this range, hundredths, both included. */
  readonly #lowest: Hundredths;
  readonly #highest: Hundredths;
  /** The threshold of the columns below. */
  #minScore: Hundredths = -1;
  readonly #records: Uint32Array;
  readonly #scoreSum: Float64Array;
  readonly #belowThreshold: Uint32Array;
  readonly #maxScore: Uint8Array;

  constructor(index: FacetIndex) {
    const { nodeCount, scoreBits, tagScore, hidden } = index;
    const columnLength = scoreBits === 0 ? 0 : nodeCount;
    this.#index = index;
    this.#none = new Uint32Array(scoreBits === 0 ? nodeCount : 0);
    this.#counts = new Uint32Array(cellCount(index));
    this.#known = new Uint32Array(hidden.some((count) => count > 0) ? nodeCount : 0);
    this.#touched = new Uint8Array(columnLength);
    this.#records = new Uint32Array(columnLength);
    this.#scoreSum = new Float64Array(columnLength);
    this.#belowThreshold = new Uint32Array(columnLength);
    this.#maxScore = new Uint8Array(columnLength);
    let [lowest, highest] = [SCORE_COUNT - 1, 0];
    for (let tag = 0; tag < tagScore.length; tag++) {
      lowest = Math.min(lowest, tagScore[tag]!);
      highest = Math.max(highest, tagScore[tag]!);
    }
    this.#lowest = lowest;
    this.#highest = highest;
  }

  /** Takes every record out. */
  clear(): void {
    this.#counts.fill(0);
    this.#known.fill(0);
    this.#touched.fill(1);
    this.#withHidden = 0;
  }

  /** What is in it, for {@link restore}. */
  snapshot(): Snapshot {
    return { counts: this.#counts.slice(), known: this.#known.slice(), withHidden: this.#withHidden };
  }

  restore({ counts, known, withHidden }: Snapshot): void {
    this.#counts.set(counts);
    this.#known.set(known);
    this.#touched.fill(1);
    this.#withHidden = withHidden;
  }

  /**
   * Puts records in or takes them out.
   * @param sign 1 or -1
   */
  add(records: Uint32Array, sign: 1 | -1): void {
    if (this.#index.scoreBits === 0) this.#addEqual(records, sign);
    else this.#addScored(records, sign);
  }

  /** The numbers at a threshold; the columns are the caller's to keep. */
  countsAt(minScore: Hundredths): ShownCounts {
    if (this.#index.scoreBits === 0) return this.#countsOfEqual();
    if (minScore !== this.#minScore) {
      this.#minScore = minScore;
      this.#touched.fill(1);
    }
    for (let node = 0; node < this.#touched.length; node++) {
      if (this.#touched[node] === 0) continue;
      this.#touched[node] = 0;
      this.#refresh(node);
    }
    return {
      records: this.#records.slice(),
      scoreSum: this.#scoreSum.slice(),
      belowThreshold: this.#belowThreshold.slice(),
      maxScore: this.#maxScore.slice(),
      ...this.#possible(),
    };
  }

  /** Works out one node's entries from its counts by score. */
  #refresh(node: number): void {
    const counts = this.#counts;
    const minScore = this.#minScore;
    const row = node << this.#index.scoreBits;
    let below = 0;
    let shown = 0;
    let sum = 0;
    let most = 0;
    for (let score = this.#lowest; score <= this.#highest; score++) {
      const count = counts[row + score]!;
      if (count === 0) continue;
      if (score < minScore) below += count;
      else {
        shown += count;
        sum += count * score;
        most = score;
      }
    }
    this.#records[node] = shown;
    this.#scoreSum[node] = sum / 100;
    this.#belowThreshold[node] = below;
    this.#maxScore[node] = most;
  }

  /** Where every score is 1, no threshold leaves anything out, and no source hides an author. */
  #countsOfEqual(): ShownCounts {
    return new EqualCounts(this.#counts.slice(), this.#none);
  }

  #possible(): Pick<ShownCounts, 'possible' | 'withHidden'> {
    const withHidden = this.#withHidden;
    const known = this.#known;
    const possible = new Uint32Array(this.#index.nodeCount);
    for (let node = 0; node < known.length; node++) possible[node] = withHidden - known[node]!;
    return { possible, withHidden };
  }

  #addEqual(records: Uint32Array, sign: number): void {
    const { reachOffset, reachCell } = this.#index;
    const counts = this.#counts;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const end = reachOffset[record + 1]!;
      for (let i = reachOffset[record]!; i < end; i++) counts[reachCell[i]!]! += sign;
    }
  }

  #addScored(records: Uint32Array, sign: number): void {
    const { reachOffset, reachCell, hidden, scoreBits } = this.#index;
    const [counts, touched, known] = [this.#counts, this.#touched, this.#known];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = reachOffset[record]!;
      const end = reachOffset[record + 1]!;
      for (let i = start; i < end; i++) {
        const cell = reachCell[i]!;
        counts[cell]! += sign;
        touched[cell >>> scoreBits] = 1;
      }
      if (hidden[record] === 0) continue;
      this.#withHidden += sign;
      for (let i = start; i < end; i++) known[reachCell[i]! >>> scoreBits]! += sign;
    }
  }
}

/** The numbers of a facet of which all scores are 1: what follows from the records is made when it is asked for. */
class EqualCounts implements ShownCounts {
  readonly records: Uint32Array;
  readonly belowThreshold: Uint32Array;
  readonly possible: Uint32Array;
  readonly withHidden = 0;
  #scoreSum: Float64Array | null = null;
  #maxScore: Uint8Array | null = null;

  /** @param none as many zeros as there are nodes, shared and never changed */
  constructor(records: Uint32Array, none: Uint32Array) {
    this.records = records;
    this.belowThreshold = none;
    this.possible = none;
  }

  get scoreSum(): Float64Array {
    return (this.#scoreSum ??= new Float64Array(this.records));
  }

  get maxScore(): Uint8Array {
    if (this.#maxScore) return this.#maxScore;
    const { records } = this;
    const maxScore = new Uint8Array(records.length);
    for (let node = 0; node < records.length; node++) if (records[node]! > 0) maxScore[node] = SURE;
    return (this.#maxScore = maxScore);
  }
}
