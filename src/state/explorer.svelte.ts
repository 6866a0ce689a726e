/**
 * The one writable state of the page. Views read its getters and call its verbs; nobody assigns.
 * Counts change with the filter alone: hover, focus, counting rule and tables never touch it.
 */
import type { CrossFilter } from '../filter/cross-filter.ts';
import type { CountingRule } from '../model/counting-rule.ts';
import { facetById, type AuthorId, type Dataset, type FacetId, type RecordIndex } from '../model/dataset.ts';
import {
  comparable,
  EMPTY_FILTER,
  withClause,
  withMembership,
  withMinScore,
  withMode,
  withPresence,
  withoutText,
  withText,
  type ClauseMode,
  type Presence,
  type FilterState,
  type Membership,
} from '../filter/passing/filter-state.ts';
import { DEFAULT_COAUTHORS, type CoauthorSettings } from '../share/coauthor-settings.ts';
import { nodeKeys } from '../share/node-key.ts';
import { decodeState, encodeState, type UnknownPart, type UrlContext } from '../share/url-state.ts';
import type { MapWindow } from '../model/map-window.ts';
import {
  DEFAULT_MAP,
  type MapSettings,
  type RecordOrder,
  type ViewId,
  type ViewState,
} from '../share/view-state.ts';
import type { OpenedFile } from './address/history-entry.ts';
import { linkedMarks, type HoverTarget, type LinkedMarks } from './linked-marks.ts';
import { FilteredDataset } from './filtered-dataset.svelte.ts';
import { NO_SEARCH, type TextSearch } from './search/text-search.ts';

/** How a change enters the browser's history: a step of its own, or a refinement of the step before. */
export type HistoryStep = 'push' | 'replace';

export class Explorer extends FilteredDataset {
  /** The file of this computer that the dataset was read from; null where it is the page's own. */
  readonly file: OpenedFile | null;
  readonly #url: UrlContext;
  #rule: CountingRule = $state('records');
  #topicFacet: FacetId = $state('');
  #focus: ReadonlyMap<FacetId, number> = $state.raw(new Map());
  #openRecord: RecordIndex | null = $state(null);
  #openAuthor: AuthorId | null = $state(null);
  #tables: ReadonlySet<ViewId> = $state.raw(new Set());
  #map: MapSettings = $state.raw(DEFAULT_MAP);
  #mapWindow: MapWindow | null = $state.raw(null);
  #recordOrder: RecordOrder = $state('source');
  #recordFacet: FacetId | null = $state(null);
  #coauthors: CoauthorSettings = $state.raw(DEFAULT_COAUTHORS);
  #hover: HoverTarget | null = $state.raw(null);
  #unknown: readonly UnknownPart[] = $state.raw([]);
  #lastStep: HistoryStep = 'replace';
  /** What the last step moved, the threshold or the range of a facet: only that one may be refined. */
  #moving: string | null = null;
  /** Counts the changes that a link holds, so that an effect can follow them. */
  #revision = $state(0);
  readonly #linked = $derived.by(() => this.#hover && linkedMarks(this.engine(), this.#hover));

  /**
   * @param query the address's query string, with or without the "?"
   * @param search searches the records for the filter's words, and orders them by their titles
   * @param engine over the dataset, without a filter; made here where none is ready
   */
  constructor(
    dataset: Dataset,
    query = '',
    search: TextSearch = NO_SEARCH,
    engine?: CrossFilter,
    file: OpenedFile | null = null,
  ) {
    super(dataset, search, engine);
    this.file = file;
    const keys = new Map(
      [...this.indexes].map(([facet, index]) => [facet, nodeKeys(dataset, facet, index)] as const),
    );
    const taxonomies = dataset.facets.filter((facet) => facet.kind === 'taxonomy');
    const firstTagged = taxonomies.find((facet) => facet.tagConcept.length > 0) ?? taxonomies[0];
    this.#url = { dataset, keys, defaultTopicFacet: firstTagged?.id ?? '' };
    this.restore(query);
  }

  // what views read

