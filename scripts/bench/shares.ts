/** Rule "fractional": how each record's 1 is shared among its deepest counted tags. */
import type { RollUp } from './rollup.ts';

/** By tag its part of 1, 0 where it takes none. */
export function sharesAt(rollUp: RollUp, minScore: number): Float64Array {
  const { tagOffset, tagScore, tagMaxBelow } = rollUp;
  const share = new Float64Array(tagScore.length);
  for (let record = 0; record + 1 < tagOffset.length; record++) {
    const end = tagOffset[record + 1]!;
    let [deepest, total] = [0, 0];
    for (let tag = tagOffset[record]!; tag < end; tag++) {
      if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
      deepest++;
      total += tagScore[tag]!;
    }
    for (let tag = tagOffset[record]!; deepest > 0 && tag < end; tag++) {
      if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
      share[tag] = total === 0 ? 1 / deepest : tagScore[tag]! / total;
    }
  }
  return share;
}
