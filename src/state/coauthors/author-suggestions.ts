/** Whom an author may be the same as: the suggestions of the report that speak of them. */
import { authorKey, type AuthorId, type Dataset } from '../../model/dataset.ts';
import type { LikelyDuplicate } from '../../model/report.ts';

export interface AuthorSuggestion {
  /** The author to look at, or null where no record writes that name. */
  readonly other: AuthorId | null;
  /** "Family, Given". */
  readonly name: string;
  readonly suggestion: LikelyDuplicate;
}

/** In the order of the report; the other name of each. */
export function suggestionsOf(dataset: Dataset, author: AuthorId): AuthorSuggestion[] {
  const shown = dataset.report.likelyDuplicates?.shown ?? [];
  const key = authorKey(dataset.authors, author);
  return shown.flatMap((suggestion) => {
    const { names, sameAs } = suggestion;
    if (names.includes(key)) return [{ name: sameAs, other: authorOf(dataset, sameAs), suggestion }];
    if (sameAs !== key) return [];
    const [first = ''] = names;
    return [
      { name: names.join(' + '), other: names.length === 1 ? authorOf(dataset, first) : null, suggestion },
    ];
  });
}

function authorOf({ authors }: Dataset, key: string): AuthorId | null {
  const found = authors.family.findIndex((_, author) => authorKey(authors, author) === key);
  return found < 0 ? null : found;
}
