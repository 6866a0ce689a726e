/**
 * The rule "fractional" for one record: it shares 1 among its deepest counted tags in proportion to their scores, the
 * surest taking what rounding leaves. Shares are rounded to multiples of a power of two so fine that all sums are
 * exact: what returns to nothing is 0, and the shares of a record make exactly 1.
 */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetIndex } from '../index/facet-index.ts';

/**
 * Adding this and taking it away again rounds a share to the spacing of doubles at that size, and no sum of as many
 * shares as there are records needs a finer one.
 */
export function roundingFor(recordCount: number): number {
  return 1.5 * 2 ** bitsFor(recordCount);
}

/** How many bits a count takes that reaches at most this. */
export function bitsFor(most: number): number {
  return Math.ceil(Math.log2(most + 1));
}

/** Records with more tags than this stand by hand. */
const TAG_LIMIT = 20;
/** Sums of scores are below this. */
export const SUM_LIMIT = 2048;
/** Bits of a {@link shareKey} that hold a tag's position, and all of them set. */
export const TOP_BITS = 5;
export const TOP = 0x1f;
/** A record whose shares have to be worked out from its tags each time. */
const BY_HAND = TOP;
/** A record without a counted tag. */
const NO_SHARES = 1;

/**
 * What a record's shares follow from at a threshold, as a number from 1 to 0xffff: the sum of its deepest counted tags'
 * scores, and the position of the surest of them among its tags in the lowest bits. Where it counts no tag or stands by
 * hand the sum is 0.
 */
export function shareKey(index: FacetIndex, record: number, minScore: Hundredths): number {
  const { tagOffset, tagScore, tagMaxBelow } = index;
  const start = tagOffset[record]!;
  const end = tagOffset[record + 1]!;
  if (end - start > TAG_LIMIT) return BY_HAND;
  let total = 0;
  let most = 0;
  for (let tag = start; tag < end; tag++) {
    const score = tagScore[tag]!;
    const takes = takesShare(score, tagMaxBelow[tag]!, minScore);
    total += score & takes;
    // the surest and of these the first; written without a branch, as there is no pattern to learn
    const short = most - (((score << TOP_BITS) | (TOP - tag + start)) & takes);
    most -= short & (short >> 31);
  }
  if (total === 0) return most === 0 ? NO_SHARES : BY_HAND;
  return (total << TOP_BITS) | (TOP - (most & TOP));
}

/** All ones where the tag counts and none below it does: only such tags take shares; else 0. */
export function takesShare(score: Hundredths, maxBelow: number, minScore: Hundredths): number {
  return ((minScore - 1 - score) & (maxBelow - minScore)) >> 31;
}

/**
 * Adds a record's shares.
 * @param key its {@link shareKey}
 * @param shares by concept
 * @param first where they begin
 * @param sign 1 or -1
 * @returns whether the record has a counted tag
 */
export function addSharesByKey(
  index: FacetIndex,
  record: number,
  key: number,
  minScore: Hundredths,
  rounding: number,
  sign: number,
  shares: Float64Array,
  first = 0,
): boolean {
  if (key === NO_SHARES) return false;
  if (key === BY_HAND) {
    return addSharesByHand(index, record, minScore, rounding, sign, shares.subarray(first));
  }
  const { tagOffset, tagConcept, tagScore, tagMaxBelow } = index;
  const unit = 1 / (key >> TOP_BITS);
  const start = tagOffset[record]!;
  const end = tagOffset[record + 1]!;
  let left = 1;
  for (let tag = start; tag < end; tag++) {
    const score = tagScore[tag]!;
    const takes = takesShare(score, tagMaxBelow[tag]!, minScore);
    const share = unit * (score & takes) + rounding - rounding;
    shares[first + tagConcept[tag]!]! += sign * share;
    left -= share;
  }
  shares[first + tagConcept[start + (key & TOP)]!]! += sign * left;
  return true;
}

/**
 * Adds a record's shares, the slow way that holds for any record.
 * @param shares by concept
 * @param sign 1 or -1
 * @returns whether the record has a counted tag
 */
export function addSharesByHand(
  index: FacetIndex,
  record: number,
  minScore: Hundredths,
  rounding: number,
  sign: number,
  shares: Float64Array,
): boolean {
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
  if (top < 0) return false;
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
  return true;
}
