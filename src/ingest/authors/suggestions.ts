/** What the names of a dataset suggest, asked and answered in a form that can be sent from one thread to another. */
import type { Problem } from '../../model/problem.ts';
import type { LikelyDuplicates } from '../../model/report.ts';
import type { AuthorIdentities } from './author-identities.ts';
import { namesOfPacked, type AuthorNames } from './author-names.ts';
import { DistinctNames } from './distinct-names.ts';
import { likelyDuplicates, type Works } from './likely-duplicates.ts';
import { TextColumn, type TextColumnData } from '../columns/text-store.ts';

/** Names that may be one person's, and lines of the list of authors that said no to nothing. */
export interface Suggestions {
  readonly found: LikelyDuplicates;
  readonly unused: readonly Problem[];
}

/** Names, who wrote which record, and the records' ids. */
export interface NameQuestion {
  readonly family: TextColumnData;
  readonly given: TextColumnData;
  readonly id: TextColumnData;
  readonly author: Uint32Array;
  readonly authorOffset: Uint32Array;
}

/** What the names suggest. */
export function suggestionsOf(names: AuthorNames, works: Works, identities: AuthorIdentities): Suggestions {
  const distinct = new DistinctNames(identities);
  const found = likelyDuplicates(names, works, (each) => distinct.has(each));
  return { found, unused: distinct.unused() };
}

/** The same of a question. */
export function answerNames(question: NameQuestion, identities: AuthorIdentities): Suggestions {
  const { author, authorOffset } = question;
  const id = TextColumn.of(question.id);
  const works: Works = {
    recordCount: id.length,
    records: { author, authorOffset },
    idOf: (record) => id.valueOf(record)!,
  };
  const names = { family: TextColumn.of(question.family), given: TextColumn.of(question.given) };
  return suggestionsOf(namesOfPacked(names), works, identities);
}
