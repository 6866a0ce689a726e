/** The names that bylines have held so far, found again by their bytes. */
import { ByteTable, FETCHED, hashOf } from '../columns/byte-table.ts';
import { isNameLike } from '../lines/line-kinds.ts';
import type { ParsedAuthor } from '../parsed-author.ts';
import { foldText, hasWord } from '../columns/text-keys.ts';

/**
 * Number of an author: two of one key (see `authorKeyOf`) have one number. Numbers rise, but not all of them are
 * authors'.
 */
export type AuthorNumber = number;

const COMMA = 0x2c;
const BLANK = 0x20;
/** Longer pairs are read each time. */
const LONGEST_LEARNT = 200;

/** What is known of an entry: whether it was met as a pair of names, and whether its second name is "null". */
const IS_PAIR = 1;
const IS_SINGLE = 2;

/** Numbers of an entry: the entry that is the author, its kind, and the last line that named it, where it is an author. */
const [AUTHOR, KIND, LAST_LINE] = [1, 2, 3];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Authors as "Family, Given" or "Family", and the other ways in which pairs of a line write them, one entry each, in
 * one table by their bytes. Pairs about which anything is odd are not learnt.
 */
export class AuthorTable {
  readonly #entries = new ByteTable();
  #line = 0;

  /** More than any number given. */
  get limit(): number {
    return this.#entries.length;
  }

  /** Begins a line: nobody is named on it yet. */
  beginLine(): void {
    this.#line++;
  }

