/** Which edges are drawn where there are too many to be told apart: the strongest. */
import { ascendingStrengths } from './ascending-strengths.ts';

/**
 * The edges of strength above 0, or the strongest of them where they are more than `limit`; of equal ones those that
 * come first. Ascending.
 * @param strength by edge, at least 0
 * @param sorted the strengths in order, where they are known already
 */
export function strongestEdges(
  strength: Uint32Array | Float64Array,
  limit: number,
  sorted: Float64Array = ascendingStrengths(strength),
): Uint32Array {
  const positive = sorted.length;
  let least = 0;
  let ofLeast = Infinity;
  if (positive > limit) {
    least = sorted[positive - limit] ?? Infinity;
    // of those of the least strength that is drawn, as many as there is room for
    let atLeast = positive - limit;
    while (atLeast < positive && sorted[atLeast] === least) atLeast++;
    ofLeast = atLeast - (positive - limit);
  }
  const edges = new Uint32Array(Math.min(positive, limit));
  let length = 0;
  for (let edge = 0; edge < strength.length; edge++) {
    const value = strength[edge]!;
    if (value === 0 || value < least || (value === least && ofLeast-- <= 0)) continue;
    edges[length++] = edge;
  }
  return edges;
}
