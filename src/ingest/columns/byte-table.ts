/** Texts found again by their bytes, four of which are looked at together. */
import { BytesColumn } from './columns.ts';

const START = 0x811c9dc5 | 0;
const FACTOR = 0x9e3779b1 | 0;
const WORD = 4;

/** Numbers of an entry: the first is where its bytes begin, the others belong to who uses the table. */
const STRIDE = 4;
/** As many are looked at together. */
export const FETCHED = 32;

/**
 * Entries are numbered from 0. Where something is looked up, what is known of it stands close together: a large table
 * is as fast as the memory behind it.
 */
export class ByteTable {
  length = 0;
  readonly #bytes = new BytesColumn();
  #view: DataView = new DataView(this.#bytes.values.buffer);
  #numbers = new Int32Array(STRIDE * 64);
  /** At its hash or in one of the next places 1 + an entry, 0 for a free place, and its hash; a power of two of them. */
  #places = new Int32Array(2 << 8);
  /** What {@link fetch} has looked at. */
  readonly #fetched = new Int32Array(FETCHED);

  /** The memory in which {@link startOf} and {@link endOf} tell where entries stand. */
  get bytes(): Uint8Array {
    return this.#bytes.values;
  }

  startOf(entry: number): number {
    return this.#numbers[STRIDE * entry]!;
  }

  endOf(entry: number): number {
    return this.#numbers[STRIDE * entry + STRIDE]!;
  }

  /** A number of an entry's own, 0 at first; `index` from 1 to 3. */
  get(entry: number, index: number): number {
    return this.#numbers[STRIDE * entry + index]!;
  }

  /** Of 32 bits with a sign. */
  set(entry: number, index: number, value: number): void {
    this.#numbers[STRIDE * entry + index] = value;
  }

  /** Where all entries begin, and where the last one ends. */
  starts(): Uint32Array<ArrayBuffer> {
    const starts = new Uint32Array(this.length + 1);
    for (let entry = 0; entry <= this.length; entry++) starts[entry] = this.startOf(entry);
    return starts;
  }

  /**
   * The entry of these bytes, -1 for none.
   * @param hash {@link hashOf} them
   */
  find(bytes: Uint8Array, from: number, end: number, hash: number): number {
    const places = this.#places;
    const last = places.length - 2;
    for (let at = (2 * hash) & last; ; at = (at + 2) & last) {
      const entry = places[at]! - 1;
      if (entry < 0 || (places[at + 1] === hash && this.#isEntry(entry, bytes, from, end))) return entry;
    }
  }

  /**
   * Looks where {@link find} will look for the first of these hashes, for all of them at once: far memory is then on its
   * way for all together, where otherwise each would wait for the one before.
   */
  fetch(hashes: Int32Array, count: number): void {
    const places = this.#places;
    const numbers = this.#numbers;
    const bytes = this.#bytes.values;
    const fetched = this.#fetched;
    const last = places.length - 2;
    const length = Math.min(count, FETCHED);
    for (let i = 0; i < length; i++) fetched[i] = places[(2 * hashes[i]!) & last]!;
    // for a free place the first entry
    for (let i = 0; i < length; i++) fetched[i] = numbers[STRIDE * Math.max(0, fetched[i]! - 1)]!;
    for (let i = 0; i < length; i++) fetched[i] = bytes[fetched[i]!]!;
  }

  /** Adds bytes that are not there. */
  add(bytes: Uint8Array, from: number, end: number, hash: number): number {
    const entry = this.length++;
    const column = this.#bytes;
    column.reserve(end - from);
    if (column.values.buffer !== this.#view.buffer) this.#view = new DataView(column.values.buffer);
    for (let i = from; i < end; i++) column.values[column.length++] = bytes[i]!;
    const at = STRIDE * (entry + 1);
    if (at + STRIDE > this.#numbers.length) {
      const larger = new Int32Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[at] = column.length;
    if (4 * entry > this.#places.length) this.#spread();
    this.#settle(entry, hash);
    return entry;
  }

  #isEntry(entry: number, bytes: Uint8Array, from: number, end: number): boolean {
    const start = this.#numbers[STRIDE * entry]!;
    const length = end - from;
    if (this.#numbers[STRIDE * entry + STRIDE]! - start !== length) return false;
    if (length < WORD) {
      const own = this.#bytes.values;
      for (let i = 0; i < length; i++) if (own[start + i] !== bytes[from + i]) return false;
      return true;
    }
    const own = this.#view;
    const other = viewOf(bytes);
    const shift = bytes.byteOffset + from;
    // the last word may have bytes of the one before
    const last = length - WORD;
    for (let i = 0; i < last; i += WORD) {
      if (own.getInt32(start + i, true) !== other.getInt32(shift + i, true)) return false;
    }
    return own.getInt32(start + last, true) === other.getInt32(shift + last, true);
  }

  /** Gives all entries four times the places. */
  #spread(): void {
    const before = this.#places;
    this.#places = new Int32Array(4 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] !== 0) this.#settle(before[at]! - 1, before[at + 1]!);
    }
  }

  #settle(entry: number, hash: number): void {
    const last = this.#places.length - 2;
    let at = (2 * hash) & last;
    while (this.#places[at] !== 0) at = (at + 2) & last;
    this.#places[at] = entry + 1;
    this.#places[at + 1] = hash;
  }
}

/** The hash that a {@link ByteTable} finds by. */
export function hashOf(bytes: Uint8Array, from: number, end: number): number {
  let hash = START ^ (end - from);
  if (end - from < WORD) {
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, FACTOR);
    return hash ^ (hash >>> 15);
  }
  const view = viewOf(bytes);
  const last = bytes.byteOffset + end - WORD;
  for (let at = bytes.byteOffset + from; at < last; at += WORD) {
    hash = Math.imul(hash ^ view.getInt32(at, true), FACTOR);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ view.getInt32(last, true), FACTOR);
  return hash ^ (hash >>> 15);
}

let viewed: Uint8Array = new Uint8Array(0);
let view: DataView = new DataView(viewed.buffer);

/** The memory in which bytes stand, from its beginning on: many texts in a row stand in the same piece. */
function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    // asked for rarely: the engine is slow to tell it
    const { buffer } = bytes;
    if (buffer !== view.buffer) view = new DataView(buffer);
    viewed = bytes;
  }
  return view;
}
