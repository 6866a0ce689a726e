/**
 * The rule "fractional", kept up to date: each record shares 1 among its deepest counted tags in proportion to their
 * scores. Shares are whole multiples of a power of two, so that adding and taking away are exact: what returns to
 * nothing is 0, and the shares of a record make exactly 1. Loops count with an index: they are the page's innermost,
 * and iterators make them a quarter slower.
 */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';

/** Bits of a double's fraction, less one for safety: sums below this power of two are exact. */
const EXACT_BITS = 52;

export class ShareTally {
  readonly #index: FacetIndex;
  /** What a whole record is worth: the largest power of two of which all records together are exact. */
  readonly #whole: number;
  /** By concept: what falls at it, not below. */
  readonly #shares: Float64Array;
  #tagged = 0;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#whole = 2 ** (EXACT_BITS - Math.ceil(Math.log2(recordCount + 1)));
    this.#shares = new Float64Array(index.conceptCount);
  }

  /** Records with at least one counted tag. */
  get tagged(): number {
    return this.#tagged;
  }

  /** Takes every record out. */
  clear(): void {
    this.#shares.fill(0);
    this.#tagged = 0;
  }

  /** What is in it, for {@link restore}. */
  snapshot(): { readonly shares: Float64Array; readonly tagged: number } {
    return { shares: this.#shares.slice(), tagged: this.#tagged };
  }

  restore({ shares, tagged }: ReturnType<ShareTally['snapshot']>): void {
    this.#shares.set(shares);
    this.#tagged = tagged;
  }

  /**
   * Puts records in or takes them out.
   * @param sign 1 or -1
   * @param minScore lowest score that counts; the one with which a record was put in
   */
  add(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void {
    if (this.#index.scoreBits === 0) this.#addEqual(records, sign);
    else this.#addScored(records, sign, minScore);
  }

  /** By node: what falls at it or below; unions are the sums of their uppermost members. */
  values(): Float64Array {
    const { nodeCount, conceptCount, parent, unions } = this.#index;
    const value = new Float64Array(nodeCount);
    const scale = 1 / this.#whole;
    for (let concept = 0; concept < conceptCount; concept++) value[concept] = this.#shares[concept]! * scale;
    if (this.#index.scoreBits === 0) return value;
    for (let concept = conceptCount - 1; concept >= 0; concept--) {
      const above = parent[concept]!;
      if (above >= 0) value[above]! += value[concept]!;
    }
    for (const { node, upperMembers } of unions) {
      for (const member of upperMembers) value[node]! += value[member]!;
    }
    return value;
  }

  /** Where all scores are alike and nothing stands below anything. */
  #addEqual(records: Uint32Array, sign: number): void {
    const { tagOffset, tagConcept } = this.#index;
    const shares = this.#shares;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const last = tagOffset[record + 1]! - 1;
      if (last < start) continue;
      this.#tagged += sign;
      const share = Math.round(this.#whole / (last - start + 1));
      for (let tag = start; tag < last; tag++) shares[tagConcept[tag]!]! += sign * share;
      shares[tagConcept[last]!]! += sign * (this.#whole - share * (last - start));
    }
  }

  #addScored(records: Uint32Array, sign: number, minScore: Hundredths): void {
    const { tagOffset, tagConcept, tagScore, tagMaxBelow } = this.#index;
    const shares = this.#shares;
    const whole = this.#whole;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      let deepest = 0;
      let total = 0;
      let top = -1;
      for (let tag = start; tag < end; tag++) {
        // only tags without a counted tag below them take shares
        if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
        deepest++;
        total += tagScore[tag]!;
        if (top < 0 || tagScore[tag]! > tagScore[top]!) top = tag;
      }
      if (deepest === 0) continue;
      this.#tagged += sign;
      let left = whole;
      if (deepest > 1) {
        const unit = total === 0 ? whole / deepest : whole / total;
        for (let tag = start; tag < end; tag++) {
          if (tag === top || tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
          const share = Math.round(total === 0 ? unit : unit * tagScore[tag]!);
          shares[tagConcept[tag]!]! += sign * share;
          left -= share;
        }
      }
      // what rounding leaves goes to the surest, so that a score of 0 is worth exactly 0
      shares[tagConcept[top]!]! += sign * left;
    }
  }
}
