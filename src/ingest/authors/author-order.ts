/** The order of authors by the code units of their keys, told by bytes. */
import type { AuthorNumber, AuthorTable } from './author-table.ts';

/**
 * By byte of "Family, Given" where it stands in the order of keys: the comma is the key's lowest character, and
 * characters beyond U+FFFF, whose units are surrogates, stand before those from U+E000 on.
 */
const RANK = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x2c) return 1;
  return byte === 0xee || byte === 0xef ? byte + 16 : byte + 2;
});

/** Lists shorter than this are sorted by insertion. */
const SHORT = 12;

/** Sorts authors by key in place: quicksort over one byte after the other (Bentley and Sedgewick 1997). */
export function sortAuthors(authors: Uint32Array, table: AuthorTable): void {
  new AuthorSort(authors, table).sort(0, authors.length, 0);
}

class AuthorSort {
  readonly #authors: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;

  constructor(authors: Uint32Array, table: AuthorTable) {
    this.#authors = authors;
    this.#bytes = table.bytes;
    this.#starts = table.starts;
  }

  /** Sorts those from `from` to `end`, whose first `depth` bytes are the same. */
  sort(from: number, end: number, depth: number): void {
    while (end - from > SHORT) {
      const pivot = this.#median(from, end, depth);
      let [less, at, more] = [from, from, end];
      while (at < more) {
        const rank = this.#rank(this.#authors[at]!, depth);
        if (rank < pivot) this.#swap(less++, at++);
        else if (rank > pivot) this.#swap(at, --more);
        else at++;
      }
      this.sort(from, less, depth);
      this.sort(more, end, depth);
      // names that end here are all the same one
      if (pivot === 0) return;
      [from, end, depth] = [less, more, depth + 1];
    }
    this.#insert(from, end, depth);
  }

  /** 0 behind the end. */
  #rank(author: AuthorNumber, depth: number): number {
    const at = this.#starts[author]! + depth;
    return at < this.#starts[author + 1]! ? RANK[this.#bytes[at]!]! : 0;
  }

  #median(from: number, end: number, depth: number): number {
    const a = this.#rank(this.#authors[from]!, depth);
    const b = this.#rank(this.#authors[(from + end) >>> 1]!, depth);
    const c = this.#rank(this.#authors[end - 1]!, depth);
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  #swap(i: number, j: number): void {
    const author = this.#authors[i]!;
    this.#authors[i] = this.#authors[j]!;
    this.#authors[j] = author;
  }

  #insert(from: number, end: number, depth: number): void {
    for (let i = from + 1; i < end; i++) {
      const author = this.#authors[i]!;
      let at = i;
      for (; at > from && this.#isBefore(author, this.#authors[at - 1]!, depth); at--) {
        this.#authors[at] = this.#authors[at - 1]!;
      }
      this.#authors[at] = author;
    }
  }

  #isBefore(a: AuthorNumber, b: AuthorNumber, depth: number): boolean {
    for (let at = depth; ; at++) {
      const [rankA, rankB] = [this.#rank(a, at), this.#rank(b, at)];
      if (rankA !== rankB) return rankA < rankB;
      if (rankA === 0) return false;
    }
  }
}
