/**
 * The rule "fractional" over all records at every threshold: so a threshold that is moved while no other facet turns
 * records away costs no more than copying what was worked out beforehand.
 */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetIndex } from '../index/facet-index.ts';
import type { CellForm } from '../index/reach.ts';
import { addSharesByKey, roundingFor, shareKey } from './shares.ts';
import type { Shares } from './tally.ts';

/** How many numbers a facet's shares at every threshold are. */
export function shareCount({ conceptCount, cells }: FacetIndex): number {
  return conceptCount * rowCount(cells);
}

/** Thresholds from the lowest score that occurs to the one after the highest, at which nothing counts. */
function rowCount({ width }: CellForm): number {
  return width + 1;
}

export class SharesByThreshold {
  readonly #index: FacetIndex;
  readonly #recordCount: number;
  readonly #rounding: number;
  /**
   * A row for each threshold, see {@link rowCount}, in it by concept: until all records are in, what the threshold adds
   * to the one before, then the shares.
   */
  readonly #byConcept: Float64Array;
  /** By row, in the same way: records with at least one counted tag. */
  readonly #tagged: Int32Array;
  #next = 0;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#recordCount = recordCount;
    this.#rounding = roundingFor(recordCount);
    this.#byConcept = new Float64Array(shareCount(index));
    this.#tagged = new Int32Array(rowCount(index.cells));
  }

  /**
   * Counts so many more records.
   * @returns whether any are left
   */
  advance(count: number): boolean {
    const first = this.#next;
    this.#next = Math.min(first + count, this.#recordCount);
    for (let record = first; record < this.#next; record++) this.#add(record);
    if (this.#next < this.#recordCount) return true;
    if (first < this.#next) this.#addUp();
    return false;
  }

  /**
   * The shares at a threshold, once no record is left; a view, not to be changed.
   * @param minScore lowest score that counts, inclusive, 0 to 100
   */
  get(minScore: Hundredths): Shares {
    const { conceptCount, cells } = this.#index;
    const row = Math.min(Math.max(0, minScore - cells.lowest), cells.width);
    const byConcept = this.#byConcept.subarray(row * conceptCount, (row + 1) * conceptCount);
    return { byConcept, tagged: this.#tagged[row]! };
  }

  /** A record's shares change only at the scores of its own tags. */
  #add(record: number): void {
    const { tagOffset, tagScore, cells } = this.#index;
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    let from = 0;
    for (;;) {
      let next = Infinity;
      for (let tag = start; tag < end; tag++) {
        const row = tagScore[tag]! - cells.lowest;
        if (row >= from && row < next) next = row;
      }
      if (next === Infinity) break;
      this.#addBetween(record, from, next + 1);
      from = next + 1;
    }
    if (from === 0) return;
    this.#tagged[0]! += 1;
    this.#tagged[from]! -= 1;
  }

  /** The shares that a record has from one row (included) to another (excluded). */
  #addBetween(record: number, from: number, to: number): void {
    const index = this.#index;
    const { conceptCount, cells } = index;
    const [byConcept, rounding] = [this.#byConcept, this.#rounding];
    const minScore = cells.lowest + from;
    const key = shareKey(index, record, minScore);
    addSharesByKey(index, record, key, minScore, rounding, 1, byConcept, from * conceptCount);
    addSharesByKey(index, record, key, minScore, rounding, -1, byConcept, to * conceptCount);
  }

  #addUp(): void {
    const { conceptCount } = this.#index;
    const [byConcept, tagged] = [this.#byConcept, this.#tagged];
    for (let i = conceptCount; i < byConcept.length; i++) byConcept[i]! += byConcept[i - conceptCount]!;
    for (let row = 1; row < tagged.length; row++) tagged[row]! += tagged[row - 1]!;
  }
}
