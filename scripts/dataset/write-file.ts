/** Writes a file so that a reader never sees half of it. */
import { rmSync } from 'node:fs';
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FilePart } from './format-json.ts';
import { fileFault, UserError } from './user-error.ts';

const BUFFER_BYTES = 1 << 22;
/** Parts that may have more bytes are written by themselves. */
const LARGE = 1 << 18;
/** The most bytes that one UTF-16 unit takes in UTF-8. */
const BYTES_OF_UNIT = 3;

/** Files that are being written, beside the ones that they will become. */
const unfinished = new Set<string>();

/**
 * Writes the parts one after the other beside the file, then renames; missing folders are made.
 * @returns the size in bytes
 * @throws {UserError} where the file system refuses
 */
export async function writeFileWhole(path: string, parts: Iterable<FilePart>): Promise<number> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    unfinished.add(beside);
    const size = await writeParts(beside, parts);
    await rename(beside, path);
    return size;
  } catch (fault) {
    removeQuietly(beside);
    const reason = fileFault(fault);
    if (reason === undefined) throw fault;
    throw new UserError(`cannot write ${path}: ${reason}`);
  } finally {
    unfinished.delete(beside);
  }
}

/** Removes what was not written to its end; for a program that is about to stop. */
export function removeUnfinished(): void {
  for (const path of unfinished) removeQuietly(path);
}

async function writeParts(path: string, parts: Iterable<FilePart>): Promise<number> {
  const file = await open(path, 'w');
  try {
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    let size = 0;
    let held = 0;
    for (const part of parts) {
      const most = typeof part === 'string' ? part.length * BYTES_OF_UNIT : part.length;
      if (held > 0 && (held + most > BUFFER_BYTES || most > LARGE)) {
        size += await writeAll(file, buffer.subarray(0, held));
        held = 0;
      }
      if (most > LARGE) size += await writeAll(file, typeof part === 'string' ? Buffer.from(part) : part);
      else if (typeof part === 'string') held += buffer.write(part, held, 'utf8');
      else {
        buffer.set(part, held);
        held += part.length;
      }
    }
    return size + (await writeAll(file, buffer.subarray(0, held)));
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<number> {
  for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from)).bytesWritten;
  return bytes.length;
}

/** The fault that brought us here says more than one of cleaning up. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing was made there
  }
}
