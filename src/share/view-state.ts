/** All that a link restores: what is asked for, and how it is looked at. */
import type { CountingRule } from '../model/counting-rule.ts';
import type { FacetId, RecordIndex } from '../model/dataset.ts';
import type { FilterState } from '../filter/filter-state.ts';

/** The four views, by the names that links use. */
export type ViewId = 'map' | 'topics' | 'coauthors' | 'records';

export const VIEW_IDS: readonly ViewId[] = ['map', 'topics', 'coauthors', 'records'];

export interface ViewState {
  readonly filter: FilterState;
  readonly rule: CountingRule;
  /** Which taxonomy the topic view shows. */
  readonly topicFacet: FacetId;
  /** The node that a facet's view is zoomed to; facets without one show everything. Changes no count. */
  readonly focus: ReadonlyMap<FacetId, number>;
  /** The record whose details are open. */
  readonly openRecord: RecordIndex | null;
  /** Views shown as their table twin. */
  readonly tables: ReadonlySet<ViewId>;
}
