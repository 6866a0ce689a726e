/** The names that bylines have held so far, found again without making a text of them. */
import { authorKeyOf, type ParsedAuthor } from './parsed-author.ts';

/** An author of one key is one object, and pairs that were read before are known at once. */
export class AuthorNames {
  readonly #byKey = new Map<string, ParsedAuthor>();
  /** What each pair was read as; only pairs about which nothing is odd. */
  readonly #authors: ParsedAuthor[] = [];
  readonly #hashes: number[] = [];
  /** The pairs as lines write them, end to end: pair i runs from `#start[i]` to `#start[i + 1]`. */
  #units = new Uint16Array(1 << 16);
  #start = new Uint32Array(1 << 12);
  /** 1 + index of the pair at its hash or in one of the next places, 0 for a free place; a power of two of them. */
  #places = new Int32Array(1 << 12);

  /** The author that the pair from `from` to `end` was read as, where nothing was odd about it. */
  known(text: string, from: number, end: number): ParsedAuthor | undefined {
    const places = this.#places;
    const last = places.length - 1;
    for (let at = hashOf(text, from, end) & last; ; at = (at + 1) & last) {
      const index = places[at]! - 1;
      if (index < 0) return undefined;
      if (this.#isPair(index, text, from, end)) return this.#authors[index];
    }
  }

  /** Keeps a pair about which nothing is odd, and which is not known yet. */
  learn(pair: string, author: ParsedAuthor): void {
    const index = this.#authors.length;
    const start = this.#start[index]!;
    const end = start + pair.length;
    if (end > this.#units.length) this.#units = grown(this.#units, new Uint16Array(2 * end));
    if (index + 2 > this.#start.length) this.#start = grown(this.#start, new Uint32Array(2 * index + 4));
    for (let i = 0; i < pair.length; i++) this.#units[start + i] = pair.charCodeAt(i);
    this.#start[index + 1] = end;
    const hash = hashOf(pair, 0, pair.length);
    this.#hashes.push(hash);
    this.#authors.push(author);
    if (3 * index > this.#places.length) this.#spread();
    else this.#settle(index, hash);
  }

  /** The one author of the key. */
  one(author: ParsedAuthor): ParsedAuthor {
    const key = authorKeyOf(author);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, author);
    return known ?? author;
  }

  #isPair(index: number, text: string, from: number, end: number): boolean {
    const start = this.#start[index]!;
    if (this.#start[index + 1]! - start !== end - from) return false;
    for (let i = from, at = start; i < end; i++, at++) {
      if (this.#units[at] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Gives all pairs twice the places. */
  #spread(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    for (let index = 0; index < this.#authors.length; index++) {
      this.#settle(index, this.#hashes[index]!);
    }
  }

  #settle(index: number, hash: number): void {
    const last = this.#places.length - 1;
    let at = hash & last;
    while (this.#places[at] !== 0) at = (at + 1) & last;
    this.#places[at] = index + 1;
  }
}

function grown<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function hashOf(text: string, from: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