  /** Whether the author was not named on this line before; from now on it was. */
  isFirstOnLine(author: AuthorNumber): boolean {
    if (this.#entries.get(author, LAST_LINE) === this.#line) return false;
    this.#entries.set(author, LAST_LINE, this.#line);
    return true;
  }

  /** Makes {@link pair} faster for so many pairs, see `ByteTable.fetch`. */
  fetch(hashes: Int32Array, count: number): void {
    this.#entries.fetch(hashes, count);
  }

  /**
   * The entry of a pair, which has no comma but the one between its names and no blank before; -1 where something is
   * odd about it or a name looks like none.
   * @param hash {@link hashOf} its bytes
   */
  pair(bytes: Uint8Array, from: number, end: number, hash: number): number {
    const entry = this.#entries.find(bytes, from, end, hash);
    if (entry >= 0 && (this.#entries.get(entry, KIND) & IS_PAIR) !== 0) return entry;
    return this.#learn(bytes, from, end, hash, entry);
  }

  /** The author that an entry of {@link pair} is. */
  authorOf(entry: number): AuthorNumber {
    return this.#entries.get(entry, AUTHOR);
  }

  /** Whether the second name of the pair is "null". */
  isSingle(entry: number): boolean {
    return (this.#entries.get(entry, KIND) & IS_SINGLE) !== 0;
  }

  /** The number of an author. */
  numberOf({ family, given }: ParsedAuthor): AuthorNumber {
    const bytes = encoder.encode(given === null ? family : `${family}, ${given}`);
    return this.numberOfBytes(bytes, 0, bytes.length);
  }

  /** The number of an author who stands there as "Family, Given" or "Family". */
  numberOfBytes(bytes: Uint8Array, from: number, end: number): AuthorNumber {
    return this.#numberOf(bytes, from, end, hashOf(bytes, from, end));
  }

  #numberOf(bytes: Uint8Array, from: number, end: number, hash: number): AuthorNumber {
    const known = this.#entries.find(bytes, from, end, hash);
    return known >= 0 ? known : this.#add(bytes, from, end, hash, -1, 0);
  }

  /**
   * The numbers of many authors, of which each stands in `bytes` from its start to the next one's; by their indexes.
   * @param isWanted 1 for those that are asked for; of the others nothing is told
   */
  numbersOf(bytes: Uint8Array, starts: Uint32Array, isWanted: Uint8Array): Uint32Array {
    const numbers = new Uint32Array(isWanted.length);
    const batch = new Int32Array(FETCHED);
    const hashes = new Int32Array(FETCHED);
    for (let i = 0; i < isWanted.length;) {
      let count = 0;
      for (; i < isWanted.length && count < FETCHED; i++) {
        if (isWanted[i] === 0) continue;
        hashes[count] = hashOf(bytes, starts[i]!, starts[i + 1]!);
        batch[count++] = i;
      }
      this.fetch(hashes, count);
      for (let k = 0; k < count; k++) {
        const each = batch[k]!;
        numbers[each] = this.#numberOf(bytes, starts[each]!, starts[each + 1]!, hashes[k]!);
      }
    }
    return numbers;
  }

  /** The author of a number. */
  nameOf(author: AuthorNumber): ParsedAuthor {
    const text = decoder.decode(this.bytes.subarray(this.startOf(author), this.endOf(author)));
    const comma = text.indexOf(',');
    return comma < 0
      ? { family: text, given: null }
      : { family: text.slice(0, comma), given: text.slice(comma + 2) };
  }

  /** Memory in which {@link startOf} and {@link endOf} tell where names stand: "Family, Given" or "Family". */
  get bytes(): Uint8Array {
    return this.#entries.bytes;
  }

  /** Where all entries begin in {@link bytes}, and where the last one ends. */
  get starts(): Uint32Array<ArrayBuffer> {
    return this.#entries.starts();
  }

  startOf(author: AuthorNumber): number {
    return this.#entries.startOf(author);
  }

  endOf(author: AuthorNumber): number {
    return this.#entries.endOf(author);
  }

  #learn(bytes: Uint8Array, from: number, end: number, hash: number, entry: number): number {
    if (isSimplePair(bytes, from, end)) {
      if (entry < 0) return this.#add(bytes, from, end, hash, -1, IS_PAIR);
      this.#addKind(entry, IS_PAIR);
      return entry;
    }
    if (end - from > LONGEST_LEARNT) return -1;
    const author = cleanPair(decoder.decode(bytes.subarray(from, end)));
    if (author === undefined) return -1;
    const number = this.numberOf(author);
    const kind = IS_PAIR | (author.given === null ? IS_SINGLE : 0);
    const own = this.#entries.find(bytes, from, end, hash);
    if (own < 0) return this.#add(bytes, from, end, hash, number, kind);
    this.#addKind(own, kind);
    return own;
  }

  /** @param author the author that the entry is, -1 for one of its own */
  #add(bytes: Uint8Array, from: number, end: number, hash: number, author: number, kind: number): number {
    const entry = this.#entries.add(bytes, from, end, hash);
    this.#entries.set(entry, AUTHOR, author < 0 ? entry : author);
    this.#entries.set(entry, KIND, kind);
    return entry;
  }

  #addKind(entry: number, kind: number): void {
    this.#entries.set(entry, KIND, this.#entries.get(entry, KIND) | kind);
  }
}

/** A pair about which nothing is odd and whose names look like names, as an author. */
function cleanPair(pair: string): ParsedAuthor | undefined {
  const comma = pair.indexOf(',');
  const first = pair.slice(0, comma).trim();
  const second = pair.slice(comma + 1).trim();
  if (first === 'null' || !hasWord(first) || !hasWord(second)) return undefined;
  if (!isNameLike(first) || !isNameLike(second)) return undefined;
  return { family: foldText(first), given: second === 'null' ? null : foldText(second) };
}

/** Whether it is "Word, Word" of capitalised ASCII words: surely clean, and already as authors are kept. */
function isSimplePair(bytes: Uint8Array, from: number, end: number): boolean {
  const comma = wordEnd(bytes, from, end);
  if (bytes[comma] !== COMMA || bytes[comma + 1] !== BLANK) return false;
  return comma > from && comma + 2 < end && wordEnd(bytes, comma + 2, end) === end;
}

/** Where a capitalised ASCII word of at most 60 letters, apostrophes and hyphens ends; `from` where none begins. */
function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  if (!(bytes[from]! >= 0x41 && bytes[from]! <= 0x5a)) return from;
  let at = from + 1;
  while (at < end && isInWord(bytes[at]!)) at++;
  return at - from > 60 ? from : at;
}

const isInWord = (byte: number) =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x27 || byte === 0x2d;
