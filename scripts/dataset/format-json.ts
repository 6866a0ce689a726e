/** JSON that is compact, and still shows in a diff what changed. */
import { TEXT_SEPARATOR, TextColumn } from '../../src/ingest/text-store.ts';

/** A part of a file: text, or bytes of UTF-8 that stay as they are. */
export type FilePart = string | Uint8Array;

/**
 * Objects one key a line, lists of texts or objects one entry a line, lists of numbers on one line. The same value
 * always gives the same text, which ends in a line end; it comes in parts, so that nobody needs it as a whole. Typed
 * columns and columns of texts are written as the lists that they stand for.
 */
export function* jsonParts(value: unknown): Generator<FilePart> {
  yield* parts(value, '');
  yield '\n';
}

function* parts(value: unknown, indent: string): Generator<FilePart> {
  if (Array.isArray(value)) yield* listParts(value, indent);
  else if (value instanceof TextColumn) yield* textParts(value, indent);
  else if (value instanceof Uint32Array || value instanceof Uint8Array) yield* columnParts(value);
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value);
  else {
    const deeper = `${indent} `;
    let before = '{\n';
    for (const [key, each] of Object.entries(value)) {
      yield `${before}${deeper}${JSON.stringify(key)}: `;
      yield* parts(each, deeper);
      before = ',\n';
    }
    yield before === ',\n' ? `\n${indent}}` : '{}';
  }
}

/** Units of one part of a list of texts, about: enough to make its handing on cheap. */
const LIST_UNITS = 1 << 16;

/** Numbers of one part. */
const NUMBERS = 10_000;

function* listParts(list: readonly unknown[], indent: string): Generator<FilePart> {
  // a number that is not known is null
  const first = list.find((each) => each !== null);
  if (list.length === 0) yield '[]';
  else if (typeof first === 'number') yield* numberParts(list);
  else {
    const deeper = `${indent} `;
    let held = '[';
    for (let i = 0; i < list.length; i++) {
      held += i === 0 ? `\n${deeper}` : `,\n${deeper}`;
      const each = list[i];
      if (isFlat(each)) held += JSON.stringify(each);
      else {
        yield held;
        held = '';
        yield* parts(each, deeper);
      }
      if (held.length < LIST_UNITS) continue;
      yield held;
      held = '';
    }
    yield `${held}\n${indent}]`;
  }
}

/** A list of texts whose bytes are there already. */
function* textParts(column: TextColumn, indent: string): Generator<FilePart> {
  const deeper = `${indent} `;
  if (column.length === 0 || `,\n${deeper}` !== TEXT_SEPARATOR) {
    yield* listParts(column.values(), indent);
    return;
  }
  yield `[\n${deeper}`;
  yield* column.json();
  yield `\n${indent}]`;
}

/** The most bytes of a whole number of 32 bits and the comma before it. */
const NUMBER_BYTES = 11;
const COMMA = 0x2c;
const ZERO = 0x30;

/** A list of whole numbers, their digits written without a text. */
function* columnParts(column: Uint32Array | Uint8Array): Generator<FilePart> {
  yield '[';
  for (let from = 0; from < column.length; from += NUMBERS) {
    const end = Math.min(column.length, from + NUMBERS);
    const bytes = new Uint8Array(NUMBER_BYTES * (end - from));
    let at = 0;
    for (let i = from; i < end; i++) {
      if (i > 0) bytes[at++] = COMMA;
      const number = column[i]!;
      if (number < 10) bytes[at++] = ZERO + number;
      else at = writeNumber(number, bytes, at);
    }
    yield bytes.subarray(0, at);
  }
  yield ']';
}

/** Numbers below fit whole numbers of 31 bits, which the engine divides faster. */
const SMALL = 0x40000000;

/** Where the digits end. */
function writeNumber(number: number, bytes: Uint8Array, from: number): number {
  let end = from + 1;
  let rest = number;
  let tail = -1;
  if (rest >= SMALL) {
    tail = rest % 10;
    rest = Math.floor(rest / 10);
  }
  const head = rest;
  while (rest >= 10) {
    rest = (rest / 10) | 0;
    end++;
  }
  rest = head;
  for (let at = end - 1; at >= from; at--) {
    const next = (rest / 10) | 0;
    bytes[at] = ZERO + rest - 10 * next;
    rest = next;
  }
  if (tail >= 0) bytes[end++] = ZERO + tail;
  return end;
}

function* numberParts(list: readonly unknown[]): Generator<string> {
  for (let from = 0; from < list.length; from += NUMBERS) {
    const text = JSON.stringify(list.slice(from, from + NUMBERS));
    yield (from === 0 ? '[' : ',') + text.slice(1, -1);
  }
  yield ']';
}

/** A value that has no list or object inside. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((each) => typeof each !== 'object' || each === null);
}
