/** Which names may be like another at all: the others need not be looked at as texts. */
import type { AuthorNames } from './author-names.ts';
import { MOST_GIVEN } from './author-likeness.ts';
import { givenHash, NameHashes, NO_WORDS } from './name-hashes.ts';
import { HASH_START } from './name-words.ts';

/**
 * Authors, rising, among whom are all that `alikePairs` would pair, and all whom it would weigh for that: those of
 * whom a key is another's too.
 */
export function meetingNames(names: AuthorNames): number[] {
  const hashes = new NameHashes(names);
  const meets = new Uint8Array(names.length);
  for (const column of [hashes.spelling, hashes.writtenOut]) markEqual(column, meets);
  markEqual(hashes.words, meets, NO_WORDS);
  markShortened(hashes, meets);
  const found: number[] = [];
  for (let author = 0; author < meets.length; author++) if (meets[author] === 1) found.push(author);
  return found;
}

/** Marks those that have a hash in common, `none` being no hash. */
function markEqual(hashes: Int32Array, meets: Uint8Array, none?: number): void {
  const groups = new HashGroups(hashes);
  for (let author = 0; author < hashes.length; author++) {
    if (hashes[author] !== none && groups.next[author]! >= 0) meets[author] = meets[groups.next[author]!] = 1;
  }
}

/** Marks names that are short for another, and those others. */
function markShortened(hashes: NameHashes, meets: Uint8Array): void {
  const { family, givenStart, givenWord, givenInitial } = hashes;
  const [starts, words, initials] = [givenStart.filled(), givenWord.filled(), givenInitial.filled()];
  const whole = new Int32Array(family.length);
  for (let author = 0; author < family.length; author++) {
    let hash = givenHash(family[author]!, HASH_START);
    for (let i = starts[author]!; i < starts[author + 1]!; i++) hash = givenHash(hash, words[i]!);
    whole[author] = hash;
  }
  const groups = new HashGroups(whole);
  const mark = (fuller: number, hash: number) => {
    for (let short = groups.first(hash); short >= 0; short = groups.next[short]!) {
      if (short !== fuller) meets[short] = meets[fuller] = 1;
    }
  };
  const shorten = (author: number, i: number, hash: number) => {
    if (i === starts[author + 1]!) return;
    for (const word of words[i] === initials[i] ? [words[i]!] : [words[i]!, initials[i]!]) {
      const next = givenHash(hash, word);
      mark(author, next);
      shorten(author, i + 1, next);
    }
  };
  for (let author = 0; author < family.length; author++) {
    const count = starts[author + 1]! - starts[author]!;
    if (count > 0 && count <= MOST_GIVEN) {
      shorten(author, starts[author]!, givenHash(family[author]!, HASH_START));
    }
  }
}

/** Positions by hash. */
class HashGroups {
  /** By position the one before of the same hash, -1 for none. */
  readonly next: Int32Array;
  readonly #hashes: Int32Array;
  /** At its hash or in one of the next places 1 + the last position of it, 0 for a free place. */
  readonly #places: Int32Array;

  constructor(hashes: Int32Array) {
    this.#hashes = hashes;
    this.next = new Int32Array(hashes.length);
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 2)));
    for (let i = 0; i < hashes.length; i++) {
      const at = this.#find(hashes[i]!);
      this.next[i] = this.#places[at]! - 1;
      this.#places[at] = i + 1;
    }
  }

  /** The last position of a hash, -1 for none; {@link next} tells the others. */
  first(hash: number): number {
    return this.#places[this.#find(hash)]! - 1;
  }

  #find(hash: number): number {
    const last = this.#places.length - 1;
    let at = (hash ^ (hash >>> 16)) & last;
    while (this.#places[at] !== 0 && this.#hashes[this.#places[at]! - 1] !== hash) at = (at + 1) & last;
    return at;
  }
}
