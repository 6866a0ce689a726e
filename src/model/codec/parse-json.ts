/** JSON of which the largest texts stay bytes: those of packed columns and of lines. */
import { FACET_LIMIT } from '../limits.ts';
import { isAt } from './packed-texts.ts';
import { jsonOf } from './json-of.ts';
import { RawText } from './raw-text.ts';

const decoder = new TextDecoder();

const COLON = 0x3a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The names of such texts, as they stand before their colon. */
const NAMES = ['"base64"', '"lines"'].map((name) => new TextEncoder().encode(name));

/** Shorter ones are strings like all others: bytes. */
const LEAST = 1 << 10;

/** So deep below the root such a text may lie: no part of a dataset lies deeper. */
const DEPTH = 8;

/** Stands in the place of one, before its number; a text that begins so is written in no other way. */
const MARK = '\\u0000';

/**
 * The value that JSON.parse gives, but for long texts named `lines` and `base64`: they are {@link RawText}, in this same
 * memory, so that nothing is copied. What they say is checked by whoever reads them.
 * @param bytes UTF-8; a byte order mark is passed over
 * @param least shorter texts become strings
 * @throws {SyntaxError} as JSON.parse does
 */
export function parseJson(bytes: Uint8Array<ArrayBuffer>, least = LEAST): unknown {
  const spans = longTexts(bytes, least);
  const value = spans.length > 0 ? parseAround(spans, bytes) : undefined;
  return value ?? JSON.parse(decoder.decode(bytes));
}

/** Where a text lies between its quotes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function longTexts(bytes: Uint8Array, least: number): Span[] {
  const spans: Span[] = [];
  for (let at = bytes.indexOf(COLON); at >= 0; at = bytes.indexOf(COLON, at + 1)) {
    if (bytes[at + 1] !== QUOTE || !isNamed(bytes, at)) continue;
    const start = at + 2;
    const end = endOfText(bytes, start);
    if (end < 0) break;
    if (end - start >= least) spans.push({ start, end });
    at = end;
  }
  return spans;
}

/** A name's first quote is escaped where it stands inside a text. */
function isNamed(bytes: Uint8Array, colon: number): boolean {
  return NAMES.some((name) => {
    const at = colon - name.length;
    return at > 0 && isAt(bytes, at, name) && bytes[at - 1] !== BACKSLASH;
  });
}

/** The position of the quote that ends a text, -1 where none does. */
function endOfText(bytes: Uint8Array, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let escapes = end;
    while (escapes > start && bytes[escapes - 1] === BACKSLASH) escapes--;
    if ((end - escapes) % 2 === 0) return end;
  }
  return -1;
}

/** Undefined where that cannot be told, or where it is no JSON: then the whole has to be read as it is. */
function parseAround(spans: readonly Span[], bytes: Uint8Array<ArrayBuffer>): unknown {
  const ends = [0, ...spans.map(({ end }) => end)];
  const between = ends.map((end, i) => decoder.decode(bytes.subarray(end, spans[i]?.start)));
  if (between.some((text) => text.includes(MARK))) return undefined;
  const root = jsonOf(between.map((text, i) => (i < spans.length ? `${text}${MARK}${i}` : text)).join(''));
  const texts = spans.map(({ start, end }) => new RawText(bytes.subarray(start, end)));
  return putBack(root, texts, DEPTH) === texts.length ? root : undefined;
}

/** Puts the texts into their places in a value; tells how many. */
function putBack(value: unknown, texts: readonly RawText[], depth: number): number {
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  // a longer list is one of values, and takes long to look through
  if (Array.isArray(value) && value.length > FACET_LIMIT) return 0;
  let count = 0;
  for (const [name, part] of Object.entries(value as Record<string, unknown>)) {
    if (typeof part !== 'string') count += putBack(part, texts, depth - 1);
    else if (part.startsWith('\0')) {
      (value as Record<string, unknown>)[name] = texts[Number(part.slice(1))];
      count++;
    }
  }
  return count;
}
