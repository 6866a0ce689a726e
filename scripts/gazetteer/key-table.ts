/** Which rows bear a name, as typed columns: keys in the order of their hashes, their bytes, and their rows. */
import type { Columns } from './column-file.ts';

/** The columns of a table. */
export type KeyColumn = 'hash' | 'start' | 'bytes' | 'rowStart' | 'row';

/** The columns of the table of keys with their rows, and the number of each key in it. */
export function keyColumns(rowsByKey: ReadonlyMap<string, readonly number[]>): {
  readonly columns: Columns<KeyColumn>;
  readonly numberOf: ReadonlyMap<string, number>;
} {
  const keys = [...rowsByKey.keys()];
  const places = Float64Array.from(keys, (key, i) => hashOf(key) * MOST_KEYS + i).sort();
  const order = Array.from(places, (place) => keys[place % MOST_KEYS]!);
  const texts = order.map((key) => Buffer.from(key));
  const rows = order.map((key) => rowsByKey.get(key)!);
  const rowStart = offsets(rows);
  const row = new Uint32Array(rowStart.at(-1)!);
  rows.forEach((each, i) => row.set(each, rowStart[i]));
  return {
    columns: {
      hash: Uint32Array.from(places, (place) => place / MOST_KEYS),
      start: offsets(texts),
      bytes: new Uint8Array(Buffer.concat(texts)),
      rowStart,
      row,
    },
    numberOf: new Map(order.map((key, number) => [key, number])),
  };
}

/** A hash and the place of a key are one whole number. */
const MOST_KEYS = 2 ** 21;

function offsets(lists: readonly { readonly length: number }[]): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  return starts;
}

/** A table as its columns have it. */
export class KeyTable {
  readonly #columns: Columns<KeyColumn>;
  readonly #bytes: Buffer;

  constructor(columns: Columns<KeyColumn>) {
    this.#columns = columns;
    const { buffer, byteOffset, byteLength } = columns.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
  }

  /** The rows that bear a key, each once, as they were given; a view. */
  rowsOf(key: string): Iterable<number> {
    const { hash, rowStart, row } = this.#columns;
    const wanted = hashOf(key);
    for (let at = firstAtLeast(hash, wanted); hash[at] === wanted; at++) {
      if (this.keyOf(at) === key) return row.subarray(rowStart[at], rowStart[at + 1]);
    }
    return [];
  }

  /** The key of a number. */
  keyOf(number: number): string {
    const { start } = this.#columns;
    return this.#bytes.toString('utf8', start[number], start[number + 1]);
  }
}

function firstAtLeast(sorted: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
