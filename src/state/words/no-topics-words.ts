/** Why there is no topic to draw, as a sentence. */
import type { FacetCounts } from '../../filter/tally/facet-counts.ts';
import type { Facet } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';

export function noTopicsInWords(explorer: Explorer, facet: Facet, { considered }: FacetCounts): string {
  if (explorer.dataset.recordCount === 0) return 'This dataset holds no record.';
  if (considered === 0) return 'No record passes the other filters.';
  if (facet.kind === 'time') return 'No record here has a year.';
  const threshold = explorer.minScore(facet.id) > 0 ? ' above the threshold' : '';
  return `No record here has a tag of ${facet.label}${threshold}.`;
}
