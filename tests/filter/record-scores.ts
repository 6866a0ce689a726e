import type { FacetIndex } from '../../src/filter/index/facet-index.ts';
import { forShown } from '../../src/filter/tally/show.ts';

/** s(r, c) in hundredths by node, whatever the threshold; -1 where the record has no tag at or below the node. */
export function recordScores(index: FacetIndex, record: number): number[] {
  const scores = new Array<number>(index.nodeCount).fill(-1);
  forShown(index, record, (node, score) => (scores[node] = score));
  return scores;
}
