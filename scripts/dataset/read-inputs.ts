/** Reads the input files as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IngestInput } from '../../src/ingest/ingest.ts';
import { fileFault, UserError } from './user-error.ts';

const DEFAULT_FOLDER = 'data';

/** The text files of data/, in the code-unit order of their names. */
export function defaultFiles(): string[] {
  let names: string[];
  try {
    names = readdirSync(DEFAULT_FOLDER);
  } catch (fault) {
    throw new UserError(`cannot read the folder ${DEFAULT_FOLDER}: ${fileFault(fault) ?? String(fault)}`);
  }
  const files = names.filter((name) => name.endsWith('.txt')).sort();
  if (files.length === 0) {
    throw new UserError(
      `no .txt file in ${DEFAULT_FOLDER}/: put your AITopics result text there, or name a file`,
    );
  }
  return files.map((name) => join(DEFAULT_FOLDER, name));
}

/**
 * Reads one file.
 * @throws {UserError} where it is missing, is a directory or cannot be read
 */
export function readInput(path: string): IngestInput {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (fault) {
    const reason = fileFault(fault);
    if (reason === undefined) throw fault;
    const hint =
      reason === 'it is a directory' ? `; name the files in it, for example ${join(path, '*.txt')}` : '';
    throw new UserError(`cannot read ${path}: ${reason}${hint}`);
  }
  return { name: basename(path), text: decode(bytes, path) };
}

/** UTF-8, or UTF-16 where a byte-order mark says so; bytes that are no text become U+FFFD, which is reported. */
function decode(bytes: Uint8Array, path: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    const reason = fileFault(fault);
    if (reason === undefined) throw fault;
    throw new UserError(`cannot read ${path}: ${reason}`);
  }
}
