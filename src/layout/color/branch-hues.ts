/** Which branches of a tree have a hue of their own. */
import { largest } from '../largest.ts';

/** So many have one; all others share the grey that comes after them. */
export const HUES = 5;

/**
 * A hue for each child of a node: 0 to 4 for the five with the most records, the largest first, else {@link HUES}.
 * Depends on the whole dataset and not on a filter, so that a topic keeps its hue.
 * @param records by node, in the whole dataset
 * @param root whose children are coloured, -1 for all roots
 * @returns the hue of a child
 */
export function branchHues(
  parent: ArrayLike<number>,
  records: ArrayLike<number>,
  root: number,
): (child: number) => number {
  const first = largest(parent.length, HUES, (node) => (parent[node] === root ? records[node]! : -1));
  return (child) => {
    const hue = first.indexOf(child);
    return hue < 0 ? HUES : hue;
  };
}
