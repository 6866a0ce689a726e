/** Reads the input files: small ones as text, results as pieces of bytes, unpacked where they are gzip. */
import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { IngestInput } from '../../src/ingest/ingest.ts';
import type { DecodeUtf8 } from '../../src/ingest/lines/utf8-lines.ts';
import { encodingOf } from '../../src/ingest/lines/byte-text.ts';
import { isGzip } from '../../src/model/codec/gzip.ts';
import { isSpecial } from './real-path.ts';
import { fileFault, UserError } from './user-error.ts';

/**
 * Reads a small file as a whole: UTF-8, or UTF-16 where a byte-order mark or its pattern says so.
 * @throws {UserError} where it is missing, is a directory or cannot be read
 */
export function readInput(path: string): IngestInput {
  try {
    const bytes = readFileSync(path);
    return {
      name: basename(path),
      text: new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes),
    };
  } catch (fault) {
    throw readFault(path, fault);
  }
}

/** Decodes faster than a TextDecoder does where lines are short; the same text. */
export const decodeUtf8: DecodeUtf8 = (bytes, from, to) =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).toString(
    'utf8',
    from,
    to,
  );

/** From a byte (included) to another (excluded), which may be Infinity. */
export interface ByteRange {
  readonly from: number;
  readonly end: number;
}

const WHOLE: ByteRange = { from: 0, end: Infinity };

/** Bytes of one piece. */
const PIECE = 1 << 20;

/**
 * Reads a file in pieces. A piece is only good until the next is asked for.
 * @param onRead told how many bytes were read from the disk, packed ones where the file is packed
 * @param range a part of a file that is not packed
 * @throws {UserError} where it is missing, is a directory, cannot be read, or is damaged gzip
 */
export async function* readPieces(
  path: string,
  onRead: (bytes: number) => void,
  range: ByteRange = WHOLE,
): AsyncGenerator<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    if (range.from > 0 || range.end < Infinity) {
      yield* plainPieces(file, range, onRead);
      return;
    }
    const first = await readPiece(file, Buffer.allocUnsafe(PIECE), onRead);
    if (isGzip(first)) yield* unpackedPieces(path, new PackedFile(file, first, onRead));
    else if (/\.gz$/i.test(path))
      throw new UserError(`cannot read ${path}: it is named .gz, but is not gzip`);
    else {
      yield first;
      yield* plainPieces(file, { from: isSpecial(path) ? null : first.length, end: Infinity }, onRead);
    }
  } catch (fault) {
    throw readFault(path, fault);
  } finally {
    await file?.close();
  }
}

function readFault(path: string, fault: unknown): unknown {
  const reason = fileFault(fault);
  if (reason === undefined) return fault;
  const hint =
    reason === 'it is a directory' ? `; name the files in it, for example ${join(path, '*.txt')}` : '';
  return new UserError(`cannot read ${path}: ${reason}${hint}`);
}

/** @param at a place in the file, null for that behind the piece before */
async function readPiece(
  file: FileHandle,
  into: Buffer,
  onRead: (bytes: number) => void,
  at: number | null = null,
): Promise<Buffer> {
  const { bytesRead } = await file.read(into, 0, into.length, at);
  onRead(bytesRead);
  return into.subarray(0, bytesRead);
}

/** `from` null: what follows, of what has no places, such as a pipe. */
interface PlainRange {
  readonly from: number | null;
  readonly end: number;
}

/** The next piece is read from the disk while the one before is looked at. */
async function* plainPieces(
  file: FileHandle,
  { from, end }: PlainRange,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const buffers = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)];
  let at = from ?? 0;
  const ask = (i: number) => {
    const into = buffers[i % 2]!.subarray(0, Math.min(PIECE, end - at));
    const next = readPiece(file, into, onRead, from === null ? null : at);
    // a fault is thrown below, or nobody asks any more
    next.catch(() => undefined);
    return next;
  };
  let piece = await ask(0);
  for (let i = 1; piece.length > 0; i++) {
    at += piece.length;
    const next = ask(i);
    yield piece;
    piece = await next;
  }
}

async function* unpackedPieces(path: string, packed: PackedFile): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  const pieces = packed.pieces();
  pipeline(Readable.from(pieces, { objectMode: false }), gunzip, () => {
    // what went wrong is thrown where the pieces are read
  });
  try {
    for await (const piece of gunzip) yield piece as Buffer;
  } catch (fault) {
    const reason = gzipFault(fault);
    throw reason === undefined ? fault : new UserError(`cannot read ${path}: ${reason}`);
  }
  await pieces.return(undefined);
  if ((await packed.lastByte()) >= gunzip.bytesWritten) {
    throw new UserError(
      `cannot read ${path}: bytes that are not gzip stand after its end; unpack it by hand and look at it`,
    );
  }
}

/** A packed file, watched for what stands behind the end of the packed data: unpacking passes over it silently. */
class PackedFile {
  readonly #file: FileHandle;
  readonly #onRead: (bytes: number) => void;
  readonly #first: Buffer;
  #received = 0;
  #lastByte = -1;

  constructor(file: FileHandle, first: Buffer, onRead: (bytes: number) => void) {
    this.#file = file;
    this.#onRead = onRead;
    this.#first = first;
    this.#watch(first);
  }

  /** Each in memory of its own, since unpacking reads ahead. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let piece = this.#first; piece.length > 0; piece = await this.#next()) yield piece;
  }

  /** Reads what is left. Where the last byte stands that is not 0: a tape pads with zeros. */
  async lastByte(): Promise<number> {
    while ((await this.#next()).length > 0);
    return this.#lastByte;
  }

  async #next(): Promise<Buffer> {
    const piece = await readPiece(this.#file, Buffer.allocUnsafe(PIECE), this.#onRead);
    this.#watch(piece);
    return piece;
  }

  #watch(piece: Buffer): void {
    let last = piece.length - 1;
    while (last >= 0 && piece[last] === 0) last--;
    if (last >= 0) this.#lastByte = this.#received + last;
    this.#received += piece.length;
  }
}

function gzipFault(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault)) return undefined;
  switch (fault.code) {
    case 'Z_BUF_ERROR':
      return 'its gzip data end too early: the file was cut off; get it again';
    case 'Z_DATA_ERROR':
      return `its gzip data are damaged (${fault.message}); get it again`;
    default:
      return undefined;
  }
}
