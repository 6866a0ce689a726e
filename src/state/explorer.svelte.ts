/**
 * The one writable state of the page. Views read its getters and call its verbs; nobody assigns.
 * Counts change with the filter alone: hover, focus, counting rule and tables never touch it.
 */
import type { CountingRule } from '../model/counting-rule.ts';
import {
  AUTHOR_FACET,
  facetById,
  type Dataset,
  type FacetId,
  type Hundredths,
  type RecordIndex,
} from '../model/dataset.ts';
import { coauthorship, type Coauthorship } from '../filter/coauthorship.ts';
import { CrossFilter, type FacetCounts } from '../filter/cross-filter.ts';
import {
  EMPTY_FILTER,
  isEmptyFilter,
  membershipOf,
  minScoreOf,
  withClause,
  withMembership,
  withMinScore,
  withMode,
  withoutText,
  withText,
  type ClauseMode,
  type FilterState,
  type Membership,
} from '../filter/filter-state.ts';
import type { ThresholdProfile } from '../filter/threshold-profile.ts';
import { nodeKeys } from '../share/node-key.ts';
import { decodeState, encodeState, type UnknownPart, type UrlContext } from '../share/url-state.ts';
import { DEFAULT_MAP, type MapSettings, type ViewId, type ViewState } from '../share/view-state.ts';
import { linkedMarks, type HoverTarget, type LinkedMarks } from './linked-marks.ts';
import { NodeNames } from './node-names.ts';
import { PlaceIndex } from './place-index.ts';
import { TextAnswers, type FindText } from './text-answers.svelte.ts';

/** How a change enters the browser's history: a step of its own, or a refinement of the step before. */
export type HistoryStep = 'push' | 'replace';

export class Explorer {
  readonly dataset: Dataset;
  readonly names: NodeNames;
  /** What is known of the filter's words. */
  readonly texts: TextAnswers;
  readonly #engine: CrossFilter;
  readonly #url: UrlContext;
  readonly #places = new Map<FacetId, PlaceIndex>();
  #filter: FilterState = $state.raw(EMPTY_FILTER);
  #rule: CountingRule = $state('records');
  #topicFacet: FacetId = $state('');
  #focus: ReadonlyMap<FacetId, number> = $state.raw(new Map());
  #openRecord: RecordIndex | null = $state(null);
  #tables: ReadonlySet<ViewId> = $state.raw(new Set());
  #map: MapSettings = $state.raw(DEFAULT_MAP);
  #hover: HoverTarget | null = $state.raw(null);
  #unknown: readonly UnknownPart[] = $state.raw([]);
  #lastStep: HistoryStep = 'replace';
  /** The facet whose threshold the last step moved: only that one may be refined. */
  #moving: FacetId | null = null;
  /** Counts the changes that a link holds, so that an effect can follow them. */
  #revision = $state(0);
  readonly #linked = $derived.by(() => this.#hover && linkedMarks(this.#ready(), this.#hover));

