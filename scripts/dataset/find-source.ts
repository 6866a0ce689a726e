/** Tells what source the input files are of, before any is read: the first one that can be told decides. */
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { AITOPICS, type SourceSpec } from '../../src/ingest/facets.ts';
import { sourceOf } from '../../src/ingest/ingestion.ts';
import { encodingOf } from '../../src/ingest/lines/byte-text.ts';
import { formatOf, SNIFFED_CHARS } from '../../src/ingest/lines/file-format.ts';
import { isGzip } from '../../src/model/codec/gzip.ts';
import { isSpecial } from './real-path.ts';

/** As many bytes hold what tells a file's format, packed too. */
const BEGINNING = 4 * SNIFFED_CHARS;

/** The source of the first file that has one; AITopics where none has, which is told when they are read. */
export async function findSource(paths: readonly string[]): Promise<SourceSpec> {
  for (const path of paths) {
    const source = sourceOf(formatOf(await beginningOf(path)));
    if (source !== undefined) return source;
  }
  return AITOPICS;
}

/** "" where a file cannot be read, or only once: a pipe is taken for result text. */
async function beginningOf(path: string): Promise<string> {
  if (isSpecial(path)) return '';
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
      const first = buffer.subarray(0, bytesRead);
      const bytes = isGzip(first) ? gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }) : first;
      return new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
    } catch {
      return '';
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
