/** Writes a file so that a reader never sees half of it. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileFault, UserError } from './user-error.ts';

const CHUNK_CHARS = 1 << 20;

/**
 * Writes the parts one after the other beside the file, then renames; missing folders are made.
 * @returns the size in bytes
 * @throws {UserError} where the file system refuses
 */
export function writeFileWhole(path: string, parts: Iterable<string>): number {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const size = writeParts(beside, parts);
    renameSync(beside, path);
    return size;
  } catch (fault) {
    removeQuietly(beside);
    const reason = fileFault(fault);
    if (reason === undefined) throw fault;
    throw new UserError(`cannot write ${path}: ${reason}`);
  }
}

function writeParts(path: string, parts: Iterable<string>): number {
  const file = openSync(path, 'w');
  try {
    let size = 0;
    let chunk = '';
    for (const part of parts) {
      chunk += part;
      if (chunk.length < CHUNK_CHARS) continue;
      size += writeAll(file, chunk);
      chunk = '';
    }
    return size + writeAll(file, chunk);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
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