  /**
   * @param query the address's query string, with or without the "?"
   * @param findText searches the records for the filter's words
   */
  constructor(dataset: Dataset, query = '', findText: FindText = noSearch) {
    this.dataset = dataset;
    this.texts = new TextAnswers(findText);
    this.#engine = new CrossFilter(dataset);
    this.names = new NodeNames(dataset, this.#engine);
    const keys = new Map(
      [...this.#engine.indexes].map(([facet, index]) => [facet, nodeKeys(dataset, facet, index)] as const),
    );
    const taxonomies = dataset.facets.filter((facet) => facet.kind === 'taxonomy');
    const firstTagged = taxonomies.find((facet) => facet.tagConcept.length > 0) ?? taxonomies[0];
    this.#url = { dataset, keys, defaultTopicFacet: firstTagged?.id ?? '' };
    this.restore(query);
  }

  // what views read

  get filter(): FilterState {
    return this.#filter;
  }
  get rule(): CountingRule {
    return this.#rule;
  }
  /** The taxonomy facet that the topic view shows. */
  get topicFacet(): FacetId {
    return this.#topicFacet;
  }
  /** The place facet that the map shows, if the dataset has one. */
  get placeFacet(): FacetId | undefined {
    return this.dataset.facets.find((facet) => facet.kind === 'place')?.id;
  }
  get openRecord(): RecordIndex | null {
    return this.#openRecord;
  }
  /** How the map is drawn. */
  get map(): MapSettings {
    return this.#map;
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
  get activeCount(): number {
    return this.#ready().activeCount;
  }
  /** The records that pass every clause, in dataset order. */
  get activeRecords(): Uint32Array {
    return this.#ready().activeRecords();
  }
  /** Counts of a facet's nodes under every other facet's clause. */
  countsFor(facet: FacetId): FacetCounts {
    return this.#ready().countsFor(facet);
  }
  /** Tags by score (101 bins of a hundredth) under every other facet's clause, whatever the threshold. */
  scoreHistogram(facet: FacetId): Uint32Array {
    return this.#ready().scoreHistogram(facet);
  }
  /** Values of some nodes at every threshold, under every other facet's clause. */
  thresholdProfile(facet: FacetId, nodes: readonly number[]): ThresholdProfile {
    return this.#ready().thresholdProfile(facet, nodes);
  }
  /** Whether a record passes every clause but one facet's. */
  passesElsewhere(facet: FacetId): (record: RecordIndex) => boolean {
    const engine = this.#ready();
    return (record) => engine.passesElsewhere(facet, record);
  }
  /** Link strengths of all authors, under every clause but the authors' own. */
  get coauthorship(): Coauthorship {
    const { records, authors } = this.dataset;
    return coauthorship(records, authors.family.length, this.passesElsewhere(AUTHOR_FACET));
  }
  /** Whether anything is asked for: a clause, a threshold or complete lists. */
  get isFiltered(): boolean {
    return !isEmptyFilter(this.#filter);
  }
  /** The facet's threshold in hundredths. */
  minScore(facet: FacetId): Hundredths {
    return minScoreOf(this.#filter, facet);
  }
  isTable(view: ViewId): boolean {
    return this.#tables.has(view);
  }
  focusOf(facet: FacetId): number | undefined {
    return this.#focus.get(facet);
  }
  membership(facet: FacetId, node: number): Membership {
    return membershipOf(this.#filter, facet, node);
  }
  /** The node that stands for an ISO code on the map, if any record is tagged there. */
  nodeByCode(facet: FacetId, code: string): number | undefined {
    return this.#engine.indexes.get(facet)?.nodeByCode.get(code);
  }
  /** The places of a facet by country. */
  places(facet: FacetId): PlaceIndex {
    let places = this.#places.get(facet);
    if (!places) {
      places = new PlaceIndex(facetById(this.dataset, facet)!, this.#engine.indexes.get(facet)!);
      this.#places.set(facet, places);
    }
    return places;
  }
  /** How many records are tagged with a country and with none of its regions, under every other clause. */
  unplacedIn(facet: FacetId, country: string): number {
    const node = this.nodeByCode(facet, country);
    if (node === undefined) return 0;
    return this.#ready().countShowingOnly(facet, node, this.places(facet).regionsIn(country));
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
    this.#setFilter(withMembership(this.#filter, facet, node, membership), 'push');
  }
  /** Takes several nodes out of the facet's clause, in one step. */
  release(facet: FacetId, nodes: readonly number[]): void {
    const released = nodes.reduce(
      (filter, node) => withMembership(filter, facet, node, 'neither'),
      this.#filter,
    );
    this.#setFilter(released, 'push');
  }
  /** Replaces the facet's clause by any of these nodes, for example the places of a legend class. */
  includeAny(facet: FacetId, nodes: readonly number[]): void {
    const clause = { included: new Set(nodes), excluded: new Set<number>(), mode: 'any' as const };
    this.#setFilter(withClause(this.#filter, facet, clause), 'push');
  }
  setMode(facet: FacetId, mode: ClauseMode): void {
    this.#setFilter(withMode(this.#filter, facet, mode), 'push');
  }
  /** @param step 'replace' while a drag goes on, so that Back undoes the whole drag; it refines no other step */
  setMinScore(facet: FacetId, hundredths: number, step: HistoryStep = 'push'): void {
    const refines = this.#moving === facet;
    this.#setFilter(withMinScore(this.#filter, facet, hundredths), refines ? step : 'push');
    this.#moving = facet;
  }
  setCompleteOnly(completeOnly: boolean): void {
    this.#setFilter({ ...this.#filter, completeOnly }, 'push');
  }
  /** Keeps only the records that have these words. */
  includeText(words: string): void {
    const filter = withText(this.#filter, words);
    if (filter !== this.#filter) this.#setFilter(filter, 'push');
  }
  releaseText(text: string): void {
    this.#setFilter(withoutText(this.#filter, text), 'push');
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
   * @param step 'replace' after a double click, whose first click is a step already
   */
  focusOn(facet: FacetId, node: number | undefined, step: HistoryStep = 'push'): void {
    const focus = new Map(this.#focus);
    if (node === undefined) focus.delete(facet);
    else focus.set(facet, node);
    this.#focus = focus;
    this.#changed(step);
  }
  showRecord(record: RecordIndex | null): void {
    if (record === this.#openRecord) return;
    this.#openRecord = record;
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

  /** Takes the state that a link holds; used at the start and for Back and Forward. */
  restore(query: string): void {
    const { state, unknown } = this.read(query);
    this.#filter = state.filter;
    this.texts.follow(state.filter.texts);
    this.#rule = state.rule;
    this.#topicFacet = state.topicFacet;
    this.#focus = state.focus;
    this.#openRecord = state.openRecord;
    this.#tables = state.tables;
    this.#map = state.map;
    this.#unknown = unknown;
    this.#lastStep = 'replace';
    this.#moving = null;
  }
  /** How what changed since the last call enters the browser's history. */
  takeStep(): HistoryStep {
    const step = this.#lastStep;
    this.#lastStep = 'replace';
    return step;
  }

  #setFilter(filter: FilterState, step: HistoryStep): void {
    this.#filter = filter;
    this.texts.follow(filter.texts);
    this.#changed(step);
  }
  #changed(step: HistoryStep): void {
    // a refinement that follows before anybody took the step belongs to it
    if (step === 'push') this.#lastStep = step;
    this.#moving = null;
    this.#revision += 1;
  }
  #viewState(): ViewState {
    return {
      filter: this.#filter,
      rule: this.#rule,
      topicFacet: this.#topicFacet,
      focus: this.#focus,
      openRecord: this.#openRecord,
      tables: this.#tables,
      map: this.#map,
    };
  }
  /**
   * Readies one more facet for its first click, so that the click need not: for idle time.
   * @returns whether there is more to do
   */
  prepare(): boolean {
    return this.#engine.prepare();
  }

  /** The engine, brought to the present filter; reading it makes the reader follow the filter. */
  #ready(): CrossFilter {
    this.#engine.setFilter(this.#filter, this.texts.matches);
    return this.#engine;
  }
}

const noSearch: FindText = () => Promise.reject(new Error('there is no search here'));
