/** Checks for one value or one column of untrusted JSON. Each names the path of what is wrong. */
import { readBase64 } from './base64.ts';
import { ENTRY_LIMIT } from '../limits.ts';
import { packRawLines } from './pack-raw-lines.ts';
import { packLines, packTexts } from './pack-texts.ts';
import type { PackedTexts } from './packed-texts.ts';
import { plainBytes, RawText } from './raw-text.ts';
import { repeatedText } from './repeated-text.ts';
import { utf8Of } from './utf8.ts';
import { columnOf, isAtMost, type WholeColumn } from './whole-columns.ts';

const UINT32_MAX = 0xffff_ffff;

/** Longer texts are cut in errors. */
const SHOWN_LIMIT = 80;

const NOT_TEXT = 'is not a text as JSON has it';

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
  limitLength(value.length, path, limit);
  return value;
}

function limitLength(length: number, path: string, limit: number): void {
  if (length <= limit) return;
  throw new DatasetError(path, `has ${Math.ceil(length)} entries; at most ${limit} are read`);
}

/** A list of at most `limit` texts. */
export function stringColumn(value: unknown, path: string, limit = ENTRY_LIMIT): readonly string[] {
  const list = listAt(value, path, limit);
  for (let i = 0; i < list.length; i++) {
    if (typeof list[i] !== 'string') throw new DatasetError(`${path}[${i}]`, 'is not a text');
  }
  return list as string[];
}

/** At most `limit` texts: a list, or lines. */
export function textsColumn(value: unknown, path: string, limit = ENTRY_LIMIT): PackedTexts {
  if (!isPacked(value)) return packTexts(stringColumn(value, path, limit));
  const linesPath = `${path}.lines`;
  const lines = value['lines'];
  const texts =
    lines instanceof RawText ? packRawLines(lines, limit) : packLines(stringAt(lines, linesPath), limit);
  if (texts === undefined) throw new DatasetError(linesPath, NOT_TEXT);
  limitLength(texts.length, linesPath, limit);
  if (texts.start.at(-1) !== texts.bytes.length)
    throw new DatasetError(linesPath, 'does not end in a line end');
  return texts;
}

/**
 * Whole numbers from `min` to `max`, both included: a list, or a packed column. A typed column, which JSON does not
 * have, is as good; its memory may be used on.
 */
export function wholeColumn(value: unknown, path: string, min: number, max = UINT32_MAX): WholeColumn {
  const isTyped = value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;
  if (!isTyped && !isPacked(value)) return listColumn(listAt(value, path), path, min, max);
  const column = isTyped ? value : packedColumn(value, path);
  limitLength(column.length, path, ENTRY_LIMIT);
  const isGood = min === 0 && isAtMost(column, max);
  for (let i = 0; i < column.length && !isGood; i++) {
    if (column[i]! < min || column[i]! > max) wholeAt(column[i], `${path}[${i}]`, min, max);
  }
  return column;
}

function listColumn(list: readonly unknown[], path: string, min: number, max: number): Uint32Array {
  const column = new Uint32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    // a path for each of a million entries would take longer than all the rest
    if (typeof at === 'number' && at >= min && at <= max && at % 1 === 0) column[i] = at;
    else wholeAt(at, `${path}[${i}]`, min, max);
  }
  return column;
}

const isPacked = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function packedColumn(json: Json, path: string): WholeColumn {
  const each = json['bytes'];
  if (each !== 1 && each !== 2 && each !== 4) throw new DatasetError(`${path}.bytes`, 'is not 1, 2 or 4');
  const letters = lettersAt(json['base64'], `${path}.base64`);
  // the last letters may stand for fewer bytes
  limitLength(Math.floor((letters.length / 4) * 3 - 2) / each, path, ENTRY_LIMIT);
  const bytes = readBase64(letters);
  if (!bytes) throw new DatasetError(`${path}.base64`, 'is not base64');
  if (bytes.length % each !== 0) {
    throw new DatasetError(`${path}.base64`, `has ${bytes.length} bytes, not ${each} for each number`);
  }
  return columnOf(bytes, each);
}

/** The bytes of a text, which may be written over. */
function lettersAt(value: unknown, path: string): Uint8Array<ArrayBuffer> {
  if (!(value instanceof RawText)) return utf8Of(stringAt(value, path));
  const letters = plainBytes(value);
  if (letters === undefined) throw new DatasetError(path, NOT_TEXT);
  return letters;
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

/** Ids below `count`. */
export function idColumn(value: unknown, path: string, count: number): WholeColumn {
  const column = wholeColumn(value, path, 0, Math.max(0, count - 1));
  if (column.length > 0 && count === 0) throw new DatasetError(path, 'refers to a list that is empty');
  return column;
}

/** Offsets of rows of so many entries each, end to end: from 0, never falling, to `end`, the length of their column. */
export function offsetColumn(value: unknown, path: string, rows: number, end: number): Uint32Array {
  const count = wholeColumn(value, path, 0);
  sameLength(path, count.length, 'records.title', rows);
  const offset = new Uint32Array(rows + 1);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    at += count[row]!;
    if (at > end) throw new DatasetError(`${path}[${row}]`, `leads beyond the ${end} entries of its column`);
    offset[row + 1] = at;
  }
  if (at !== end) throw new DatasetError(path, `comes to ${at} entries, but its column has ${end}`);
  return offset;
}

/** Throws where two columns that belong together differ in length. */
export function sameLength(path: string, length: number, otherPath: string, other: number): void {
  if (length !== other) throw new DatasetError(path, `has ${length} entries, but ${otherPath} has ${other}`);
}

/** Throws where a text occurs twice. */
export function distinctTexts(texts: PackedTexts, path: string): void {
  const at = repeatedText(texts);
  if (at >= 0) throw new DatasetError(`${path}[${at}]`, `repeats ${shown(texts.at(at))}`);
}

/** Throws where a text of a short list occurs twice. */
export function uniqueStrings(list: readonly string[], path: string): void {
  const seen = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    const text = list[i]!;
    if (seen.has(text)) throw new DatasetError(`${path}[${i}]`, `repeats ${shown(text)}`);
    seen.add(text);
  }
}
