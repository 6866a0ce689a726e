/** A file's bytes, which come in pieces, as its beginning and its lines: UTF-8, or UTF-16 where a mark says so. */
import { SNIFFED_CHARS } from './file-format.ts';
import { LINE_LIMIT } from './source-lines.ts';
import { decodeUtf8, Utf8Lines, type DecodeUtf8, type LineTaker } from './utf8-lines.ts';

/** Takes the beginning of a text, a byte-order mark included, before any of its lines; once for each file. */
export type TakeBeginning = (beginning: string) => void;

/** A unit is made of at most three bytes, and the last character may be torn. */
const SNIFFED_BYTES = 3 * SNIFFED_CHARS + 4;

/** A byte-order mark is no text; bytes that are no text become U+FFFD. */
export class ByteText {
  readonly #begin: TakeBeginning;
  readonly #decode: DecodeUtf8;
  readonly #lines: Utf8Lines;
  readonly #encoder = new TextEncoder();
  /** Bytes that came before the beginning was handed on. */
  #first: Uint8Array | undefined = new Uint8Array(0);
  #utf16: TextDecoder | undefined;

  constructor(begin: TakeBeginning, take: LineTaker, decode: DecodeUtf8 = decodeUtf8, limit = LINE_LIMIT) {
    this.#begin = begin;
    this.#decode = decode;
    this.#lines = new Utf8Lines(take, decode, limit);
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    if (this.#first === undefined) {
      this.#pushText(bytes);
      return;
    }
    this.#first = joined(this.#first, bytes);
    if (this.#first.length >= SNIFFED_BYTES) this.#start(this.#first);
  }

  /** Reads the end of the file. */
  finish(): void {
    if (this.#first !== undefined) this.#start(this.#first);
    if (this.#utf16 !== undefined) this.#lines.push(this.#encoder.encode(this.#utf16.decode()));
    this.#lines.finish();
  }

  #start(first: Uint8Array): void {
    this.#first = undefined;
    const encoding = encodingOf(first);
    if (encoding === 'utf-8') {
      const end = Math.min(first.length, SNIFFED_BYTES);
      this.#begin(this.#decode(first, 0, end).slice(0, SNIFFED_CHARS));
      this.#pushText(isMarkedUtf8(first) ? first.subarray(3) : first);
      return;
    }
    const beginning = new TextDecoder(encoding, { ignoreBOM: true }).decode(first.subarray(0, SNIFFED_BYTES));
    this.#begin(beginning.slice(0, SNIFFED_CHARS));
    this.#utf16 = new TextDecoder(encoding, { ignoreBOM: true });
    this.#pushText(first.subarray(2));
  }

  #pushText(bytes: Uint8Array): void {
    if (this.#utf16 === undefined) this.#lines.push(bytes);
    else this.#lines.push(this.#encoder.encode(this.#utf16.decode(bytes, { stream: true })));
  }
}

/** What a byte-order mark says a file is written in; UTF-8 without one. */
export function encodingOf(first: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
}

const isMarkedUtf8 = (first: Uint8Array) => first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
