/** Which nodes of a facet a table lists when nobody says. */
import { AUTHOR_FACET, facetById, type Facet } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { countryOf } from '../records/record-places.ts';

/**
 * Authors and topics: all of them. Places: the countries, each once, and whatever else is tagged outside every
 * country (a continent, an ocean, a place that was not resolved), so that no tag is left out of the table.
 */
export function tableNodes(explorer: Explorer, facetId: string): number[] {
  if (facetId === AUTHOR_FACET) return explorer.dataset.authors.family.map((_, author) => author);
  const facet = facetById(explorer.dataset, facetId);
  if (!facet) return [];
  if (facet.kind !== 'place') return facet.concepts.label.map((_, concept) => concept);
  const codes = new Set(
    facet.concepts.code.filter((_, concept) => facet.concepts.level[concept] === 'country'),
  );
  const countries = [...codes].map((code) => explorer.nodeByCode(facetId, code)!);
  return [...countries, ...taggedOutsideCountries(facet)];
}

/** Tagged concepts with no country at or above them, ascending. */
export function taggedOutsideCountries(facet: Facet): number[] {
  const tagged = [...new Set(facet.tagConcept)].sort((a, b) => a - b);
  return tagged.filter((concept) => facet.concepts.level[countryOf(facet, concept)] !== 'country');
}
