/** A file of typed columns, which are used as they stand there; damage and what was made of something else is told. */
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeBeside } from '../write-beside.ts';

const TYPES = { Uint8Array, Uint32Array, Float64Array } as const;
type TypeName = keyof typeof TYPES;

/** Numbers of one type. */
export type FileColumn = Uint8Array | Uint32Array | Float64Array;

/** Columns by name. */
export type Columns<Name extends string = string> = Readonly<Record<Name, FileColumn>>;

interface Head {
  /** What the columns were made of. */
  readonly key: string;
  /** Type, first byte behind the head, and length of each column. */
  readonly columns: Readonly<Record<string, readonly [type: TypeName, from: number, length: number]>>;
}

/** "WbC1", the length of the head, and the checksum of the head and the columns. */
const START = Uint32Array.of(0x31436257, 0, 0);
/** Every column begins at a multiple of so many bytes. */
const ALIGNED = 8;

const aligned = (length: number) => Math.ceil(length / ALIGNED) * ALIGNED;

/** Writes the file beside and renames it, so that nobody reads half of it; folders are made. */
export function writeColumns(path: string, key: string, columns: Columns): void {
  const bytes = columnBytes(key, columns);
  mkdirSync(dirname(path), { recursive: true });
  writeBeside(path, bytes);
}

function columnBytes(key: string, columns: Columns): Uint8Array {
  let length = 0;
  const places = Object.entries(columns).map(([name, column]) => {
    const from = length;
    length = aligned(length + column.byteLength);
    return [name, [column.constructor.name as TypeName, from, column.length] as const] as const;
  });
  const head = new TextEncoder().encode(JSON.stringify({ key, columns: Object.fromEntries(places) }));
  const first = aligned(START.byteLength + head.length);
  const bytes = new Uint8Array(first + length);
  bytes.set(head, START.byteLength);
  for (const [name, [, from]] of places) bytes.set(bytesOf(columns[name]!), first + from);
  const start = new Uint32Array(bytes.buffer, 0, START.length);
  start.set([START[0]!, head.length, crc32(bytes.subarray(START.byteLength))]);
  return bytes;
}

/** The columns of a file; undefined where it is missing, damaged, or made of something else than `key` says. */
export function readColumns(path: string, key: string): Columns | undefined {
  const bytes = readBytes(path);
  if (bytes === undefined || bytes.length < START.byteLength) return undefined;
  const [mark, headLength, checksum] = new Uint32Array(bytes.buffer, 0, START.length);
  if (mark !== START[0] || crc32(bytes.subarray(START.byteLength)) !== checksum) return undefined;
  const headEnd = START.byteLength + headLength!;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(START.byteLength, headEnd))) as Head;
  if (head.key !== key) return undefined;
  const entries = Object.entries(head.columns).map(
    ([name, [type, from, length]]) =>
      [name, new TYPES[type](bytes.buffer, aligned(headEnd) + from, length)] as const,
  );
  return Object.fromEntries(entries);
}

/** In memory of its own, from its beginning on. */
function readBytes(path: string): Uint8Array<ArrayBuffer> | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = new Uint8Array(fstatSync(file).size);
    return readSync(file, bytes, 0, bytes.length, 0) === bytes.length ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const bytesOf = (column: FileColumn) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
