/** What a facet counts over all records, whatever the clauses and the words: what a filter's numbers are compared with. */
import type { FacetId } from '../../model/dataset.ts';
import type { CrossFilter } from '../cross-filter.ts';

export interface AllRecords {
  /** How many show a node at the facet's threshold. */
  readonly showing: (node: number) => number;
  /** All records; where only complete tag lists are asked for, those. */
  readonly considered: number;
}

/** Asking for a node of a facet that the filter does not have throws an Error. */
export function allRecords(filter: CrossFilter, facet: FacetId): AllRecords {
  const showing = (node: number) => filter.everyRecordShowing(facet, node);
  if (!filter.filter.completeOnly) {
    return { showing: (node) => showing(node).length, considered: filter.recordCount };
  }
  return {
    showing: (node) => {
      let count = 0;
      for (const record of showing(node)) if (filter.isComplete(record)) count++;
      return count;
    },
    considered: filter.completeCount,
  };
}
