/** What a facet counts over all records, whatever the clauses and the words: what a filter's numbers are compared with. */
import type { FacetId } from '../model/dataset.ts';
import type { CrossFilter } from './cross-filter.ts';
import type { FacetIndex } from './facet-index.ts';
import { minScoreOf } from './filter-state.ts';
import { forShown } from './show.ts';

export interface AllRecords {
  /** By node: records that show it at the facet's threshold. */
  readonly records: Uint32Array;
  /** All records; where only complete tag lists are asked for, those. */
  readonly considered: number;
}

const known = new WeakMap<FacetIndex, { readonly stamp: string; readonly all: AllRecords }>();

/**
 * Counted when somebody asks, and again for another threshold or another answer to whether lists have to be complete.
 * @throws {Error} where the filter has no such facet
 */
export function allRecords(filter: CrossFilter, facet: FacetId): AllRecords {
  const index = filter.indexes.get(facet);
  if (!index) throw new Error(`no facet "${facet}"`);
  const minScore = minScoreOf(filter.filter, facet);
  const { completeOnly } = filter.filter;
  const stamp = `${minScore} ${completeOnly}`;
  const last = known.get(index);
  if (last?.stamp === stamp) return last.all;
  const records = new Uint32Array(index.nodeCount);
  const count = (node: number, score: number) => {
    if (score >= minScore) records[node]!++;
  };
  const cut = completeOnly ? [...filter.indexes.values()].filter(({ isCut }) => isCut) : [];
  let considered = 0;
  for (let record = 0; record < filter.recordCount; record++) {
    if (cut.some(({ hidden }) => hidden[record]! > 0)) continue;
    considered++;
    forShown(index, record, count);
  }
  const all = { records, considered };
  known.set(index, { stamp, all });
  return all;
}
