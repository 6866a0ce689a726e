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
  const { recordCount } = filter;
  if (!filter.filter.completeOnly) {
    return { showing: (node) => filter.everyRecordShowing(facet, node).length, considered: recordCount };
  }
  const cut = [...filter.indexes.values()].filter(({ isCut }) => isCut);
  const isComplete = (record: number) => cut.every(({ hidden }) => hidden[record] === 0);
  let considered = 0;
  for (let record = 0; record < recordCount; record++) if (isComplete(record)) considered++;
  return {
    showing: (node) => {
      let count = 0;
      for (const record of filter.everyRecordShowing(facet, node)) if (isComplete(record)) count++;
      return count;
    },
    considered,
  };
}
