/** Cuts UTF-8 bytes, which come in pieces, into lines; holds no more than the line that is open. */
import { cutLine, LINE_LIMIT } from './source-lines.ts';

/** Decodes `bytes` from `from` (included) to `to` (excluded); bytes that are no text become U+FFFD. */
export type DecodeUtf8 = (bytes: Uint8Array, from: number, to: number) => string;

/** Takes lines without their ends. */
export interface LineTaker {
  /** A line of at most the limit, as bytes that stay as they are until the piece is read. */
  readonly line: (bytes: Uint8Array, from: number, end: number) => void;
  /** A line that may be over-long, cut to the limit, and its length as received, in UTF-16 units. */
  readonly longLine: (text: string, length: number) => void;
}

const LF = 10;
const CR = 13;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** By the platform's own decoder. */
export const decodeUtf8: DecodeUtf8 = (bytes, from, to) => utf8.decode(bytes.subarray(from, to));

/**
 * Splits at LF, CRLF or a lone CR, wherever the pieces end; the last line end makes no line. The same lines as
 * `sourceLines` gives for the decoded whole: a line end also ends a broken character, so that lines can be decoded
 * one by one.
 */
export class Utf8Lines {
  readonly #take: LineTaker;
  readonly #decode: DecodeUtf8;
  readonly #limit: number;
  /** The open line's bytes from earlier pieces. */
  #held = new Uint8Array(1024);
  #heldLength = 0;
  /** What was decoded of an open line longer than the limit: its beginning, and how long it is. */
  #longText = '';
  #longLength = 0;
  /** Whether the last piece ended with CR, so that an LF at once belongs to it. */
  #endedWithCr = false;

  /** @param limit where lines are cut, in UTF-16 units */
  constructor(take: LineTaker, decode: DecodeUtf8 = decodeUtf8, limit = LINE_LIMIT) {
    this.#take = take;
    this.#decode = decode;
    this.#limit = limit;
  }

  /** Reads the next bytes, and hands on the lines that end in them. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const plain = plainView(bytes);
    let from = this.#endedWithCr && bytes[0] === LF ? 1 : 0;
    this.#endedWithCr = false;
    let lf = indexOf(bytes, LF, from);
    let cr = indexOf(bytes, CR, from);
    while (lf < bytes.length || cr < bytes.length) {
      const end = Math.min(lf, cr);
      this.#endLine(plain, from, end);
      from = end + (end === cr && bytes[end + 1] === LF ? 2 : 1);
      this.#endedWithCr = end === cr && end + 1 === bytes.length;
      if (lf < from) lf = indexOf(bytes, LF, from);
      if (cr < from) cr = indexOf(bytes, CR, from);
    }
    if (from < bytes.length) this.#hold(plain, from, bytes.length);
  }

  /** Hands on the last line where no line end stands after it. */
  finish(): void {
    if (this.#heldLength > 0 || this.#longLength > 0) this.#endHeldLine();
  }

  #endLine(bytes: Uint8Array, from: number, end: number): void {
    // a byte makes at most one unit, so that such a line is not too long
    if (this.#heldLength === 0 && this.#longLength === 0 && end - from <= this.#limit) {
      this.#take.line(bytes, from, end);
      return;
    }
    this.#hold(bytes, from, end);
    this.#endHeldLine();
  }

  #endHeldLine(): void {
    if (this.#longLength === 0 && this.#heldLength <= this.#limit) {
      const line = this.#held.slice(0, this.#heldLength);
      this.#heldLength = 0;
      this.#take.line(line, 0, line.length);
      return;
    }
    const rest = this.#decode(this.#held, 0, this.#heldLength);
    const length = this.#longLength + rest.length;
    const text = this.#longText.length > this.#limit ? this.#longText : this.#longText + rest;
    this.#heldLength = 0;
    this.#longText = '';
    this.#longLength = 0;
    this.#take.longLine(cutLine(text, this.#limit), length);
  }

  /** Keeps bytes of the open line, but of an over-long one no more than its beginning and its length. */
  #hold(bytes: Uint8Array, from: number, end: number): void {
    let at = from;
    while (at < end) {
      const to = Math.min(end, at + this.#limit + 8);
      this.#append(bytes, at, to);
      at = to;
      if (this.#heldLength > this.#limit) this.#absorb();
    }
  }

  #append(bytes: Uint8Array, from: number, to: number): void {
    const length = this.#heldLength + to - from;
    if (length > this.#held.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
    }
    this.#held.set(bytes.subarray(from, to), this.#heldLength);
    this.#heldLength = length;
  }

  #absorb(): void {
    const cut = characterStart(this.#held, this.#heldLength);
    const text = this.#decode(this.#held, 0, cut);
    this.#longLength += text.length;
    if (this.#longText.length <= this.#limit) this.#longText += text;
    this.#held.copyWithin(0, cut, this.#heldLength);
    this.#heldLength -= cut;
  }
}

/** The engine reads memory faster where it always has the same type, and Node's buffers have another. */
function plainView(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const found = bytes.indexOf(byte, from);
  return found < 0 ? bytes.length : found;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/**
 * The last place before `end` where bytes can be cut without tearing a character: before a byte that continues none,
 * or after so many that continue one that no character is left open. 0 where there is none.
 */
export function characterStart(bytes: Uint8Array, end: number): number {
  for (let at = end - 1; at > end - 5; at--) {
    if (at <= 0) return 0;
    if (!isContinuation(bytes[at])) return at;
  }
  return end - 1;
}