  get rule(): CountingRule {
    return this.#rule;
  }
  /** The taxonomy facet that the topic view shows. */
  get topicFacet(): FacetId {
    return this.#topicFacet;
  }
  get openRecord(): RecordIndex | null {
    return this.#openRecord;
  }
  /** The author whose panel is open. */
  get openAuthor(): AuthorId | null {
    return this.#openAuthor;
  }
  /** What is asked of the co-author graph. */
  get coauthors(): CoauthorSettings {
    return this.#coauthors;
  }
  /** How the map is drawn. */
  get map(): MapSettings {
    return this.#map;
  }
  /** The part of the world that it shows, null for the whole. */
  get mapWindow(): MapWindow | null {
    return this.#mapWindow;
  }
  get recordOrder(): RecordOrder {
    return this.#recordOrder;
  }
  /** The facet whose tags the list of records is to show, null for what suits the filter: see record-facet.ts. */
  get recordFacet(): FacetId | null {
    return this.#recordFacet;
  }
  get hover(): HoverTarget | null {
    return this.#hover;
  }
  /** What the hovered thing touches in every view, or null while nothing is hovered. */
  get linked(): LinkedMarks | null {
    return this.#linked;
  }
  /** Parts of the link that this dataset doesn't have. */
  get unknown(): readonly UnknownPart[] {
    return this.#unknown;
  }
  get revision(): number {
    return this.#revision;
  }
  isTable(view: ViewId): boolean {
    return this.#tables.has(view);
  }
  focusOf(facet: FacetId): number | undefined {
    return this.#focus.get(facet);
  }
  /** A node in the words of links: an ISO code, a path, an author's name. */
  keyOf(facet: FacetId, node: number): string {
    return this.#url.keys.get(facet)!.keyOf(node);
  }
  /** The query string of the present state; keys of `previous` that are not ours are kept. */
  query(previous: string): string {
    return encodeState(this.#viewState(), this.#url, previous);
  }

  // verbs: what a person does

  /** Includes a node, or releases it where it is included already. */
  toggleIncluded(facet: FacetId, node: number): void {
    this.setMembership(facet, node, this.membership(facet, node) === 'included' ? 'neither' : 'included');
  }
  /** Excludes a node, or releases it where it is excluded already. */
  toggleExcluded(facet: FacetId, node: number): void {
    this.setMembership(facet, node, this.membership(facet, node) === 'excluded' ? 'neither' : 'excluded');
  }
  setMembership(facet: FacetId, node: number, membership: Membership): void {
    this.#setFilter(withMembership(this.filter, facet, node, membership), 'push');
  }
  /** Takes several nodes out of the facet's clause, in one step. */
  release(facet: FacetId, nodes: readonly number[]): void {
    const released = nodes.reduce(
      (filter, node) => withMembership(filter, facet, node, 'neither'),
      this.filter,
    );
    this.#setFilter(released, 'push');
  }
  /**
   * Replaces the facet's clause by any of these nodes, for example the places of a legend class.
   * @param step 'replace' while a range grows, so that Back undoes the whole range; it refines no other step
   */
  includeAny(facet: FacetId, nodes: readonly number[], step: HistoryStep = 'push'): void {
    const clause = { included: new Set(nodes), excluded: new Set<number>(), mode: 'any' as const };
    this.#move(`in.${facet}`, withClause(this.filter, facet, clause), step);
  }
  setMode(facet: FacetId, mode: ClauseMode): void {
    this.#setFilter(withMode(this.filter, facet, mode), 'push');
  }
  /** Keeps only the records that have any counted tag of the facet, or none; undefined keeps both. */
  askPresence(facet: FacetId, presence: Presence | undefined): void {
    this.#setFilter(withPresence(this.filter, facet, presence), 'push');
  }
  /** @param step 'replace' while a drag goes on, so that Back undoes the whole drag; it refines no other step */
  setMinScore(facet: FacetId, hundredths: number, step: HistoryStep = 'push'): void {
    this.#move(`min.${facet}`, withMinScore(this.filter, facet, hundredths), step);
  }
  setCompleteOnly(completeOnly: boolean): void {
    this.#setFilter({ ...this.filter, completeOnly }, 'push');
  }
  /** Keeps only the records that have these words. */
  includeText(words: string): void {
    const filter = withText(this.filter, words);
    if (filter !== this.filter) this.#setFilter(filter, 'push');
  }
  releaseText(text: string): void {
    this.#setFilter(withoutText(this.filter, text), 'push');
  }
  /** What else is filtered is compared with that from then on; with null, with all records. */
  compareWith(reference: FilterState | null): void {
    this.takeFilter(this.filter, reference && comparable(reference));
    this.#changed('push');
  }
  /** Asks for what was compared with, and compares it with what was asked for. */
  exchange(): void {
    const { clauses, texts } = this.reference ?? EMPTY_FILTER;
    this.takeFilter({ ...this.filter, clauses, texts }, comparable(this.filter));
    this.#changed('push');
  }
  clearAll(): void {
    this.#setFilter(EMPTY_FILTER, 'push');
  }
  setRule(rule: CountingRule): void {
    this.#rule = rule;
    this.#changed('push');
  }
  setTopicFacet(facet: FacetId): void {
    if (facetById(this.dataset, facet)?.kind !== 'taxonomy') return;
    this.#topicFacet = facet;
    this.#changed('push');
  }
  /**
   * Zooms a facet's view to a node; undefined shows everything. Changes no count.
   * @param step 'replace' after a double click, whose first click is a step already and whose second takes it back
   */
  focusOn(facet: FacetId, node: number | undefined, step: HistoryStep = 'push'): void {
    const focus = new Map(this.#focus);
    if (node === undefined) focus.delete(facet);
    else focus.set(facet, node);
    this.#focus = focus;
    this.#changed(step);
    this.#lastStep = step;
  }
  showRecord(record: RecordIndex | null): void {
    if (record === this.#openRecord) return;
    this.#openRecord = record;
    if (record !== null) this.#openAuthor = null;
    this.#changed('push');
  }
  /** Opens an author's panel, in the place of a record's details. */
  showAuthor(author: AuthorId | null): void {
    if (author === this.#openAuthor) return;
    this.#openAuthor = author;
    if (author !== null) this.#openRecord = null;
    this.#changed('push');
  }
  showTable(view: ViewId, asTable: boolean): void {
    const tables = new Set(this.#tables);
    if (asTable) tables.add(view);
    else tables.delete(view);
    this.#tables = tables;
    this.#changed('push');
  }
  setMap(settings: Partial<MapSettings>): void {
    this.#map = { ...this.#map, ...settings };
    this.#changed('push');
  }
  sortRecords(order: RecordOrder): void {
    if (order === this.#recordOrder) return;
    this.#recordOrder = order;
    this.#changed('push');
  }
  /** @param facet null for what suits the filter */
  showTagsOf(facet: FacetId | null): void {
    if (facet === this.#recordFacet || (facet !== null && !facetById(this.dataset, facet))) return;
    this.#recordFacet = facet;
    this.#changed('push');
  }
  /** Where the map was moved to: no step of its own, and none that it would end. */
  setMapWindow(window: MapWindow | null): void {
    this.#mapWindow = window;
    this.#revision += 1;
  }
  /** @param step 'replace' while a slider is dragged */
  setCoauthors(settings: Partial<CoauthorSettings>, step: HistoryStep = 'push'): void {
    this.#coauthors = { ...this.#coauthors, ...settings };
    this.#changed(step);
  }
  hoverOver(target: HoverTarget | null): void {
    this.#hover = target;
  }
  dismissUnknown(): void {
    this.#unknown = [];
  }

  /** The state that a link holds, and what of it this dataset doesn't have. */
  read(query: string): ReturnType<typeof decodeState> {
    return decodeState(query, this.#url);
  }
  /** Takes the state that a link holds, or only its filter and rule: at the start, for Back, from an embed's host. */
  restore(query: string, part: 'all' | 'filter' = 'all'): void {
    const { state, unknown } = this.read(query);
    this.takeFilter(state.filter, state.reference);
    this.#rule = state.rule;
    this.#unknown = unknown;
    if (part === 'filter') return;
    this.#topicFacet = state.topicFacet;
    this.#focus = state.focus;
    this.#openRecord = state.openRecord;
    this.#openAuthor = state.openAuthor;
    this.#coauthors = state.coauthors;
    this.#tables = state.tables;
    this.#map = state.map;
    this.#mapWindow = state.mapWindow;
    this.#recordOrder = state.recordOrder;
    this.#recordFacet = state.recordFacet;
    this.#lastStep = 'replace';
    this.#moving = null;
  }
  /** Takes the state that a link holds as a step of its own: a file that was dropped, a scene. */
  open(query: string): void {
    this.restore(query);
    this.#changed('push');
  }
  /** How what changed since the last call enters the browser's history. */
  takeStep(): HistoryStep {
    const step = this.#lastStep;
    this.#lastStep = 'replace';
    return step;
  }

  #setFilter(filter: FilterState, step: HistoryStep): void {
    this.takeFilter(filter);
    this.#changed(step);
  }
  #move(what: string, filter: FilterState, step: HistoryStep): void {
    this.#setFilter(filter, this.#moving === what ? step : 'push');
    this.#moving = what;
  }
  #changed(step: HistoryStep): void {
    // a refinement that follows before anybody took the step belongs to it
    if (step === 'push') this.#lastStep = step;
    this.#moving = null;
    this.#revision += 1;
  }
  #viewState(): ViewState {
    return {
      filter: this.filter,
      reference: this.reference,
      rule: this.#rule,
      topicFacet: this.#topicFacet,
      focus: this.#focus,
      openRecord: this.#openRecord,
      openAuthor: this.#openAuthor,
      coauthors: this.#coauthors,
      tables: this.#tables,
      map: this.#map,
      mapWindow: this.#mapWindow,
      recordOrder: this.#recordOrder,
      recordFacet: this.#recordFacet,
    };
  }
}
