/** Ids that stay the same when a dataset is rebuilt, so that a link to a record survives. */
import { authorKeyOf, type ParsedAuthor } from './author-list.ts';
import { titleKey } from './dedupe.ts';

const ID_LENGTH = 10;

/** Ten characters of base 36, from the normalised title and the byline. */
export function recordId(title: string, authors: readonly ParsedAuthor[]): string {
  const hash = hash53([titleKey(title), ...authors.map(authorKeyOf)].join('\n'));
  return (hash % 36 ** ID_LENGTH).toString(36).padStart(ID_LENGTH, '0');
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

/**
 * A hash of 53 bits over UTF-16 units: two multiplicative hashes of 32 bits, mixed (after bryc's public-domain
 * cyrb53). Not for secrets.
 */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
