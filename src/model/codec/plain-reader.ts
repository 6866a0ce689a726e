/** Reads a text of a JSON file, and writes what it says over what is read. */
import { jsonOf } from './json-of.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const BACKSLASH = 0x5c;
const LINE_END = 0x0a;
const FIRST_PRINTED = 0x20;
const LETTER_N = 0x6e;
const LETTER_U = 0x75;
/** Letters of a character that is written by its number, `\\u00e9`. */
const NUMBERED = 6;
const BEYOND_ASCII = 0x80;

/** A byte in each of a word's four. */
const inEach = (byte: number) => Math.imul(byte, 0x01010101);
const ONES = inEach(1);
const TOPS = inEach(BEYOND_ASCII);
const BACKSLASHES = inEach(BACKSLASH);
const FIRSTS_PRINTED = inEach(FIRST_PRINTED);

/** By the letter after a backslash: what the two stand for (RFC 8259, section 7), 0 where they stand for nothing. */
const MEANING = new Uint8Array(0x100);
for (const [letter, meaning] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  MEANING[letter!.charCodeAt(0)] = meaning!.charCodeAt(0);
}

/** Places for so many lines at first. */
const FIRST_LINES = 1 << 14;

export class PlainReader {
  readonly #raw: Uint8Array<ArrayBuffer>;
  readonly #limit: number;
  #from = 0;
  #to = 0;
  /** Line ends so far. */
  #lineCount = 0;
  #start = new Uint32Array(FIRST_LINES);
  /** All bytes, one over the other. */
  #seen = 0;

  /** @param limit of more line ends, one more is read and no further */
  constructor(raw: Uint8Array<ArrayBuffer>, limit: number) {
    this.#raw = raw;
    this.#limit = limit;
  }

  /** Whether all is read, or more lines than there may be. */
  get isAtEnd(): boolean {
    return this.#from >= this.#raw.length || this.#lineCount > this.#limit;
  }

  /** What is read so far. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#raw.subarray(0, this.#to);
  }

  /** Where each line begins, and where the last line end has passed. */
  get start(): Uint32Array<ArrayBuffer> {
    return this.#start.slice(0, this.#lineCount + 1);
  }

  /** Whether all is ASCII; an escape by number is taken for what is not. */
  get isAscii(): boolean {
    return (this.#seen & TOPS) === 0;
  }

  /**
   * Reads on to the next escape that is no line end, or to what may not stand there. Four bytes are looked at at once:
   * borrows of a subtraction tell whether one of them is below a bound, or is one that is asked for
   * (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord). All in one loop: a call a line takes half as long
   * again in a process that has just begun.
   */
  readLines(): void {
    const raw = this.#raw;
    const { length } = raw;
    // whole words lie at multiples of four
    const before = -raw.byteOffset & 3;
    const wordCount = Math.max(0, (length - before) >> 2);
    const words = new Int32Array(raw.buffer, wordCount > 0 ? raw.byteOffset + before : 0, wordCount);
    const limit = this.#limit;
    // held here: to fetch them from the module takes a third of the time
    const ones = ONES;
    const tops = TOPS;
    const backslash = BACKSLASH;
    const backslashes = BACKSLASHES;
    const firstPrinted = FIRST_PRINTED;
    const firstsPrinted = FIRSTS_PRINTED;
    let start = this.#start;
    let count = this.#lineCount;
    let from = this.#from;
    let to = this.#to;
    let seen = this.#seen;
    while (from < length && count <= limit) {
      let at = from;
      let byte = 0;
      for (; at < length && ((at - before) & 3) !== 0; at++) {
        byte = raw[at]!;
        if (byte < firstPrinted || byte === backslash) break;
        seen |= byte;
      }
      if (((at - before) & 3) === 0) {
        let i = (at - before) >> 2;
        for (; i < wordCount; i++) {
          const word = words[i]!;
          const other = word ^ backslashes;
          if ((((word - firstsPrinted) & ~word) | ((other - ones) & ~other)) & tops) break;
          seen |= word;
        }
        // one of these four, or fewer than four
        for (at = before + 4 * i; at < length; at++) {
          byte = raw[at]!;
          if (byte < firstPrinted || byte === backslash) break;
          seen |= byte;
        }
      }
      if (to < from) raw.copyWithin(to, from, at);
      to += at - from;
      from = at;
      if (at === length || byte !== backslash || raw[at + 1] !== LETTER_N) break;
      from += 2;
      raw[to++] = LINE_END;
      if (++count === start.length) start = twice(start);
      start[count] = to;
    }
    this.#start = start;
    this.#lineCount = count;
    this.#from = from;
    this.#to = to;
    this.#seen = seen;
  }

  /** Reads one escape, or a row of those by number; false where there is none, or none that JSON has. */
  readEscape(): boolean {
    const raw = this.#raw;
    if (raw[this.#from] !== BACKSLASH) return false;
    const letter = raw[this.#from + 1] ?? 0;
    if (letter === LETTER_U) return this.#readNumbered();
    const meaning = MEANING[letter]!;
    this.#from += 2;
    this.#write(meaning);
    return meaning !== 0;
  }

  #readNumbered(): boolean {
    const raw = this.#raw;
    const end = endOfNumbered(raw, this.#from);
    const characters = jsonOf(`"${decoder.decode(raw.subarray(this.#from, end))}"`);
    if (typeof characters !== 'string') return false;
    for (const byte of encoder.encode(characters)) this.#write(byte);
    this.#from = end;
    this.#seen |= BEYOND_ASCII;
    return true;
  }

  #write(byte: number): void {
    this.#raw[this.#to++] = byte;
    if (byte !== LINE_END) return;
    if (++this.#lineCount === this.#start.length) this.#start = twice(this.#start);
    this.#start[this.#lineCount] = this.#to;
  }
}

function twice(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * column.length);
  longer.set(column);
  return longer;
}

/** Where a row of numbered characters ends: two may be one beyond 16 bits. */
function endOfNumbered(bytes: Uint8Array, at: number): number {
  while (bytes[at] === BACKSLASH && bytes[at + 1] === LETTER_U) at += NUMBERED;
  return at;
}
