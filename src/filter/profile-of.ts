/** A facet's values at every threshold under a filter, counted again when somebody asks and other records pass. */
import type { FacetId } from '../model/dataset.ts';
import type { CrossFilter } from './cross-filter.ts';
import { thresholdProfile, type ThresholdProfile } from './tally/threshold-profile.ts';

interface Profiled {
  /** Of the records and the nodes. */
  readonly stamp: string;
  readonly profile: ThresholdProfile;
}

const profiled = new WeakMap<CrossFilter, Map<FacetId, Profiled>>();

/**
 * The nodes' values at every threshold of the facet, over the records that pass every other clause. The facet's own
 * threshold makes no difference, so that moving it costs nothing.
 * @param nodes each once: those among which the ranks are taken
 * @throws {Error} where the filter has no such facet
 */
export function profileOf(filter: CrossFilter, facet: FacetId, nodes: readonly number[]): ThresholdProfile {
  const byFacet = profiled.get(filter) ?? new Map<FacetId, Profiled>();
  profiled.set(filter, byFacet);
  const stamp = `${filter.versionElsewhere(facet)} ${nodes.join()}`;
  const last = byFacet.get(facet);
  if (last?.stamp === stamp) return last.profile;
  const profile = thresholdProfile(filter.indexes.get(facet)!, filter.recordsElsewhere(facet), nodes);
  byFacet.set(facet, { stamp, profile });
  return profile;
}
