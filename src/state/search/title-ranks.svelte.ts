/** The order of records by their titles: asked for once, by the first view that is sorted so. */
import type { Dataset } from '../../model/dataset.ts';
import type { TextSearch } from './text-search.ts';

export class TitleRanks {
  readonly #dataset: Dataset;
  readonly #search: TextSearch;
  #isAsked = false;
  #ranks: Uint32Array | null = $state.raw(null);

  constructor(dataset: Dataset, search: TextSearch) {
    this.#dataset = dataset;
    this.#search = search;
  }

  /** Each record's position by its title; null until that is known, which takes a second for 100,000. */
  get ranks(): Uint32Array | null {
    if (!this.#isAsked) {
      this.#isAsked = true;
      void this.#ask();
    }
    return this.#ranks;
  }

  async #ask(): Promise<void> {
    this.#ranks = await this.#search.titleRanks().catch(() => this.#here());
  }

  /** Nobody is there who answers: here it holds the page, and yet is done. */
  async #here(): Promise<Uint32Array> {
    const { alphabeticalRanks } = await import('../../model/sort-by-name.ts');
    return alphabeticalRanks([...this.#dataset.records.title]);
  }
}
