/** Which facet's tags the list of records shows. */
import type { Facet } from '../../model/dataset.ts';
import { clauseOf } from '../../filter/passing/filter-state.ts';
import type { Explorer } from '../explorer.svelte.ts';

/**
 * What was picked; else the first of which the filter includes something, or else asks for any tag, so that rows tell
 * why they are there; else the first that has tags. Places come first, topics stand in the order of the dataset: the
 * order in which facets were filtered by is in no link. Years only where there is nothing else, since rows tell them
 * beside the authors. Undefined where the dataset has no facet.
 */
export function shownFacet({ dataset, filter, recordFacet }: Explorer): Facet | undefined {
  const rank = ({ kind }: Facet) => Number(kind === 'time') - Number(kind === 'place');
  const all = [...dataset.facets].sort((a, b) => rank(a) - rank(b));
  const facets = all.filter(({ kind }) => kind !== 'time');
  return (
    all.find(({ id }) => id === recordFacet) ??
    facets.find(({ id }) => clauseOf(filter, id).included.size > 0) ??
    facets.find(({ id }) => clauseOf(filter, id).tagged === 'any') ??
    all.find(({ tagConcept }) => tagConcept.length > 0) ??
    all[0]
  );
}

/** What the column of its tags is called. */
export function tagsHead({ kind, label }: Facet): string {
  return kind === 'place' ? 'Tagged places' : label;
}
