/** Columns of whole numbers from 0 in as few bytes a number as their values need, and how a file holds them. */
import { base64Length, writeBase64 } from './base64.ts';

/** Whole numbers from 0. */
export type WholeColumn = Uint8Array | Uint16Array | Uint32Array;

/** Ids: in two bytes where all fit, else in four. Two kinds and no third, so that loops over them stay quick. */
export type IdColumn = Uint16Array | Uint32Array;

/** A column in a file, packed: each number in so many bytes, the lowest first, all of them as base64. */
export interface PackedColumn {
  readonly bytes: 1 | 2 | 4;
  readonly base64: string;
}

/** So many ids fit into two bytes. */
const SHORT_IDS = 0x1_0000;

/** The ids in the kind of column that all ids below `count` fit into. */
export function idsBelow(count: number, ids: ArrayLike<number>): IdColumn {
  const Column = count <= SHORT_IDS ? Uint16Array : Uint32Array;
  return ids instanceof Column ? ids : new Column(ids);
}

/** The numbers in the narrowest kind of column that all of them fit into. */
export function narrowest(numbers: ArrayLike<number>): WholeColumn {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > most) most = numbers[i]!;
  const Column = most <= 0xff ? Uint8Array : most <= 0xffff ? Uint16Array : Uint32Array;
  return numbers instanceof Column ? numbers : new Column(numbers);
}

/**
 * Whether no number is larger, told for the numbers of one word of memory at once: to each without its highest bit is
 * added what takes the first that is too large to that bit. Of one kind of column for all three, since a loop over three
 * kinds is compiled anew for each.
 * @returns false also where it cannot be told so
 */
export function isAtMost(column: WholeColumn, most: number): boolean {
  const bits = 8 * column.BYTES_PER_ELEMENT;
  if (most >= 2 ** bits - 1) return true;
  const half = 2 ** (bits - 1);
  if (most >= half || column.byteOffset % 4 !== 0) return false;
  // one number in each place of a word
  const places = (2 ** 32 - 1) / (2 ** bits - 1);
  const [rest, top, adding] = [places * (half - 1), places * half, places * (half - 1 - most)];
  const words = new Int32Array(column.buffer, column.byteOffset, column.byteLength >> 2);
  let seen = 0;
  for (let i = 0; i < words.length; i++) seen |= ((words[i]! & rest) + adding) | words[i]!;
  if ((seen & top) !== 0) return false;
  return column.subarray((4 * words.length * 8) / bits).every((number) => number <= most);
}

/** All numbers together. */
export function sumOf(numbers: WholeColumn): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** The numbers in four bytes each. */
export function inWords(numbers: WholeColumn): Uint32Array {
  return numbers instanceof Uint32Array ? numbers : new Uint32Array(numbers);
}

/** Numbers up to 255 in one byte each. */
export function inBytes(numbers: WholeColumn): Uint8Array {
  return numbers instanceof Uint8Array ? numbers : new Uint8Array(numbers);
}

/** The lengths of rows that lie end to end. */
export function rowLengths(offset: Uint32Array): WholeColumn {
  const lengths = new Uint32Array(Math.max(0, offset.length - 1));
  for (let row = 0; row < lengths.length; row++) lengths[row] = offset[row + 1]! - offset[row]!;
  return narrowest(lengths);
}

/** A column as a file holds it; the same numbers always give the same text. */
export function packColumn(numbers: ArrayLike<number>): PackedColumn {
  const column = narrowest(numbers);
  const letters = new Uint8Array(base64Length(column.byteLength));
  writeBase64(lowestByteFirst(column), letters);
  return { bytes: bytesEach(column), base64: new TextDecoder().decode(letters) };
}

/** Bytes a number. */
export function bytesEach(column: WholeColumn): PackedColumn['bytes'] {
  return column.BYTES_PER_ELEMENT as PackedColumn['bytes'];
}

const isLowestByteFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The column's memory with the lowest byte of each number first; the same memory where it is so anyway. */
export function lowestByteFirst(column: WholeColumn): Uint8Array {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return isLowestByteFirst ? bytes : swapped(bytes, column.BYTES_PER_ELEMENT);
}

/** Numbers from bytes of which the lowest of each number comes first, at a multiple of four; takes the memory over. */
export function columnOf(bytes: Uint8Array<ArrayBuffer>, each: PackedColumn['bytes']): WholeColumn {
  const own = isLowestByteFirst ? bytes : swapped(bytes, each);
  const Column = each === 1 ? Uint8Array : each === 2 ? Uint16Array : Uint32Array;
  return new Column(own.buffer, own.byteOffset, own.length / each);
}

/** A copy with the bytes of each number the other way round. */
export function swapped(bytes: Uint8Array, each: number): Uint8Array<ArrayBuffer> {
  return bytes.map((_, i) => bytes[i - (i % each) + (each - 1 - (i % each))]!);
}
