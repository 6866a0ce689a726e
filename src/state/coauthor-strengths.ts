import { coauthorship, type Coauthorship } from '../filter/coauthorship.ts';
import { AUTHOR_FACET } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Link strengths of all authors, under every clause but the authors' own. Beside the explorer: few ask for them. */
export function coauthorStrengths(explorer: Explorer): Coauthorship {
  const { records, authors } = explorer.dataset;
  return coauthorship(records, authors.family.length, explorer.passesElsewhere(AUTHOR_FACET));
}
