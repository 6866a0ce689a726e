/**
 * The rule "fractional", kept up to date: each record shares 1 among its deepest counted tags in proportion to their
 * scores. Shares are rounded to multiples of a power of two so fine that all sums are exact: what returns to nothing
 * is 0, and the shares of a record make exactly 1. Loops count with an index: they are the page's innermost, and
 * iterators make them a quarter slower.
 */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';

export class ShareTally {
  readonly #index: FacetIndex;
  /**
   * Adding this and taking it away again rounds a share to the spacing of doubles at that size, and no sum of as many
   * shares as there are records needs a finer one.
   */
  readonly #rounding: number;
  /** By concept: what falls at it, not below. */
  readonly #shares: Float64Array;
  #tagged = 0;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#rounding = 1.5 * 2 ** Math.ceil(Math.log2(recordCount + 1));
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
    if (this.#index.isFlat) this.#addEqual(records, sign);
    else this.#addScored(records, sign, minScore);
  }

  /**
   * Writes what falls at each node or below; unions are the sums of their uppermost members.
   * @param value by node, overwritten
   */
  write(value: Float64Array): void {
    const { isFlat, conceptCount, parent, unions } = this.#index;
    value.set(this.#shares);
    if (isFlat) return;
    for (let concept = conceptCount - 1; concept >= 0; concept--) {
      const above = parent[concept]!;
      if (above >= 0) value[above]! += value[concept]!;
    }
    for (let i = 0; i < unions.length; i++) {
      const { node, upperMembers } = unions[i]!;
      let sum = 0;
      for (let m = 0; m < upperMembers.length; m++) sum += value[upperMembers[m]!]!;
      value[node] = sum;
    }
  }

  /** Where all scores are alike and nothing stands below anything. */
  #addEqual(records: Uint32Array, sign: number): void {
    const { tagOffset, tagConcept } = this.#index;
    const shares = this.#shares;
    const rounding = this.#rounding;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const last = tagOffset[record + 1]! - 1;
      if (last < start) continue;
      this.#tagged += sign;
      const share = 1 / (last - start + 1) + rounding - rounding;
      for (let tag = start; tag < last; tag++) shares[tagConcept[tag]!]! += sign * share;
      shares[tagConcept[last]!]! += sign * (1 - share * (last - start));
    }
  }

  #addScored(records: Uint32Array, sign: number, minScore: Hundredths): void {
    const { tagOffset, tagConcept, tagScore, tagMaxBelow } = this.#index;
    const shares = this.#shares;
    const rounding = this.#rounding;
    let tagged = 0;
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      if (end - start === 1) {
        if (tagScore[start]! < minScore) continue;
        tagged++;
        shares[tagConcept[start]!]! += sign;
        continue;
      }
      let deepest = 0;
      let total = 0;
      let top = -1;
      let most = -1;
      for (let tag = start; tag < end; tag++) {
        const score = tagScore[tag]!;
        // only tags without a counted tag below them take shares
        if (score < minScore || tagMaxBelow[tag]! >= minScore) continue;
        deepest++;
        total += score;
        if (score > most) {
          most = score;
          top = tag;
        }
      }
      if (deepest === 0) continue;
      tagged++;
      let left = 1;
      if (deepest > 1) {
        const unit = total === 0 ? 0 : 1 / total;
        for (let tag = start; tag < end; tag++) {
          const score = tagScore[tag]!;
          if (tag === top || score < minScore || tagMaxBelow[tag]! >= minScore) continue;
          const share = (total === 0 ? 1 / deepest : unit * score) + rounding - rounding;
          shares[tagConcept[tag]!]! += sign * share;
          left -= share;
        }
      }
      // what rounding leaves goes to the surest, so that a score of 0 is worth exactly 0
      shares[tagConcept[top]!]! += sign * left;
    }
    this.#tagged += sign * tagged;
  }
}
