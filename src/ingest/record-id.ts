/** Ids that stay the same when a dataset is rebuilt, so that a link to a record survives. */
import type { AuthorColumn } from './author-column.ts';
import { authorKeyOf, type ParsedAuthor } from './parsed-author.ts';
import { Hash53 } from './hash53.ts';
import { addTitleKey } from './title-key.ts';

const ID_LENGTH = 10;
const NEWLINE = 10;

/** Ten characters of base 36, from the normalised title and the byline. */
export function recordId(title: string, authors: readonly ParsedAuthor[]): string {
  const hash = new Hash53();
  addTitleKey(hash, title);
  for (const author of authors) {
    hash.addUnit(NEWLINE);
    hash.addText(authorKeyOf(author));
  }
  return idOf(hash);
}

/**
 * {@link recordId} of every record, with suffixes where ids are equal.
 * @param offset where each record's authors begin in the column, and where the last ones end
 */
export function recordIds(
  titles: readonly string[],
  offset: Uint32Array,
  { author, keys }: Pick<AuthorColumn, 'author' | 'keys'>,
): string[] {
  const ids = titles.map((title, record) => {
    const hash = new Hash53();
    addTitleKey(hash, title);
    for (let i = offset[record]!; i < offset[record + 1]!; i++) {
      hash.addUnit(NEWLINE);
      keys.addTo(hash, author[i]!);
    }
    return idOf(hash);
  });
  return distinctIds(ids);
}

const idOf = (hash: Hash53) => (hash.value() % 36 ** ID_LENGTH).toString(36).padStart(ID_LENGTH, '0');

/** Gives equal ids a suffix "-2", "-3", … in their order. */
export function distinctIds(ids: readonly string[]): string[] {
  const countById = new Map<string, number>();
  return ids.map((id) => {
    const count = (countById.get(id) ?? 0) + 1;
    countById.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** The hash of a whole text. */
export function hash53(text: string): number {
  const hash = new Hash53();
  hash.addText(text);
  return hash.value();
}
