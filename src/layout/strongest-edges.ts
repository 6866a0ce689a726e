/** Which edges are drawn where there are too many to be told apart: the strongest. */

/**
 * The edges of strength above 0, or the strongest of them where they are more than `limit`; of equal ones those that
 * come first. Ascending. Takes time linear in edges and strengths.
 * @param strength by edge, whole numbers of at least 0: records together
 */
export function strongestEdges(strength: Uint32Array, limit: number): Uint32Array {
  let positive = 0;
  let most = 0;
  for (let edge = 0; edge < strength.length; edge++) {
    if (strength[edge]! === 0) continue;
    positive++;
    most = Math.max(most, strength[edge]!);
  }
  let least = 1;
  let ofLeast = Infinity;
  if (positive > limit) {
    const atStrength = new Uint32Array(most + 1);
    for (let edge = 0; edge < strength.length; edge++) atStrength[strength[edge]!]!++;
    let left = limit;
    for (least = most; least > 1 && atStrength[least]! <= left; least--) left -= atStrength[least]!;
    ofLeast = Math.min(left, atStrength[least]!);
  }
  const edges = new Uint32Array(Math.min(positive, limit));
  let length = 0;
  for (let edge = 0; edge < strength.length; edge++) {
    if (strength[edge]! < least || (strength[edge] === least && ofLeast-- <= 0)) continue;
    edges[length++] = edge;
  }
  return edges;
}
