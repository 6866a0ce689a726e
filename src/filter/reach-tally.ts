/**
 * How many records show each node with each score, kept up to date. Everything that depends on a threshold follows
 * from these counts, so that moving one visits no record. Loops count with an index: they are the page's innermost,
 * and iterators make them a quarter slower.
 */
import type { Hundredths } from '../model/dataset.ts';
import { cellCount, type FacetIndex } from './facet-index.ts';
import type { FacetCounts } from './facet-counts.ts';

/** The part of a facet's numbers that the shown nodes give. */
export type ShownColumns = Pick<
  FacetCounts,
  'records' | 'scoreSum' | 'belowThreshold' | 'maxScore' | 'possible'
>;

/** About so many nodes are shown by a record. */
const NODES_A_RECORD = 6;

interface Snapshot {
  readonly counts: Uint32Array;
  readonly known: Uint32Array;
  readonly withHidden: number;
}

export class ReachTally {
  readonly #index: FacetIndex;
  /** By cell: records that show the node with the score. */
  readonly #counts: Uint32Array;
  /** Whether any record's list is cut. */
  readonly #isCut: boolean;
  /** By node: records with hidden tags in which the node is there, at any score. */
  readonly #known: Uint32Array;
  #withHidden = 0;
  /** By node: 1 where `#counts` changed since the threshold's columns were worked out. */
  readonly #touched: Uint8Array;
  /** The threshold of the columns below. */
  #minScore: Hundredths = -1;
  readonly #records: Uint32Array;
  readonly #scoreSum: Float64Array;
  readonly #belowThreshold: Uint32Array;
  readonly #maxScore: Uint8Array;

  constructor(index: FacetIndex) {
    const { nodeCount, isFlat, hidden } = index;
    const columnLength = isFlat ? 0 : nodeCount;
    this.#index = index;
    this.#counts = new Uint32Array(cellCount(index));
    this.#isCut = hidden.some((count) => count > 0);
    this.#known = new Uint32Array(columnLength);
    this.#touched = new Uint8Array(columnLength);
    this.#records = new Uint32Array(columnLength);
    this.#scoreSum = new Float64Array(columnLength);
    this.#belowThreshold = new Uint32Array(columnLength);
    this.#maxScore = new Uint8Array(columnLength);
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
    if (this.#index.isFlat) this.#addCells(records, sign);
    else this.#addScored(records, sign);
  }

  /** Records with hidden tags. */
  get withHidden(): number {
    return this.#withHidden;
  }

  /**
   * Writes the numbers at a threshold.
   * @param columns by node, overwritten; of a facet whose scores are all 1 only the records are written
   */
  write(columns: ShownColumns, minScore: Hundredths): void {
    if (this.#index.isFlat) {
      columns.records.set(this.#counts);
      return;
    }
    if (minScore !== this.#minScore) {
      this.#minScore = minScore;
      this.#touched.fill(1);
    }
    const touched = this.#touched;
    for (let node = 0; node < touched.length; node++) {
      if (touched[node] === 0) continue;
      touched[node] = 0;
      this.#refresh(node);
    }
    columns.records.set(this.#records);
    columns.scoreSum.set(this.#scoreSum);
    columns.belowThreshold.set(this.#belowThreshold);
    columns.maxScore.set(this.#maxScore);
    const known = this.#known;
    const withHidden = this.#withHidden;
    const { possible } = columns;
    for (let node = 0; node < known.length; node++) possible[node] = withHidden - known[node]!;
  }

  /** Works out one node's entries from its counts by score. */
  #refresh(node: number): void {
    const counts = this.#counts;
    const minScore = this.#minScore;
    const { scoreBits, lowest, highest } = this.#index.cells;
    const row = (node << scoreBits) - lowest;
    let below = 0;
    let shown = 0;
    let sum = 0;
    let most = 0;
    for (let score = lowest; score <= highest; score++) {
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

  #addCells(records: Uint32Array, sign: number): void {
    const { reachOffset, reachCell } = this.#index;
    const counts = this.#counts;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const end = reachOffset[record + 1]!;
      for (let i = reachOffset[record]!; i < end; i++) counts[reachCell[i]!]! += sign;
    }
  }

  #addScored(records: Uint32Array, sign: number): void {
    // where most nodes change, marking them one by one costs more than looking at all
    if (records.length > this.#touched.length / NODES_A_RECORD) {
      this.#touched.fill(1);
      this.#addCells(records, sign);
    } else this.#addMarking(records, sign);
    if (this.#isCut) this.#addKnown(records, sign);
  }

  #addMarking(records: Uint32Array, sign: number): void {
    const { reachOffset, reachCell } = this.#index;
    const { scoreBits } = this.#index.cells;
    const [counts, touched] = [this.#counts, this.#touched];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const end = reachOffset[record + 1]!;
      for (let i = reachOffset[record]!; i < end; i++) {
        const cell = reachCell[i]!;
        counts[cell]! += sign;
        touched[cell >>> scoreBits] = 1;
      }
    }
  }

  #addKnown(records: Uint32Array, sign: number): void {
    const { reachOffset, reachCell, hidden } = this.#index;
    const { scoreBits } = this.#index.cells;
    const known = this.#known;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      if (hidden[record] === 0) continue;
      this.#withHidden += sign;
      const end = reachOffset[record + 1]!;
      for (let i = reachOffset[record]!; i < end; i++) known[reachCell[i]! >>> scoreBits]! += sign;
    }
  }
}
