/** A record's byline as lists show it, which have room for few names. */
import { clauseOf } from '../../filter/passing/filter-state.ts';
import { AUTHOR_FACET, authorName, authorsOf, type RecordIndex } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** Names of authors, of which the first so many are included. */
export interface Byline {
  readonly names: readonly string[];
  readonly includedCount: number;
  /** How many authors the record has. */
  readonly authorCount: number;
}

/**
 * The authors of a record, included ones first, however far back they stand in the byline.
 * @param limit so many are named; a record of thousands costs no more while nobody is included
 */
export function bylineOf(explorer: Explorer, record: RecordIndex, limit = Infinity): Byline {
  const { authors, records } = explorer.dataset;
  const { included } = clauseOf(explorer.filter, AUTHOR_FACET);
  const all = authorsOf(records, record);
  const first = included.size === 0 ? [] : [...all].filter((author) => included.has(author));
  const isLater = (author: number) => !included.has(author);
  const others = included.size === 0 ? all.subarray(0, limit) : all.filter(isLater);
  return {
    names: [...first, ...others].slice(0, limit).map((author) => authorName(authors, author)),
    includedCount: Math.min(first.length, limit),
    authorCount: all.length,
  };
}
