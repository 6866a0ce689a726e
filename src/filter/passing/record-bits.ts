/**
 * Sets of records, one bit a record: passing over the records that stay as they are is what a small step costs. Sets
 * are rounded up to whole words; what the bits beyond the records are says nothing.
 */

/** Words of 32 records; signed, so that they stay whole numbers of the machine. */
export type RecordBits = Int32Array<ArrayBuffer>;

/** Records a word. */
const WORD = 32;

/** An empty set. */
export function newBits(recordCount: number): RecordBits {
  return new Int32Array(Math.ceil(recordCount / WORD));
}

export function addRecord(bits: RecordBits, record: number): void {
  bits[record >>> 5]! |= 1 << record;
}

export function hasRecord(bits: RecordBits, record: number): boolean {
  return ((bits[record >>> 5]! >>> record) & 1) === 1;
}

/** Puts records in. */
export function addRecords(bits: RecordBits, records: Uint32Array): void {
  for (let i = 0; i < records.length; i++) addRecord(bits, records[i]!);
}

/** Puts the records of another set in. */
export function addBits(bits: RecordBits, others: RecordBits): void {
  for (let w = 0; w < bits.length; w++) bits[w]! |= others[w]!;
}

/** Takes records out. */
export function removeRecords(bits: RecordBits, records: Uint32Array): void {
  for (let i = 0; i < records.length; i++) bits[records[i]! >>> 5]! &= ~(1 << records[i]!);
}

/** The set of all records, without padding. */
export function everyRecord(recordCount: number): RecordBits {
  const bits = newBits(recordCount).fill(-1);
  const spare = bits.length * WORD - recordCount;
  if (spare > 0) bits[bits.length - 1] = -1 >>> spare;
  return bits;
}

export function isSameBits(a: RecordBits, b: RecordBits): boolean {
  for (let w = 0; w < a.length; w++) if (a[w] !== b[w]) return false;
  return true;
}

/** How many of a word's bits are set. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many records are in the set. */
export function countRecords(bits: RecordBits): number {
  let count = 0;
  for (let w = 0; w < bits.length; w++) count += bitCount(bits[w]!);
  return count;
}

/**
 * Writes the records of one word, ascending.
 * @param w position of the word in its set
 * @param at where in `list` the first goes
 * @returns where the next would go
 */
export function listWord(word: number, w: number, list: Uint32Array, at: number): number {
  const base = w * WORD + WORD - 1;
  while (word !== 0) {
    const lowest = word & -word;
    list[at++] = base - Math.clz32(lowest);
    word ^= lowest;
  }
  return at;
}

/** The records of the set, ascending. */
export function listRecords(bits: RecordBits): Uint32Array {
  const list = new Uint32Array(countRecords(bits));
  let at = 0;
  for (let w = 0; w < bits.length; w++) at = listWord(bits[w]!, w, list, at);
  return list;
}
