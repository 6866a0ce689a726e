/** The strengths of links in order: for finding the strongest, and the steps of a slider. */

/** Whole strengths up to here are counted rather than compared. */
const COUNTED_LIMIT = 0xffff;

/**
 * The strengths above 0, ascending. Numbers of records together are whole and mostly small, so that counting how often
 * each occurs takes a tenth of sorting them.
 */
export function ascendingStrengths(strength: Uint32Array | Float64Array): Float64Array {
  let positive = 0;
  let most = 0;
  let isCounted = true;
  for (let edge = 0; edge < strength.length; edge++) {
    const value = strength[edge]!;
    if (value <= 0) continue;
    positive++;
    if (value > most) most = value;
    if (value > COUNTED_LIMIT || value !== Math.floor(value)) isCounted = false;
  }
  const sorted = new Float64Array(positive);
  let length = 0;
  if (!isCounted) {
    for (let edge = 0; edge < strength.length; edge++) {
      if (strength[edge]! > 0) sorted[length++] = strength[edge]!;
    }
    return sorted.sort();
  }
  const occurrences = new Uint32Array(most + 1);
  for (let edge = 0; edge < strength.length; edge++) occurrences[strength[edge]!]! += 1;
  for (let value = 1; value <= most; value++) {
    sorted.fill(value, length, length + occurrences[value]!);
    length += occurrences[value]!;
  }
  return sorted;
}
