/** Tells what source the input files are of, before any is read: the first one that can be told decides. */
import { open, type FileHandle } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { AITOPICS, type SourceSpec } from '../../src/ingest/facets.ts';
import { sourceOf } from '../../src/ingest/ingestion.ts';
import { formatOfBytes, SNIFFED_BYTES } from '../../src/ingest/lines/byte-text.ts';
import { isGzip } from '../../src/model/codec/gzip.ts';
import { bytesAt } from './bytes-at.ts';
import { isSpecial } from './real-path.ts';

/** The source of the first file that has one; AITopics where none has, which is told when they are read. */
export async function findSource(paths: readonly string[]): Promise<SourceSpec> {
  for (const path of paths) {
    const source = sourceOf(formatOfBytes(await beginningOf(path)));
    if (source !== undefined) return source;
  }
  return AITOPICS;
}

/** Nothing where a file cannot be read, or only once: a pipe is taken for result text. */
async function beginningOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    if (isSpecial(path)) return new Uint8Array(0);
    file = await open(path);
    const first = await bytesAt(file, 0, SNIFFED_BYTES);
    return isGzip(first) ? gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }) : first;
  } catch {
    // told when it is read
    return new Uint8Array(0);
  } finally {
    await file?.close();
  }
}
