/** JSON that is compact, and still shows in a diff what changed. */
import { JsonLines, TEXT_SEPARATOR, TextColumn } from '../../src/ingest/columns/text-store.ts';
import { base64Length, GROUP, writeBase64 } from '../../src/model/codec/base64.ts';
import {
  bytesEach,
  lowestByteFirst,
  narrowest,
  type WholeColumn,
} from '../../src/model/codec/whole-columns.ts';

/** A part of a file: text, or bytes of UTF-8 that stay as they are. */
export type FilePart = string | Uint8Array;

/**
 * Objects one key a line, lists of texts or objects one entry a line, lists of numbers on one line. The same value
 * always gives the same text, which ends in a line end; it comes in parts, so that nobody needs it as a whole. Typed
 * columns are written packed, columns of texts as the lists or lines that they stand for.
 */
export function* jsonParts(value: unknown): Generator<FilePart> {
  yield* parts(value, '');
  yield '\n';
}

/** The parts of an object of which some keys come first and the others, at least one, later. */
export async function* lateJsonParts(
  first: Readonly<Record<string, unknown>>,
  later: Promise<Readonly<Record<string, unknown>>>,
): AsyncGenerator<FilePart> {
  yield* entryParts(first, '', '{\n');
  const rest = await later;
  yield* entryParts(rest, '', Object.keys(first).length === 0 ? '{\n' : ',\n');
  yield '\n}\n';
}

const isColumn = (value: unknown): value is WholeColumn =>
  value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;

function* parts(value: unknown, indent: string): Generator<FilePart> {
  if (Array.isArray(value)) yield* listParts(value, indent);
  else if (value instanceof TextColumn) yield* textParts(value, indent);
  else if (value instanceof JsonLines) yield* lineParts(value);
  else if (isColumn(value)) yield* columnParts(value, indent);
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value);
  else if (Object.keys(value).length === 0) yield '{}';
  else {
    yield* entryParts(value, indent, '{\n');
    yield `\n${indent}}`;
  }
}

/** The entries of an object, with what stands before the first. */
function* entryParts(value: object, indent: string, first: string): Generator<FilePart> {
  const deeper = `${indent} `;
  let before = first;
  for (const [key, each] of Object.entries(value)) {
    yield `${before}${deeper}${JSON.stringify(key)}: `;
    yield* parts(each, deeper);
    before = ',\n';
  }
}

/** Units of one part of a list of texts, about: enough to make its handing on cheap. */
const LIST_UNITS = 1 << 16;

/** Bytes of one part of a packed column: whole groups of letters. */
const PACKED_BYTES = 10_000 * GROUP;

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
  const isAsWritten = column.store.layout === 'list' && `,\n${deeper}` === TEXT_SEPARATOR;
  if (column.length === 0 || !isAsWritten) {
    yield* listParts(column.values(), indent);
    return;
  }
  yield `[\n${deeper}`;
  yield* column.json();
  yield `\n${indent}]`;
}

/** Texts as one of lines, without that text in memory. */
function* lineParts(lines: JsonLines): Generator<FilePart> {
  yield '"';
  yield* lines.json();
  yield '"';
}

/** A column as the packed one that it stands for, written without a text. */
function* columnParts(values: WholeColumn, indent: string): Generator<FilePart> {
  const column = narrowest(values);
  const bytes = lowestByteFirst(column);
  yield `{\n${indent} "bytes": ${bytesEach(column)},\n${indent} "base64": "`;
  for (let from = 0; from < bytes.length; from += PACKED_BYTES) {
    const part = bytes.subarray(from, from + PACKED_BYTES);
    const letters = new Uint8Array(base64Length(part.length));
    yield letters.subarray(0, writeBase64(part, letters));
  }
  yield `"\n${indent}}`;
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
