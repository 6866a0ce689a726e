/**
 * Columns with one byte a record, handled four records at a time: most records keep their state from one step to the
 * next, and passing over them is what a step at a million records costs. Columns are as long as
 * {@link flagLength} says; bytes beyond the records are padding. Bytes stay below 128.
 */

/** A column of bytes and the same memory as words of four. */
export interface Flags {
  readonly bytes: Uint8Array;
  /** Signed, so that sums and differences stay whole numbers of the machine. */
  readonly words: Int32Array;
}

/** Records a word. */
export const WORD = 4;
/** In each byte of a word. */
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
const LOW_BITS = 0x7f7f7f7f;

/** Length of a column, bytes: the records, rounded up to whole words. */
export function flagLength(recordCount: number): number {
  return Math.ceil(recordCount / WORD) * WORD;
}

/** The column as bytes and as words; the memory is shared. */
export function flagsOf(bytes: Uint8Array): Flags {
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / WORD) };
}

/** A column of zeros. */
export function newFlags(recordCount: number): Flags {
  return flagsOf(new Uint8Array(flagLength(recordCount)));
}

/**
 * Takes one column off a sum and puts another in its place; whether that changed the sum of any record.
 * @param sum of columns of zeros and ones, `before` among them
 */
export function replaceAddend(sum: Flags, before: Flags, after: Flags): boolean {
  const [sums, befores, afters] = [sum.words, before.words, after.words];
  let changed = false;
  for (let w = 0; w < sums.length; w++) {
    const old = befores[w]!;
    const next = afters[w]!;
    if (old === next) continue;
    // no byte borrows from its neighbour: each holds at least what is taken off
    sums[w] = (sums[w]! - old + next) | 0;
    changed = true;
  }
  return changed;
}

/** How many records have the same byte in both columns. `b` is at most `a` in each. */
export function countEqual(a: Flags, b: Flags): number {
  const [left, right] = [a.words, b.words];
  let count = 0;
  for (let w = 0; w < left.length; w++) {
    const different = nonZeroBytes((left[w]! - right[w]!) | 0);
    if (different === 0) count += WORD;
    else if (different !== ONES) count += WORD - bitCount(different);
  }
  return count;
}

/** The records that have the same byte in both columns, ascending. `b` is at most `a` in each. */
export function listEqual(a: Flags, b: Flags): Uint32Array {
  const [left, right] = [a.words, b.words];
  const list = new Uint32Array(countEqual(a, b));
  let length = 0;
  for (let w = 0; w < left.length; w++) {
    if (nonZeroBytes((left[w]! - right[w]!) | 0) === ONES) continue;
    const end = (w + 1) * WORD;
    for (let record = w * WORD; record < end; record++) {
      list[length] = record;
      length += a.bytes[record] === b.bytes[record] ? 1 : 0;
    }
  }
  return list;
}

/**
 * The records whose byte has the value, ascending, as a view into `list`.
 * @param value 0 or 1, in a column of zeros and ones
 * @param list overwritten; an entry a record
 */
export function listWhere(flags: Flags, value: 0 | 1, recordCount: number, list: Uint32Array): Uint32Array {
  const { bytes, words } = flags;
  const none = value === 1 ? 0 : ONES;
  let length = 0;
  for (let w = 0; w < words.length; w++) {
    if (words[w] === none) continue;
    const end = Math.min(recordCount, (w + 1) * WORD);
    for (let record = w * WORD; record < end; record++) {
      list[length] = record;
      length += bytes[record]! ^ value ^ 1;
    }
  }
  return list.subarray(0, length);
}

/** 1 in each byte that is the same in both words, else 0; the bytes of `b` are at most those of `a`. */
export function equalBytes(a: number, b: number): number {
  return nonZeroBytes((a - b) | 0) ^ ONES;
}

/** 1 in each byte of the word that is not zero, where no byte is above 127. */
function nonZeroBytes(word: number): number {
  return (((word + LOW_BITS) | 0) & HIGH_BITS) >>> WORD_SHIFT;
}
const WORD_SHIFT = 7;

/** How many of a word's bytes are 1, where all are 0 or 1. */
export function bitCount(word: number): number {
  return Math.imul(word, ONES) >>> 24;
}
