/** Which of some nodes a tag shows: what a clause includes is shown by all that lies in it. */
import type { FacetIndex } from './facet-index.ts';

/** By concept the nearest of the nodes that it is or lies in, by whatever path; -1 where it lies in none. */
export function nearestAbove(
  { conceptCount, parent, unions }: FacetIndex,
  nodes: Iterable<number>,
): Int32Array {
  const nearest = new Int32Array(conceptCount).fill(-1);
  const members = new Map(unions.map((union) => [union.node, union.members]));
  for (const node of nodes) for (const concept of members.get(node) ?? [node]) nearest[concept] = node;
  // parents stand before their children
  for (let concept = 0; concept < conceptCount; concept++) {
    if (nearest[concept]! < 0) nearest[concept] = nearest[parent[concept]!] ?? -1;
  }
  return nearest;
}
