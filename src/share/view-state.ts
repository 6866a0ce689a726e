/** All that a link restores: what is asked for, and how it is looked at. */
import type { CountingRule } from '../model/counting-rule.ts';
import type { MapWindow } from '../model/map-window.ts';
import type { AuthorId, Dataset, FacetId, RecordIndex } from '../model/dataset.ts';
import type { FilterState } from '../filter/passing/filter-state.ts';
import type { CoauthorSettings } from './coauthor-settings.ts';

/** The views, by the names that links use. */
export type ViewId = 'map' | 'topics' | 'coauthors' | 'records' | 'time';

/** Those of every dataset. */
export const VIEW_IDS: readonly ViewId[] = ['map', 'topics', 'coauthors', 'records'];

const hasYears = ({ facets }: Pick<Dataset, 'facets'>): boolean => facets.some(({ kind }) => kind === 'time');

/** Those of a dataset: that of years only where it has some. */
export const viewsOf = (dataset: Pick<Dataset, 'facets'>): readonly ViewId[] =>
  hasYears(dataset) ? [...VIEW_IDS, 'time'] : VIEW_IDS;

/** How the world is laid flat. */
export type MapProjection = 'equal-earth' | 'natural-earth' | 'globe';

/** What a place's colour says: its value, the same held back where its tags are unsure, or how it stands against all records. */
export type MapColor = 'value' | 'certainty' | 'expected';

/** How values are cut into classes; 'auto' takes what suits the data. */
export type MapClasses = 'auto' | 'log' | 'quantile' | 'equal' | 'jenks';

/** How the map is drawn. Changes no count. */
export interface MapSettings {
  readonly projection: MapProjection;
  readonly color: MapColor;
  readonly classes: MapClasses;
}

export const MAP_PROJECTIONS: readonly MapProjection[] = ['equal-earth', 'natural-earth', 'globe'];
export const MAP_COLORS: readonly MapColor[] = ['value', 'certainty', 'expected'];
export const MAP_CLASSES: readonly MapClasses[] = ['auto', 'log', 'quantile', 'equal', 'jenks'];

export const DEFAULT_MAP: MapSettings = { projection: 'equal-earth', color: 'value', classes: 'auto' };

/**
 * How the list of records is sorted; 'source' as the dataset has them, 'included' by scores of what the filter includes.
 * That one stays chosen, and in links, while nothing is included: once something is, it is sorted so, reloaded or not.
 */
export type RecordOrder = 'source' | 'title' | 'score' | 'tags' | 'included' | 'newest' | 'oldest';

const RECORD_ORDERS: readonly RecordOrder[] = ['source', 'title', 'score', 'tags', 'included'];

/** Those of a dataset: by year only where it has some. */
export const recordOrdersOf = (dataset: Pick<Dataset, 'facets'>): readonly RecordOrder[] =>
  hasYears(dataset) ? [...RECORD_ORDERS, 'newest', 'oldest'] : RECORD_ORDERS;

export interface ViewState {
  readonly filter: FilterState;
  /** What is kept to be compared with, null for all records. Its clauses and words alone: thresholds are the filter's. */
  readonly reference: FilterState | null;
  readonly rule: CountingRule;
  /** Which taxonomy the topic view shows. */
  readonly topicFacet: FacetId;
  /** The node that a facet's view is zoomed to; facets without one show everything. Changes no count. */
  readonly focus: ReadonlyMap<FacetId, number>;
  /** The record whose details are open. */
  readonly openRecord: RecordIndex | null;
  /** The author whose panel is open; never while a record's details are. */
  readonly openAuthor: AuthorId | null;
  readonly map: MapSettings;
  /** The part of the world that the map shows, null for the whole. A country in focus is shown instead. */
  readonly mapWindow: MapWindow | null;
  /** What is asked of the co-author graph. Changes no count. */
  readonly coauthors: CoauthorSettings;
  /** Changes no count. */
  readonly recordOrder: RecordOrder;
  /** The facet whose tags the list of records shows, null for what suits the filter. Changes no count. */
  readonly recordFacet: FacetId | null;
  /** Views shown as their table twin. */
  readonly tables: ReadonlySet<ViewId>;
}
