/** Ids that stay the same when a dataset is rebuilt, so that a link to a record survives. */
import type { ParsedAuthor } from './author-list.ts';
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
    addAuthorKey(hash, author);
  }
  return (hash.value() % 36 ** ID_LENGTH).toString(36).padStart(ID_LENGTH, '0');
}

/** Adds the units of {@link authorKeyOf} to a hash, without making the key. */
export function addAuthorKey(hash: Hash53, { family, given }: ParsedAuthor): void {
  hash.addText(family);
  if (given === null) return;
  hash.addUnit(0);
  hash.addText(given);
}

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
