/** A record as an object of JSON gives it. */
import type { FacetId } from '../../model/dataset.ts';
import type { ParsedAuthor } from '../parsed-author.ts';
import type { ScoredTagList } from '../parsed-record.ts';

/** All texts folded; a facet without tags and without hidden ones may be absent. */
export interface JsonRecord {
  readonly title: string;
  /** "" where the source gives none. */
  readonly abstract: string;
  /** Each once. */
  readonly authors: readonly ParsedAuthor[];
  readonly facets: Readonly<Partial<Record<FacetId, ScoredTagList>>>;
}

const MARK = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi;
const NAMED: Readonly<Partial<Record<string, string>>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const LAST_CHARACTER = 0x10ffff;

/** A text that may have the marks of HTML ("<i>E. coli</i> &amp; others") without them. */
export function withoutMarkup(text: string): string {
  return text.replace(MARK, '').replace(ENTITY, (entity: string, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? entity;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : entity;
  });
}
