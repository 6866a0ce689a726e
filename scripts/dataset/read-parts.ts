/** Reads parts of files into one ingestion, and tells what each came to. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Ingestion, ReadPart } from '../../src/ingest/ingestion.ts';
import type { Part } from './plan-parts.ts';
import { decodeUtf8, readPieces } from './read-inputs.ts';

/** What one part came to, besides its records. */
export interface ReadPartOfFile extends ReadPart {
  /** Index of the file. */
  readonly file: number;
}

/**
 * Reads parts in their order. Rows of a file's later part have the numbers of the part's own lines.
 * @param onRead told how many bytes were read from the disk
 * @throws {UserError} where a file cannot be read
 */
export async function readParts(
  ingestion: Ingestion,
  parts: readonly Part[],
  onRead: (bytes: number) => void,
): Promise<ReadPartOfFile[]> {
  const read: ReadPartOfFile[] = [];
  for (const part of parts) {
    let before: number | undefined;
    const counted = () => (before ??= linesBefore(part));
    const into = ingestion.nextPart(part.file, part.from === 0 ? 0 : counted, decodeUtf8);
    for await (const piece of readPieces(part.path, onRead, part)) into.push(piece);
    read.push({ ...into.endPart(), file: part.file });
  }
  return read;
}

const PIECE = 1 << 20;
const [LF, CR] = [10, 13];

/** How many lines stand before a part, which begins behind a line end. */
function linesBefore({ path, from }: Part): number {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(PIECE);
    let lines = 0;
    let endedWithCr = false;
    for (let at = 0; at < from;) {
      const bytesRead = readSync(file, buffer, 0, Math.min(PIECE, from - at), at);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      // LF after CR ends no further line
      lines += countByte(bytes, LF) - Number(endedWithCr && bytes[0] === LF) + lonelyCrs(bytes);
      endedWithCr = bytes[bytesRead - 1] === CR;
      at += bytesRead;
    }
    return lines;
  } finally {
    closeSync(file);
  }
}

function countByte(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

/** CRs that no LF follows in these bytes. */
function lonelyCrs(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) count++;
  }
  return count;
}
