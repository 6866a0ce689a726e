/** Tells what source the input files are of, before any is read: the first one that can be told decides. */
import { open, type FileHandle } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { AITOPICS, type SourceSpec } from '../../src/ingest/facets.ts';
import { sourceOf } from '../../src/ingest/ingestion.ts';
import { formatOfBytes, SNIFFED_JSON_BYTES } from '../../src/ingest/lines/byte-text.ts';
import { isTable } from '../../src/ingest/lines/file-format.ts';
import { TableFacets } from '../../src/ingest/table/table-source.ts';
import { isGzip } from '../../src/model/codec/gzip.ts';
import { bytesAt } from './bytes-at.ts';
import { decodeUtf8, readPieces } from './read-inputs.ts';
import { isSpecial } from './real-path.ts';
import { UserError } from './user-error.ts';

/** The source of the first file that has one; AITopics where none has, which is told when they are read. */
export async function findSource(paths: readonly string[]): Promise<SourceSpec> {
  for (const path of paths) {
    const source = sourceOf(formatOfBytes(await beginningOf(path)));
    if (source === 'table') return sourceOfTableFiles(paths);
    if (source !== undefined) return source;
  }
  return AITOPICS;
}

/** That of all tables: their rows tell the facets. */
async function sourceOfTableFiles(paths: readonly string[]): Promise<SourceSpec> {
  const facets = new TableFacets();
  for (const path of paths) {
    if (!isTable(formatOfBytes(await beginningOf(path)))) continue;
    const file = facets.nextFile(decodeUtf8);
    try {
      for await (const piece of readPieces(path, () => undefined)) file.push(piece);
    } catch (fault) {
      // told when it is read
      if (!(fault instanceof UserError)) throw fault;
    }
    file.finish();
  }
  return facets.source;
}

/** Nothing where a file cannot be read, or only once: a pipe is taken for result text. */
async function beginningOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    if (isSpecial(path)) return new Uint8Array(0);
    file = await open(path);
    const first = await bytesAt(file, 0, SNIFFED_JSON_BYTES);
    return isGzip(first) ? gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }) : first;
  } catch {
    // told when it is read
    return new Uint8Array(0);
  } finally {
    await file?.close();
  }
}
