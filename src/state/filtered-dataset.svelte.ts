/** A dataset under a filter: which records pass, and every count of them. What asks for the filter is the Explorer. */
import { untrack } from 'svelte';
import { facetById, type Dataset, type FacetId, type Hundredths } from '../model/dataset.ts';
import { CrossFilter, type FacetCounts } from '../filter/cross-filter.ts';
import {
  clauseOf,
  EMPTY_FILTER,
  isEmptyFilter,
  membershipOf,
  minScoreOf,
  type FilterState,
  type Membership,
} from '../filter/passing/filter-state.ts';
import { nearestAbove } from '../filter/index/nearest-above.ts';
import { conceptsWithin } from '../filter/tally/unplaced.ts';
import type { Regions } from '../layout/map/country-map.ts';
import { NodeNames } from './words/node-names.ts';
import { PlaceIndex } from './map/place-index.ts';
import { TextAnswers } from './search/text-answers.svelte.ts';
import type { TextSearch } from './search/text-search.ts';
import { TitleRanks } from './search/title-ranks.svelte.ts';

export class FilteredDataset {
  readonly dataset: Dataset;
  readonly names: NodeNames;
  /** What is known of the filter's words. */
  readonly texts: TextAnswers;
  /** The order of the records by their titles. */
  readonly titles: TitleRanks;
  readonly #engine: CrossFilter;
  readonly #places = new Map<FacetId, PlaceIndex>();
  #filter: FilterState = $state.raw(EMPTY_FILTER);
  #reference: FilterState | null = $state.raw(null);
  #settled = $state(0);

  /**
   * @param search searches the records for the filter's words, and orders them by their titles
   * @param engine over the dataset, without a filter
   */
  constructor(dataset: Dataset, search: TextSearch, engine = new CrossFilter(dataset)) {
    this.dataset = dataset;
    this.texts = new TextAnswers((text) => search.matching(text));
    this.titles = new TitleRanks(dataset, search);
    this.#engine = engine;
    this.names = new NodeNames(dataset, this.#engine);
  }

  get filter(): FilterState {
    return this.#filter;
  }
  /** What is kept to be compared with, null for all records: comparison.ts. */
  get reference(): FilterState | null {
    return this.#reference;
  }
  /** Whether anything is asked for: a clause, a threshold or complete lists. */
  get isFiltered(): boolean {
    return !isEmptyFilter(this.#filter);
  }
  /** The facet's threshold in hundredths. */
  minScore(facet: FacetId): Hundredths {
    return minScoreOf(this.#filter, facet);
  }
  /** The place facet that the map shows, if the dataset has one. */
  get placeFacet(): FacetId | undefined {
    return this.dataset.facets.find((facet) => facet.kind === 'place')?.id;
  }
  /** The facet of years, if the dataset has one. */
  get timeFacet(): FacetId | undefined {
    return this.dataset.facets.find((facet) => facet.kind === 'time')?.id;
  }
  get activeCount(): number {
    return this.engine().activeCount;
  }
  /** The records that pass every clause, in dataset order. */
  get activeRecords(): Uint32Array {
    return this.engine().activeRecords();
  }
  /** Counts of a facet's nodes under every other facet's clause. */
  countsFor(facet: FacetId): FacetCounts {
    return this.engine().countsFor(facet);
  }
  membership(facet: FacetId, node: number): Membership {
    return membershipOf(this.#filter, facet, node);
  }
  /** By concept the included node that it is or lies in, -1 where in none; null where the facet has none included. */
  includedAbove(facet: FacetId): Int32Array | null {
    const { included } = clauseOf(this.#filter, facet);
    return included.size > 0 ? nearestAbove(this.#engine.indexes.get(facet)!, included) : null;
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
  /** How many records are tagged with a country and with none of its drawn regions, under every other clause. */
  unplacedIn(facet: FacetId, { country, features }: Pick<Regions, 'country' | 'features'>): number {
    const node = this.nodeByCode(facet, country);
    if (node === undefined) return 0;
    const drawn = features.flatMap(({ id }) => this.nodeByCode(facet, String(id)) ?? []);
    const within = conceptsWithin(this.#engine.indexes.get(facet)!, drawn);
    const engine = this.engine();
    return engine.countUnplaced(facet, engine.everyRecordShowing(facet, node), within);
  }
  /** How many records are tagged with places of which none lies in a country, under every other clause. */
  inNoCountry(facet: FacetId): number {
    const { inCountry, strays } = this.places(facet);
    return strays.length === 0 ? 0 : this.engine().countUnplaced(facet, strays, inCountry);
  }

  /**
   * Reads what hangs on the filter for a view that takes long and may be painted after the others: the reader does
   * not follow the filter, but {@link settle}.
   */
  later<T>(read: () => T): T {
    return this.#settled >= 0 ? untrack(read) : read();
  }
  /** The other views are painted: now those that take long. */
  settle(): void {
    this.#settled += 1;
  }

  /** The indexes of all facets by id, whatever the filter. */
  protected get indexes(): CrossFilter['indexes'] {
    return this.#engine.indexes;
  }
  protected takeFilter(filter: FilterState, reference = this.#reference): void {
    this.#filter = filter;
    this.#reference = reference;
    this.texts.follow(reference ? [...new Set([...filter.texts, ...reference.texts])] : filter.texts);
  }
  /**
   * The engine, brought to the present filter, for questions of which the code comes later; reading it makes the reader
   * follow the filter.
   */
  engine(): CrossFilter {
    this.#engine.setFilter(this.#filter, this.texts.matches);
    return this.#engine;
  }
}
