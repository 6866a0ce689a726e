/** Checks for one value or one column of untrusted JSON. Each names the path of what is wrong. */
import { ENTRY_LIMIT } from './limits.ts';

const UINT32_MAX = 0xffff_ffff;

/** Longer texts are cut in errors. */
const SHOWN_LIMIT = 80;

/** A dataset that cannot be used: where the first fault stands, and what it is. */
export class DatasetError extends Error {
  /** Path in the JSON, for example `facets[0].hidden[3]`. */
  readonly path: string;

  constructor(path: string, fault: string) {
    super(`${path} ${fault}`);
    this.name = 'DatasetError';
    this.path = path;
  }
}

type Json = Readonly<Partial<Record<string, unknown>>>;

/** A value as an error shows it: short, and never a whole structure. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') {
    return JSON.stringify(value.length > SHOWN_LIMIT ? `${value.slice(0, SHOWN_LIMIT)}…` : value);
  }
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return `${value as number | boolean | null}`;
}

/** A JSON object (not a list, not null). */
export function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DatasetError(path, value === undefined ? 'is missing' : 'is not an object');
  }
  return value as Json;
}

/** A text. */
export function stringAt(value: unknown, path: string): string {
  if (typeof value !== 'string')
    throw new DatasetError(path, value === undefined ? 'is missing' : 'is not a text');
  return value;
}

/** A whole number of at least `min` and at most `max`. */
export function wholeAt(value: unknown, path: string, min = 0, max = UINT32_MAX): number {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
    throw new DatasetError(path, `is not a whole number from ${min} to ${max}`);
  }
  return value as number;
}

/** A list of at most `limit` entries. */
export function listAt(value: unknown, path: string, limit = ENTRY_LIMIT): readonly unknown[] {
  if (!Array.isArray(value))
    throw new DatasetError(path, value === undefined ? 'is missing' : 'is not a list');
  if (value.length > limit) {
    throw new DatasetError(path, `has ${value.length} entries; at most ${limit} are read`);
  }
  return value;
}

/** A list of at most `limit` texts. */
export function stringColumn(value: unknown, path: string, limit = ENTRY_LIMIT): readonly string[] {
  const list = listAt(value, path, limit);
  for (let i = 0; i < list.length; i++) {
    if (typeof list[i] !== 'string') throw new DatasetError(`${path}[${i}]`, 'is not a text');
  }
  return list as string[];
}

/** A list of at most as many entries as are ever read; a typed one, which JSON does not have, is as good. */
function columnAt(value: unknown, path: string): ArrayLike<unknown> {
  const isTyped = value instanceof Uint32Array || value instanceof Uint8Array;
  return isTyped && value.length <= ENTRY_LIMIT ? value : listAt(value, path);
}

/** A list of whole numbers from `min` to `max`, both included. */
export function wholeColumn(value: unknown, path: string, min: number, max = UINT32_MAX): Uint32Array {
  const list = columnAt(value, path);
  const column = new Uint32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    // a path for each of a million entries would take longer than all the rest
    if (typeof at === 'number' && at >= min && at <= max && at % 1 === 0) column[i] = at;
    else wholeAt(at, `${path}[${i}]`, min, max);
  }
  return column;
}

/** A list of numbers from `-limit` to `limit`, where null stands for one that is not known: NaN. */
export function degreeColumn(value: unknown, path: string, limit: number): Float64Array {
  const list = listAt(value, path);
  const column = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    if (at !== null && !(typeof at === 'number' && Math.abs(at) <= limit)) {
      throw new DatasetError(`${path}[${i}]`, `is neither a number from -${limit} to ${limit} nor null`);
    }
    column[i] = at ?? NaN;
  }
  return column;
}

/** A list of ids below `count`. */
export function idColumn(value: unknown, path: string, count: number): Uint32Array {
  const list = columnAt(value, path);
  if (list.length > 0 && count === 0) throw new DatasetError(path, 'refers to a list that is empty');
  return wholeColumn(value, path, 0, count - 1);
}

/** Offsets of `rows` rows into a column of `end` entries: from 0, never falling, to `end`. */
export function offsetColumn(value: unknown, path: string, rows: number, end: number): Uint32Array {
  const offset = wholeColumn(value, path, 0, end);
  sameLength(path, offset.length, 'rows + 1', rows + 1);
  if (offset[0] !== 0) throw new DatasetError(`${path}[0]`, 'is not 0');
  for (let i = 1; i < offset.length; i++) {
    if (offset[i]! < offset[i - 1]!)
      throw new DatasetError(`${path}[${i}]`, 'is smaller than the one before');
  }
  if (offset[rows] !== end)
    throw new DatasetError(`${path}[${rows}]`, `is not ${end}, the length of its column`);
  return offset;
}

/** Throws where two columns that belong together differ in length. */
export function sameLength(path: string, length: number, otherPath: string, other: number): void {
  if (length !== other) throw new DatasetError(path, `has ${length} entries, but ${otherPath} has ${other}`);
}

/** Throws where a text occurs twice. */
export function uniqueStrings(list: readonly string[], path: string): void {
  const seen = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    const text = list[i]!;
    if (seen.has(text)) throw new DatasetError(`${path}[${i}]`, `repeats ${shown(text)}`);
    seen.add(text);
  }
}
