/** A picture from positions that the dataset brings along. */
import type { CoauthorLayoutColumns } from '../../model/dataset.ts';
import type { CoauthorGraph } from './coauthor-graph.ts';
import type { LayoutPicture } from './coauthor-layout.ts';
import { boundsOf, nodeRadii } from './coauthor-layout-parts.ts';

/**
 * The picture, or undefined where the positions are of another graph.
 * @param maxPairAuthors what the graph was made with
 */
export function storedPicture(
  graph: Pick<CoauthorGraph, 'nodeCount' | 'hubCount' | 'recordCountOfNode'>,
  maxPairAuthors: number,
  stored: CoauthorLayoutColumns | undefined,
): LayoutPicture | undefined {
  if (stored === undefined || graph.nodeCount === 0) return undefined;
  if (stored.maxPairAuthors !== maxPairAuthors || stored.x.length !== graph.nodeCount) return undefined;
  const { x, y } = stored;
  return { x, y, bounds: boundsOf(x, y, nodeRadii(graph)) };
}
