/** What it means to ask for records with any tag of a facet, or with none. */
import type { Presence } from '../../filter/passing/filter-state.ts';
import { facetById, type FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** "Only records without a geography tag that counts". */
export function presenceInWords(
  { dataset, timeFacet }: Explorer,
  facet: FacetId,
  presence: Presence,
): string {
  const label = facetById(dataset, facet)?.label.toLowerCase();
  const what =
    label === undefined ? 'an author' : `a ${label}${facet === timeFacet ? '' : ' tag that counts'}`;
  return `Only records ${presence === 'any' ? 'with' : 'without'} ${what}`;
}
