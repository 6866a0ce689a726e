/** A record's byline as lists show it, which have room for few names. */
import { AUTHOR_FACET, authorName, authorsOf, type RecordIndex } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Names of authors, of which the first so many are included. */
export interface Byline {
  readonly names: readonly string[];
  readonly includedCount: number;
}

/** The authors of a record, included ones first, however far back they stand in the byline. */
export function bylineOf(explorer: Explorer, record: RecordIndex): Byline {
  const { authors, records } = explorer.dataset;
  const included: string[] = [];
  const others: string[] = [];
  for (const author of authorsOf(records, record)) {
    const isIncluded = explorer.membership(AUTHOR_FACET, author) === 'included';
    (isIncluded ? included : others).push(authorName(authors, author));
  }
  return { names: [...included, ...others], includedCount: included.length };
}
