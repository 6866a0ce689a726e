/** Finds the rows that bear a name by the hash of its key: a million keys in a country's rows take no text each. */
import { Int32Column } from '../../src/ingest/columns/columns.ts';

const START = 0x811c9dc5 | 0;
const FACTOR = 0x01000193;

/** Rows by the keys of their names. */
export class NameIndex {
  readonly #hash = new Int32Column();
  readonly #row = new Int32Column();
  /** By entry the one before in the same place, -1 for none. */
  readonly #before = new Int32Column();
  /** By place the last entry, -1 for none; a power of two of them. */
  #last = new Int32Array(64).fill(-1);
  readonly #keysOf: (row: number) => Iterable<string>;

  /** @param keysOf the keys with which a row was added */
  constructor(keysOf: (row: number) => Iterable<string>) {
    this.#keysOf = keysOf;
  }

  /** Adds a key of a row; rows come one after the other. */
  add(key: string, row: number): void {
    const entry = this.#hash.length;
    const hash = hashOf(key);
    this.#hash.push(hash);
    this.#row.push(row);
    this.#before.push(-1);
    if (entry > this.#last.length) this.#spread();
    else this.#settle(entry, hash);
  }

  /** The rows that have the key, each once, as they were added. */
  rowsOf(key: string): number[] {
    const hash = hashOf(key);
    const rows: number[] = [];
    for (let at = this.#last[this.#place(hash)]!; at >= 0; at = this.#before.values[at]!) {
      const row = this.#row.values[at]!;
      if (this.#hash.values[at] === hash && rows.at(-1) !== row) rows.push(row);
    }
    return rows.reverse().filter((row) => hasKey(this.#keysOf(row), key));
  }

  #place(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#last.length - 1);
  }

  #settle(entry: number, hash: number): void {
    const place = this.#place(hash);
    this.#before.values[entry] = this.#last[place]!;
    this.#last[place] = entry;
  }

  #spread(): void {
    this.#last = new Int32Array(4 * this.#last.length).fill(-1);
    for (let entry = 0; entry < this.#hash.length; entry++) this.#settle(entry, this.#hash.values[entry]!);
  }
}

function hasKey(keys: Iterable<string>, key: string): boolean {
  for (const each of keys) if (each === key) return true;
  return false;
}

function hashOf(key: string): number {
  let hash = START;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), FACTOR);
  return hash;
}
