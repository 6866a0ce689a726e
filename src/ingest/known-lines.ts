/** Tag lines that were decoded before are known by their bytes: an archive says the same few thousand over and over. */
import type { DecodeUtf8 } from './utf8-lines.ts';

const HYPHEN = 0x2d;
const BLANK = 0x20;
/** Longer lines are decoded each time. */
const LONGEST_KNOWN = 200;
/** Beyond so many different lines all are forgotten, so that an endless variety takes no endless memory. */
const LINE_CAPACITY = 200_000;

/** Decodes as the decoder given does, but makes one text of equal tag lines. */
export class KnownLines {
  readonly #capacity: number;
  /** The bytes of the lines, end to end: line i runs from `#start[i]` to `#start[i + 1]`. */
  #bytes = new Uint8Array(1 << 16);
  #start = new Uint32Array(1 << 12);
  #texts: string[] = [];
  #hashes: number[] = [];
  /** 1 + index of the line at its hash or in one of the next places, 0 for a free place; a power of two of them. */
  #places = new Int32Array(1 << 13);

  /** @param capacity how many lines are kept at most */
  constructor(capacity = LINE_CAPACITY) {
    this.#capacity = capacity;
  }

  /** The decoder with this memory before it. */
  before(decode: DecodeUtf8): DecodeUtf8 {
    return (bytes, from, to) =>
      bytes[from] === HYPHEN && bytes[from + 1] === BLANK && to - from <= LONGEST_KNOWN
        ? this.#read(bytes, from, to, decode)
        : decode(bytes, from, to);
  }

  #read(bytes: Uint8Array, from: number, to: number, decode: DecodeUtf8): string {
    let hash = 0x811c9dc5 | 0;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const last = this.#places.length - 1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const index = this.#places[at]! - 1;
      if (index < 0) return this.#learn(bytes, from, to, hash, decode);
      if (this.#isLine(index, bytes, from, to)) return this.#texts[index]!;
    }
  }

  #isLine(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#start[index]!;
    if (this.#start[index + 1]! - start !== to - from) return false;
    const known = this.#bytes;
    for (let i = from, at = start; i < to; i++, at++) if (known[at] !== bytes[i]) return false;
    return true;
  }

  #learn(bytes: Uint8Array, from: number, to: number, hash: number, decode: DecodeUtf8): string {
    if (this.#texts.length >= this.#capacity) this.#forget();
    const index = this.#texts.length;
    const start = this.#start[index]!;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(2 * end));
    if (index + 2 > this.#start.length) this.#start = grown(this.#start, new Uint32Array(2 * index + 4));
    this.#bytes.set(bytes.subarray(from, to), start);
    this.#start[index + 1] = end;
    const text = decode(bytes, from, to);
    this.#texts.push(text);
    this.#hashes.push(hash);
    if (3 * index > this.#places.length) this.#spread();
    else this.#settle(index, hash);
    return text;
  }

  #forget(): void {
    this.#texts = [];
    this.#hashes = [];
    this.#places.fill(0);
  }

  /** Gives all lines twice the places. */
  #spread(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    for (let index = 0; index < this.#hashes.length; index++) this.#settle(index, this.#hashes[index]!);
  }

  #settle(index: number, hash: number): void {
    const last = this.#places.length - 1;
    let at = hash & last;
    while (this.#places[at] !== 0) at = (at + 1) & last;
    this.#places[at] = index + 1;
  }
}

function grown<T extends Uint8Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
