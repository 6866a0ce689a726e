/** How a node of a facet stands, in a word: chosen, or one of the kinds of nothing. */
import type { FacetCounts } from '../../filter/cross-filter.ts';
import type { Membership } from '../../filter/passing/filter-state.ts';

export type NodeStatus = 'included' | 'excluded' | 'below the threshold' | 'possible' | 'no record' | '';

/** "" for a node that some record shows and that nobody chose. */
export function nodeStatus(counts: FacetCounts, node: number, membership: Membership): NodeStatus {
  if (membership !== 'neither') return membership;
  if (counts.records[node]! > 0) return '';
  if (counts.belowThreshold[node]! > 0) return 'below the threshold';
  return counts.possible[node]! > 0 ? 'possible' : 'no record';
}
