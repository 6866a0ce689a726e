/** What a facet counts among records that are kept to be compared with, beside those that pass now. */
import type { FacetId } from '../../model/dataset.ts';
import type { CrossFilter } from '../cross-filter.ts';

export interface ReferenceRecords {
  /** The records that pass every clause of the reference but the facet's own. */
  readonly considered: number;
  /** Those of them that also pass every other clause of the filter. */
  readonly shared: number;
  /** Of either, those that show a node at the facet's threshold. Throws an Error for a facet that is not there. */
  readonly showing: (node: number) => { readonly considered: number; readonly shared: number };
}

/**
 * @param filter as it is now
 * @param reference over the same dataset, with the same thresholds
 */
export function referenceRecords(
  filter: CrossFilter,
  reference: CrossFilter,
  facet: FacetId,
): ReferenceRecords {
  const isThere = reference.passesElsewhere(facet);
  const isHere = filter.passesElsewhere(facet);
  const among = (records: Uint32Array) => {
    let [considered, shared] = [0, 0];
    for (const record of records) {
      if (!isThere(record)) continue;
      considered++;
      if (isHere(record)) shared++;
    }
    return { considered, shared };
  };
  return {
    ...among(reference.recordsElsewhere(facet)),
    showing: (node) => among(filter.everyRecordShowing(facet, node)),
  };
}
