/** Which edges are drawn where there are too many to be told apart: the strongest. */
import {
  strengthOccurrences,
  type StrengthByEdge,
  type StrengthOccurrences,
} from './strength-occurrences.ts';

/**
 * The edges of strength above 0, or the strongest of them where they are more than `limit`; of equal ones those that
 * come first. Ascending.
 * @param occurrences how often each strength occurs, where that is known already
 */
export function strongestEdges(
  strength: StrengthByEdge,
  limit: number,
  occurrences: StrengthOccurrences = strengthOccurrences(strength),
): Uint32Array {
  const { values, links, total } = occurrences;
  let least = 0;
  // of those of the least strength that is drawn, as many as there is room for
  let ofLeast = Infinity;
  if (total > limit) {
    let at = values.length - 1;
    ofLeast = limit;
    while (links[at]! <= ofLeast) ofLeast -= links[at--]!;
    least = values[at]!;
  }
  const edges = new Uint32Array(Math.min(total, limit));
  let length = 0;
  for (let edge = 0; edge < strength.length; edge++) {
    const value = strength[edge]!;
    if (value === 0 || value < least || (value === least && ofLeast-- <= 0)) continue;
    edges[length++] = edge;
  }
  return edges;
}
