/** How many tags have each score, kept up to date: what is drawn behind a threshold's slider. */
import type { FacetIndex } from './facet-index.ts';

/** How many scores there are: 0 to 100 hundredths. */
export const SCORE_COUNT = 101;

export class ScoreTally {
  readonly #index: FacetIndex;
  readonly #bins = new Uint32Array(SCORE_COUNT);

  constructor(index: FacetIndex) {
    this.#index = index;
  }

  /** Writes 101 bins, one a hundredth. */
  write(bins: Uint32Array): void {
    bins.set(this.#bins);
  }

  clear(): void {
    this.#bins.fill(0);
  }

  snapshot(): Uint32Array {
    return this.#bins.slice();
  }

  restore(bins: Uint32Array): void {
    this.#bins.set(bins);
  }

  /**
   * Puts records in or takes them out.
   * @param sign 1 or -1
   */
  add(records: Uint32Array, sign: 1 | -1): void {
    const { tagOffset, tagScore } = this.#index;
    const bins = this.#bins;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const end = tagOffset[record + 1]!;
      for (let tag = tagOffset[record]!; tag < end; tag++) bins[tagScore[tag]!]! += sign;
    }
  }
}
