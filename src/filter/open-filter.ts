/** A dataset's filter, made ready in short tasks, so that the page can be used and painted in between. */
import type { Dataset } from '../model/dataset.ts';
import { CrossFilter } from './cross-filter.ts';
import { indexesOf, type FacetIndex } from './index/facet-index.ts';

/**
 * Indexes and counts one facet after the other.
 * @param pause comes back in another task
 */
export async function openFilter(dataset: Dataset, pause: () => Promise<void>): Promise<CrossFilter> {
  const indexes: FacetIndex[] = [];
  for (const index of indexesOf(dataset)) {
    indexes.push(index);
    await pause();
  }
  const filter = new CrossFilter(dataset, indexes);
  for (const facet of filter.indexes.keys()) {
    await pause();
    filter.countsFor(facet);
  }
  return filter;
}
