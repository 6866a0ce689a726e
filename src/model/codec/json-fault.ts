/** Where a text is no JSON: browsers tell it each in words of its own, and some without the place. */

/** The first thing that does not belong there. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
  /** The character that stands there; "" where the text ends there, though more has to come. */
  readonly found: string;
}

/** What may come next. */
type Awaited = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

const [TAB, LINE_END, RETURN, SPACE, QUOTE, MINUS, ZERO, NINE, BACKSLASH] = [
  0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2d, 0x30, 0x39, 0x5c,
];
const [COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];

const bytesOf = (text: string) => new TextEncoder().encode(text);
const LITERALS = ['true', 'false', 'null'].map(bytesOf);
const BYTE_ORDER_MARK = bytesOf('\ufeff');
const ESCAPES = bytesOf('"\\/bfnrt');
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
/** What a number may begin with, though it does not go on. */
const BEGUN_NUMBER = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?\d*)?)?/;
/** Longer numbers are none that anybody wrote. */
const NUMBER_LIMIT = 400;
/** Deeper texts are not looked through. */
const DEPTH_LIMIT = 1_000_000;

/**
 * The first fault of a text, undefined where there is none.
 * @param bytes UTF-8; a byte order mark is passed over
 */
export function jsonFault(bytes: Uint8Array): JsonFault | undefined {
  const at = faultAt(bytes);
  return at === undefined ? undefined : placeOf(bytes, at);
}

/** The first byte that does not belong there; their number where the text ends too early. */
function faultAt(bytes: Uint8Array): number | undefined {
  /** Whether an object is open, or else a list, for each that is. */
  const open: boolean[] = [];
  let awaited: Awaited = 'value';
  let at = isAt(bytes, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  for (;;) {
    while (isSpace(bytes[at])) at++;
    const byte = bytes[at];
    if (byte === undefined) return awaited === 'comma or end' && open.length === 0 ? undefined : at;
    if (mayClose(byte, awaited, open.at(-1))) {
      open.pop();
      awaited = 'comma or end';
      at++;
    } else if (awaited === 'comma or end' || awaited === 'colon') {
      if (byte !== (awaited === 'colon' ? COLON : COMMA) || open.length === 0) return at;
      awaited = awaited === 'comma or end' && open.at(-1) ? 'name' : 'value';
      at++;
    } else if (awaited.startsWith('name')) {
      const end = byte === QUOTE ? endOfText(bytes, at) : { fault: at };
      if ('fault' in end) return end.fault;
      awaited = 'colon';
      at = end.after;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (open.push(byte === OPEN_OBJECT) > DEPTH_LIMIT) return undefined;
      awaited = byte === OPEN_OBJECT ? 'name or end' : 'value or end';
      at++;
    } else {
      const end = endOfPlain(bytes, at);
      if ('fault' in end) return end.fault;
      awaited = 'comma or end';
      at = end.after;
    }
  }
}

const isSpace = (byte: number | undefined) =>
  byte === SPACE || byte === LINE_END || byte === RETURN || byte === TAB;

const isAt = (bytes: Uint8Array, at: number, word: Uint8Array) =>
  word.every((byte, i) => bytes[at + i] === byte);

/** @param isObject of what is open; undefined where nothing is */
function mayClose(byte: number, awaited: Awaited, isObject: boolean | undefined): boolean {
  return awaited.endsWith('end') && isObject !== undefined && byte === (isObject ? CLOSE_OBJECT : CLOSE_LIST);
}

type End = { readonly after: number } | { readonly fault: number };

/** Of a text, a number or a word. */
function endOfPlain(bytes: Uint8Array, at: number): End {
  const byte = bytes[at]!;
  if (byte === QUOTE) return endOfText(bytes, at);
  if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return endOfNumber(bytes, at);
  const word = LITERALS.find(([first]) => first === byte);
  if (!word) return { fault: at };
  const same = word.findIndex((letter, i) => bytes[at + i] !== letter);
  return same < 0 ? { after: at + word.length } : { fault: at + same };
}

function endOfText(bytes: Uint8Array, quote: number): End {
  let at = quote + 1;
  for (; bytes[at] !== QUOTE; at++) {
    const byte = bytes[at];
    if (byte === undefined || byte < SPACE) return { fault: at };
    if (byte !== BACKSLASH) continue;
    const escaped = bytes[++at];
    if (escaped === 0x75) {
      for (let digit = 0; digit < 4; digit++)
        if (!/[\da-f]/i.test(String.fromCharCode(bytes[++at] ?? 0))) return { fault: at };
    } else if (escaped === undefined || !ESCAPES.includes(escaped)) return { fault: at };
  }
  return { after: at + 1 };
}

function endOfNumber(bytes: Uint8Array, at: number): End {
  const text = String.fromCharCode(...bytes.subarray(at, at + NUMBER_LIMIT));
  const number = NUMBER.exec(text)?.[0] ?? '';
  const begun = BEGUN_NUMBER.exec(text)![0];
  return number === begun ? { after: at + number.length } : { fault: at + begun.length };
}

function placeOf(bytes: Uint8Array, at: number): JsonFault {
  let [line, start] = [1, isAt(bytes, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0];
  for (let end = bytes.indexOf(LINE_END); end >= 0 && end < at; end = bytes.indexOf(LINE_END, end + 1))
    [line, start] = [line + 1, end + 1];
  let column = 1;
  // what goes on with a character is no character
  for (let i = start; i < at; i++) if ((bytes[i]! & 0xc0) !== 0x80) column++;
  const [found = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + 4));
  return { line, column, found };
}
