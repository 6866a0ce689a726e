/** Divides the input between two threads: what is read here, and from where on it is read beside. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { encodingOf, formatOfBytes } from '../../src/ingest/lines/byte-text.ts';
import { SNIFFED_CHARS } from '../../src/ingest/lines/file-format.ts';
import { TagReader } from '../../src/ingest/tags/tag-reader.ts';
import { isGzip } from '../../src/model/codec/gzip.ts';
import type { SourceSpec } from '../../src/ingest/facets.ts';
import { bytesAt } from './bytes-at.ts';
import { findSource } from './find-source.ts';

/** A stretch of a file: all of it, or one that begins and ends between two records. */
export interface Part {
  /** Index of the file. */
  readonly file: number;
  readonly path: string;
  /** In bytes. */
  readonly from: number;
  /** Infinity for the end of the file. */
  readonly end: number;
}

/** Parts in reading order; all that is read beside comes after all that is read here. */
export interface Plan {
  readonly here: readonly Part[];
  /** Empty where a second thread would not pay. */
  readonly beside: readonly Part[];
  /** Of all files; those of another one are refused. */
  readonly source: SourceSpec;
  /** Bytes of all files on the disk; what is not there is told when it is read. */
  readonly bytes: number;
}

/** As many bytes are read here before the thread beside has started. */
const HEAD_START = 30_000_000;
/** Less is not worth a thread. */
const LEAST_BESIDE = 8_000_000;
/** Bytes of text in a byte of gzip, about. */
const PACKED = 3.5;
/** How far around a place a border between two records is looked for. */
const WINDOW = 1 << 18;
/** Holds all that tells a file's format; no part is shorter. */
const SNIFFED_BYTES = 4 * SNIFFED_CHARS;

/** Plans the reading of files, on so many processors. */
export async function planParts(
  paths: readonly string[],
  headStart = HEAD_START,
  least = LEAST_BESIDE,
  processors = availableParallelism(),
): Promise<Plan> {
  const [sizes, source] = await Promise.all([Promise.all(paths.map(sizeOf)), findSource(paths)]);
  const bytes = sizes.reduce((total, size) => total + size, 0);
  const whole = paths.map((path, file): Part => ({ file, path, from: 0, end: Infinity }));
  const weights = sizes.map((size, file) => (isPacked(paths[file]!) ? PACKED * size : size));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const wanted = (total - headStart) / 2;
  if (processors < 2 || wanted < least) return { here: whole, beside: [], source, bytes };
  let before = 0;
  for (let file = 0; file < paths.length; file++) {
    const [path, weight] = [paths[file]!, weights[file]!];
    if (before + weight > total - wanted) {
      const cut = isPacked(path) ? undefined : await cutNear(path, total - wanted - before);
      if (cut !== undefined) return { ...cutAt(whole, file, cut), source, bytes };
      // a file that cannot be cut is read where more of it would lie
      const first = before + weight / 2 > total - wanted ? file : file + 1;
      return { here: whole.slice(0, first), beside: whole.slice(first), source, bytes };
    }
    before += weight;
  }
  return { here: whole, beside: [], source, bytes };
}

function cutAt(whole: readonly Part[], file: number, cut: number): Pick<Plan, 'here' | 'beside'> {
  const part = whole[file]!;
  return {
    here: [...whole.slice(0, file), { ...part, end: cut }],
    beside: [{ ...part, from: cut }, ...whole.slice(file + 1)],
  };
}

const isPacked = (path: string) => /\.gz$/i.test(path);

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

/** Where, near a place, a record surely begins; undefined where that is not to be seen, or the file is no plain text. */
async function cutNear(path: string, near: number): Promise<number | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const beginning = await bytesAt(file, 0, SNIFFED_BYTES);
    const isText = formatOfBytes(beginning).kind === 'aitopics-text';
    if (isGzip(beginning) || encodingOf(beginning) !== 'utf-8' || !isText) return undefined;
    const from = Math.max(SNIFFED_BYTES, Math.floor(near));
    const at = recordStart(await bytesAt(file, from, WINDOW));
    return at === undefined ? undefined : from + at;
  } catch {
    // told when it is read
    return undefined;
  } finally {
    await file?.close();
  }
}

const [LF, CR] = [10, 13];

/**
 * The first place after which the lines can be read by themselves: behind a tag line in the usual form and before a
 * line that begins with a letter. A stretch of lines ends there, whatever stands around.
 */
export function recordStart(bytes: Uint8Array): number | undefined {
  const tags = new TagReader();
  let start = bytes.indexOf(LF) + 1;
  if (start === 0) return undefined;
  for (let end = bytes.indexOf(LF, start); end >= 0; end = bytes.indexOf(LF, start)) {
    const lineEnd = bytes[end - 1] === CR ? end - 1 : end;
    const from = bytes.subarray(0, lineEnd).lastIndexOf(CR);
    const isTag = tags.code(bytes, Math.max(start, from + 1), lineEnd) >= 0;
    if (isTag && isLetter(bytes[end + 1] ?? 0)) return end + 1;
    start = end + 1;
  }
  return undefined;
}

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
