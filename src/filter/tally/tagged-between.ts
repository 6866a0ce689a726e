/** Which records another threshold makes a difference to. */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetIndex } from '../index/facet-index.ts';

/**
 * Of these records those with a tag that counts at one of two thresholds and not at the other; all others count the
 * same tags at both, and share alike.
 */
export function taggedBetween(
  { tagOffset, tagScore }: FacetIndex,
  records: Uint32Array,
  a: Hundredths,
  b: Hundredths,
): Uint32Array {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const found = new Uint32Array(records.length);
  let count = 0;
  for (let at = 0; at < records.length; at++) {
    const record = records[at]!;
    const end = tagOffset[record + 1]!;
    // negative as soon as one lies between: there is no pattern to learn for branches
    let between = 0;
    for (let tag = tagOffset[record]!; tag < end; tag++) {
      const score = tagScore[tag]!;
      between |= (low - 1 - score) & (score - high);
    }
    found[count] = record;
    count -= between >> 31;
  }
  return found.subarray(0, count);
}
