/** A record as a source gives it that says which part of it is which. */
import type { FacetId } from '../../model/dataset.ts';
import type { ParsedAuthor } from '../parsed-author.ts';
import type { ScoredTagList } from '../parsed-record.ts';

/** All texts folded; a facet without tags and without hidden ones may be absent. */
export interface SourceRecord {
  readonly title: string;
  /** "" where the source gives none. */
  readonly abstract: string;
  /** As `workAddress` makes it; absent where the source gives none. */
  readonly url?: string | undefined;
  /** Each once. */
  readonly authors: readonly ParsedAuthor[];
  readonly facets: Readonly<Partial<Record<FacetId, ScoredTagList>>>;
}
