/** The search of an embed's records: loaded where the filter has words, or where words can be typed. */
import type { Dataset } from '../model/dataset.ts';
import { RecordSearch } from '../state/search/record-search.svelte.ts';
import { SearchPort } from '../workers/search-port.ts';

/** @param worker that holds the dataset's texts; undefined where none could be had */
export const openSearch = (dataset: Dataset, worker: Worker | undefined): RecordSearch =>
  new RecordSearch(new SearchPort(dataset, worker), 1);
