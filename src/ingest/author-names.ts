/** The names that bylines have held so far, found again without making a text of them. */
import { authorKeyOf, type ParsedAuthor } from './parsed-author.ts';

/** An author of one key is one object, and pairs that were read before are known at once. */
export class AuthorNames {
  readonly #ordinalByKey = new Map<string, number>();
  /** The authors, in the order in which they were met. */
  readonly #authors: ParsedAuthor[] = [];
  /** By author, the last line that named it. */
  #lastLine = new Uint32Array(1 << 12);
  #line = 0;
  /** The author that each pair was read as; only pairs about which nothing is odd. */
  readonly #ordinals: number[] = [];
  readonly #hashes: number[] = [];
  /** The pairs as lines write them, end to end: pair i runs from `#start[i]` to `#start[i + 1]`. */
  #units = new Uint16Array(1 << 16);
  #start = new Uint32Array(1 << 12);
  /**
   * At its hash or in one of the next places, for each pair 1 + its index, 0 for a free place, and the ordinal of its
   * author beside it; a power of two of them.
   */
  #places = new Int32Array(1 << 13);

  /** Begins a line: nobody is named on it yet. */
  beginLine(): void {
    this.#line++;
  }

  /** Whether the author was not named on this line before; from now on it was. */
  isFirstOnLine(ordinal: number): boolean {
    if (this.#lastLine[ordinal] === this.#line) return false;
    this.#lastLine[ordinal] = this.#line;
    return true;
  }

  /** The author of an ordinal. */
  author(ordinal: number): ParsedAuthor {
    return this.#authors[ordinal]!;
  }

  /** The ordinal of the author that the pair from `from` to `end` was read as, -1 where something was odd about it. */
  known(text: string, from: number, end: number): number {
    const places = this.#places;
    const last = places.length / 2 - 1;
    for (let at = hashOf(text, from, end) & last; ; at = (at + 1) & last) {
      const index = places[2 * at]! - 1;
      if (index < 0) return -1;
      if (this.#isPair(index, text, from, end)) return places[2 * at + 1]!;
    }
  }

  /** Keeps a pair about which nothing is odd, and which is not known yet. */
  learn(pair: string, ordinal: number): void {
    const index = this.#ordinals.length;
    const start = this.#start[index]!;
    const end = start + pair.length;
    if (end > this.#units.length) this.#units = grown(this.#units, new Uint16Array(2 * end));
    if (index + 2 > this.#start.length) this.#start = grown(this.#start, new Uint32Array(2 * index + 4));
    for (let i = 0; i < pair.length; i++) this.#units[start + i] = pair.charCodeAt(i);
    this.#start[index + 1] = end;
    const hash = hashOf(pair, 0, pair.length);
    this.#hashes.push(hash);
    this.#ordinals.push(ordinal);
    if (6 * index > this.#places.length) this.#spread();
    else this.#settle(index, hash);
  }

  /** The ordinal of the one author of the key. */
  ordinalOf(author: ParsedAuthor): number {
    const key = authorKeyOf(author);
    const known = this.#ordinalByKey.get(key);
    if (known !== undefined) return known;
    const ordinal = this.#authors.push(author) - 1;
    this.#ordinalByKey.set(key, ordinal);
    if (ordinal >= this.#lastLine.length) {
      this.#lastLine = grown(this.#lastLine, new Uint32Array(2 * ordinal));
    }
    return ordinal;
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
    for (let index = 0; index < this.#ordinals.length; index++) {
      this.#settle(index, this.#hashes[index]!);
    }
  }

  #settle(index: number, hash: number): void {
    const last = this.#places.length / 2 - 1;
    let at = hash & last;
    while (this.#places[2 * at] !== 0) at = (at + 1) & last;
    this.#places[2 * at] = index + 1;
    this.#places[2 * at + 1] = this.#ordinals[index]!;
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
