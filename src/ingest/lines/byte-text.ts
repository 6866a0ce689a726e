/**
 * A file's bytes, which come in pieces, as its beginning and its lines: UTF-8, or UTF-16 where a mark or its pattern
 * says so.
 */
import { formatOf, isUntold, SNIFFED_CHARS, SNIFFED_JSON_CHARS, type FileFormat } from './file-format.ts';
import { joinedBytes } from './joined-bytes.ts';
import { LINE_LIMIT } from './source-lines.ts';
import { decodeUtf8, Utf8Lines, type DecodeUtf8, type LineTaker } from './utf8-lines.ts';

/** Takes a text in pieces of UTF-8, then its end. */
export interface ByteTaker {
  readonly push: (bytes: Uint8Array) => void;
  readonly finish: () => void;
}

/**
 * Takes the beginning of a text, a byte-order mark included, before any of its lines; once for each file.
 * @returns who takes the text then, if not its lines are taken
 */
export type TakeBeginning = (beginning: string) => ByteTaker | undefined;

/** A unit is made of at most three bytes, and the last character may be torn. */
const bytesOf = (chars: number) => 3 * chars + 4;
/** So many bytes tell what a file is, but for some JSON, which so many tell. */
export const SNIFFED_BYTES = bytesOf(SNIFFED_CHARS);
export const SNIFFED_JSON_BYTES = bytesOf(SNIFFED_JSON_CHARS);

/** How bytes become text; what is left out is as usual. */
export interface Decoding {
  readonly decode?: DecodeUtf8 | undefined;
  /** Where lines are cut, in UTF-16 units. */
  readonly limit?: number;
  /** Where the bytes need not tell it. */
  readonly encoding?: Encoding | undefined;
}

/** A byte-order mark is no text; bytes that are no text become U+FFFD. */
export class ByteText {
  readonly #begin: TakeBeginning;
  readonly #decode: DecodeUtf8;
  readonly #encoding: Encoding | undefined;
  #taker: ByteTaker;
  readonly #encoder = new TextEncoder();
  /** Pieces that came before the beginning was handed on, copied; how long they are, and how long they are to be. */
  #first: Uint8Array[] | undefined = [];
  #firstLength = 0;
  #wanted = SNIFFED_BYTES;
  #utf16: TextDecoder | undefined;

  constructor(begin: TakeBeginning, take: LineTaker, decoding: Decoding = {}) {
    const { decode = decodeUtf8, limit = LINE_LIMIT, encoding } = decoding;
    this.#begin = begin;
    this.#decode = decode;
    this.#encoding = encoding;
    this.#taker = new Utf8Lines(take, decode, limit);
  }

  /** Reads the next bytes. They are not kept. */
  push(bytes: Uint8Array): void {
    if (this.#first === undefined) {
      this.#pushText(bytes);
      return;
    }
    this.#first.push(new Uint8Array(bytes));
    this.#firstLength += bytes.length;
    if (this.#firstLength < this.#wanted) return;
    const first = joinedBytes(this.#first);
    if (this.#firstLength < SNIFFED_JSON_BYTES && isUntold(formatOfBytes(first, this.#encoding))) {
      this.#wanted = SNIFFED_JSON_BYTES;
    } else this.#start(first);
  }

  /** Reads the end of the file. */
  finish(): void {
    if (this.#first !== undefined) this.#start(joinedBytes(this.#first));
    if (this.#utf16 !== undefined) this.#taker.push(this.#encoder.encode(this.#utf16.decode()));
    this.#taker.finish();
  }

  #start(first: Uint8Array): void {
    this.#first = undefined;
    const encoding = this.#encoding ?? encodingOf(first);
    this.#taker = this.#begin(beginningOf(first, encoding, this.#decode)) ?? this.#taker;
    if (encoding !== 'utf-8') this.#utf16 = new TextDecoder(encoding, { ignoreBOM: true });
    this.#pushText(first.subarray(markLength(first)));
  }

  #pushText(bytes: Uint8Array): void {
    if (this.#utf16 === undefined) this.#taker.push(bytes);
    else this.#taker.push(this.#encoder.encode(this.#utf16.decode(bytes, { stream: true })));
  }
}

/** What a file is written in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
];

const markOf = (first: Uint8Array) => MARKS.find(([, mark]) => mark.every((byte, i) => first[i] === byte));

/** Bytes of the byte-order mark. */
const markLength = (first: Uint8Array) => markOf(first)?.[1].length ?? 0;

/** What a byte-order mark says a file is written in, else its pattern of zero bytes; UTF-8 where neither does. */
export function encodingOf(first: Uint8Array): Encoding {
  return markOf(first)?.[0] ?? unmarkedUtf16(first) ?? 'utf-8';
}

/** So many bytes tell, and fewer are too few. */
const [PATTERN_BYTES, LEAST_PATTERN] = [1024, 16];

/** Latin letters in UTF-16 have a zero in every second byte; UTF-32 has zeros in the others too, and UTF-8 none. */
function unmarkedUtf16(first: Uint8Array): Encoding | undefined {
  const bytes = first.subarray(0, PATTERN_BYTES);
  if (bytes.length < LEAST_PATTERN) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (even === 0 && 4 * odd > bytes.length) return 'utf-16le';
  return odd === 0 && 4 * even > bytes.length ? 'utf-16be' : undefined;
}

/** What of these bytes tells what a file is: no more of them than have to be looked at. */
function beginningOf(bytes: Uint8Array, encoding: Encoding, decode: DecodeUtf8): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const first = (chars: number) => {
    const end = Math.min(bytes.length, bytesOf(chars));
    const text = encoding === 'utf-8' ? decode(bytes, 0, end) : decoder.decode(bytes.subarray(0, end));
    return text.slice(0, chars);
  };
  const short = first(SNIFFED_CHARS);
  return short.length === SNIFFED_CHARS && isUntold(formatOf(short)) ? first(SNIFFED_JSON_CHARS) : short;
}

/** The format of a file that begins with these bytes; more of them than the first {@link SNIFFED_JSON_BYTES} tell nothing. */
export function formatOfBytes(bytes: Uint8Array, encoding = encodingOf(bytes)): FileFormat {
  return formatOf(beginningOf(bytes, encoding, decodeUtf8));
}
