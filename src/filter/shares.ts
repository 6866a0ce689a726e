/**
 * The rule "fractional" for one record: it shares 1 among its deepest counted tags in proportion to their scores, the
 * surest taking what rounding leaves. Shares are rounded to multiples of a power of two so fine that all sums are
 * exact: what returns to nothing is 0, and the shares of a record make exactly 1.
 */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';

/**
 * Adding this and taking it away again rounds a share to the spacing of doubles at that size, and no sum of as many
 * shares as there are records needs a finer one.
 */
export function roundingFor(recordCount: number): number {
  return 1.5 * 2 ** Math.ceil(Math.log2(recordCount + 1));
}

/** Sums of scores of at least this stand by hand. */
export const SUM_LIMIT = 0x1000;
/** Stands for a record whose shares have to be worked out from its tags each time. */
export const BY_HAND = 0xff;

/**
 * What a record's shares follow from, as one word: the sum of its deepest counted tags' scores in the upper half (0
 * where it counts no tag, or stands by hand), the position of the surest of them among its tags or {@link BY_HAND} in the
 * next byte, the threshold in the last.
 */
export function shareKey(index: FacetIndex, record: number, minScore: Hundredths): number {
  const { tagOffset, tagScore, tagMaxBelow } = index;
  const start = tagOffset[record]!;
  const end = tagOffset[record + 1]!;
  if (end - start >= BY_HAND) return (BY_HAND << 8) | minScore;
  let total = 0;
  let most = 0;
  for (let tag = start; tag < end; tag++) {
    const score = tagScore[tag]!;
    const takes = takesShare(score, tagMaxBelow[tag]!, minScore);
    total += score & takes;
    // the surest and of these the first; written without a branch, as there is no pattern to learn
    const short = most - (((score << 8) | (BY_HAND - tag + start)) & takes);
    most -= short & (short >> 31);
  }
  if (total >= SUM_LIMIT || (total === 0 && most > 0)) return (BY_HAND << 8) | minScore;
  const top = most === 0 ? 0 : BY_HAND - (most & BY_HAND);
  return (total << 16) | (top << 8) | minScore;
}

/** All ones where the tag counts and none below it does: only such tags take shares; else 0. */
export function takesShare(score: Hundredths, maxBelow: number, minScore: Hundredths): number {
  return ((minScore - 1 - score) & (maxBelow - minScore)) >> 31;
}

/**
 * Adds a record's shares, the slow way that holds for any record.
 * @param shares by concept
 * @param sign 1 or -1
 */
export function addSharesByHand(
  index: FacetIndex,
  record: number,
  minScore: Hundredths,
  rounding: number,
  sign: number,
  shares: Float64Array,
): void {
  const { tagOffset, tagConcept, tagScore, tagMaxBelow } = index;
  const deepest: number[] = [];
  let total = 0;
  let top = -1;
  for (let tag = tagOffset[record]!; tag < tagOffset[record + 1]!; tag++) {
    if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
    deepest.push(tag);
    total += tagScore[tag]!;
    if (top < 0 || tagScore[tag]! > tagScore[top]!) top = tag;
  }
  if (top < 0) return;
  const unit = total === 0 ? 0 : 1 / total;
  let left = 1;
  for (const tag of deepest) {
    // of scores that are all 0, each is worth as much
    const share = (total === 0 ? 1 / deepest.length : unit * tagScore[tag]!) + rounding - rounding;
    if (tag === top) continue;
    shares[tagConcept[tag]!]! += sign * share;
    left -= share;
  }
  shares[tagConcept[top]!]! += sign * left;
}
