/** The bylines of all records as one column of numbers, and the authors that the numbers stand for. */
import { authorKeyOf, type ParsedAuthor } from './parsed-author.ts';
import type { Hash53 } from './hash53.ts';

/** Bylines one after the other. */
export interface AuthorColumn {
  /** By key in code units, each key once. */
  readonly authors: readonly ParsedAuthor[];
  /** Indexes into `authors`, in the order of the bylines. */
  readonly author: Uint32Array;
  /** The keys of `authors`. */
  readonly keys: JoinedKeys;
}

/** Numbers the authors of bylines. */
export function authorColumn(bylines: readonly (readonly ParsedAuthor[])[]): AuthorColumn {
  const author = new Uint32Array(bylines.reduce((sum, { length }) => sum + length, 0));
  // numbered first as they come, one number for each object
  const ordinals = new Map<ParsedAuthor, number>();
  let at = 0;
  for (const byline of bylines) {
    for (const each of byline) {
      let ordinal = ordinals.get(each);
      if (ordinal === undefined) ordinals.set(each, (ordinal = ordinals.size));
      author[at++] = ordinal;
    }
  }
  const met = [...ordinals.keys()];
  const keyOfOrdinal = met.map(authorKeyOf);
  const authorByKey = new Map(met.map((each, ordinal) => [keyOfOrdinal[ordinal]!, each]));
  const sorted = [...authorByKey.keys()].sort();
  const idByKey = new Map(sorted.map((key, id) => [key, id]));
  const idOfOrdinal = Uint32Array.from(keyOfOrdinal, (key) => idByKey.get(key)!);
  for (let i = 0; i < author.length; i++) author[i] = idOfOrdinal[author[i]!]!;
  return { authors: sorted.map((key) => authorByKey.get(key)!), author, keys: new JoinedKeys(sorted) };
}

/** Texts end to end, so that hashing one of them touches little memory. */
export class JoinedKeys {
  readonly #units: Uint16Array;
  readonly #start: Uint32Array;

  constructor(keys: readonly string[]) {
    this.#start = new Uint32Array(keys.length + 1);
    keys.forEach((key, i) => (this.#start[i + 1] = this.#start[i]! + key.length));
    this.#units = new Uint16Array(this.#start[keys.length]!);
    let at = 0;
    for (const key of keys) for (let i = 0; i < key.length; i++) this.#units[at++] = key.charCodeAt(i);
  }

  /** Adds the units of one text to a hash. */
  addTo(hash: Hash53, index: number): void {
    hash.addUnits(this.#units, this.#start[index]!, this.#start[index + 1]!);
  }
}
