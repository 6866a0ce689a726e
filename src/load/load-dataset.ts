import { decodeDataset } from '../model/codec/decode-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { DatasetError } from '../model/codec/decode-values.ts';
import { parseJson } from '../model/codec/parse-json.ts';
import { utf16Of } from '../model/codec/utf16.ts';
import { isUtf8, utf8Of } from '../model/codec/utf8.ts';
import { bundledFile } from './bundled-files.ts';
import { LoadError, unreachable } from './answer-for.ts';
import { isNotUtf8, REBUILD, unreadable, unusable } from './dataset-faults.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { expectedBytes, type OnProgress } from './load-progress.ts';
import { readFile } from './read-file.ts';

/** How the dataset is loaded; every part may be left out. */
export interface DatasetOptions {
  /** Where the file is, if its address alone does not say: in a worker it would be relative to the script. */
  readonly url?: string;
  /** Gives the fetch up. */
  readonly signal?: AbortSignal | null;
  /** The file's text, if it is there already: a worker has no page to look in. */
  readonly text?: string;
  /** The dataset itself, where somebody opened one of their computer: then nothing is fetched. */
  readonly file?: File;
  /** Makes a dataset of an opened file that is search results; undefined where it is none. */
  readonly readResults?: ReadResults;
  readonly onProgress?: OnProgress;
}

/**
 * @param name of the file
 * @param onBytes told how many bytes have been gone through
 */
export type ReadResults = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  onBytes: (bytes: number) => void,
) => Promise<Dataset | undefined>;

const ALLOW_ELSEWHERE =
  'If its server runs, it must allow reading from elsewhere (Access-Control-Allow-Origin), ' +
  'and a policy of this page must name it (connect-src).';

/**
 * Loads and validates the dataset.
 * @param address messages name it so
 * @throws {LoadError} with the first fault, and its path or its line
 */
export async function loadDataset(address: string, options: DatasetOptions = {}): Promise<Dataset> {
  const { file, readResults, onProgress = () => undefined } = options;
  const bytes = await bytesOf(address, options, onProgress);
  onProgress({ phase: 'checking' });
  const named = { address, isOpened: file !== undefined };
  if (file && readResults && !looksLikeDataset(bytes)) {
    const onRead = (read: number) => {
      const isRead = read === bytes.length;
      onProgress(
        isRead ? { phase: 'checking' } : { phase: 'results', bytes: read, totalBytes: bytes.length },
      );
    };
    const made = await madeOf(() => readResults(file.name, bytes, onRead), file.name);
    if (made) return made;
  }
  if (utf16Of(bytes)) throw isNotUtf8(named, 'UTF-16');
  // what the page comes with was written by the script; what somebody opens may have been saved anew
  if (file && !isUtf8(bytes)) throw isNotUtf8(named, 'something else, such as Latin-1');
  let json: unknown;
  try {
    json = parseJson(bytes);
  } catch {
    throw unreadable(named, bytes);
  }
  try {
    return decodeDataset(json);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw unusable(named, error, json);
  }
}

/** So much of a file tells whether it says that it is a dataset. */
const TELLING_BYTES = 4096;

function looksLikeDataset(bytes: Uint8Array): boolean {
  const text = new TextDecoder(utf16Of(bytes)).decode(bytes.subarray(0, TELLING_BYTES)).trimStart();
  return text === '' || (text.startsWith('{') && text.includes('"format"'));
}

/** The dataset of search results, undefined where the file is none. */
async function madeOf(make: () => ReturnType<ReadResults>, name: string): Promise<Dataset | undefined> {
  let made: Dataset | undefined;
  try {
    made = await make();
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new LoadError(`${name} holds more than this page reads: ${error.message}.`, FEWER_RESULTS);
  }
  if (made === undefined || made.recordCount > 0) return made;
  const [problem] = made.problems.filter(({ code }) => code !== 'no-gazetteer');
  throw new LoadError(
    `${name} holds no record that can be read: ${problem?.reason ?? 'it is empty'}.`,
    OTHER_RESULTS,
  );
}

const FEWER_RESULTS = 'Open a smaller part of the results.';
const OTHER_RESULTS =
  'Take the results as the source gave them: the text of AITopics, JSON of AITopics or OpenAlex, or a table with one tag a row.';

/** From the file that was opened, from inside the page, or over the network. */
async function bytesOf(
  address: string,
  { file, text, url = address, signal = null }: DatasetOptions,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const onBytes = (bytes: number, headers: Headers) => {
    signal?.throwIfAborted();
    onProgress({ phase: 'reading', bytes, totalBytes: expectedBytes(headers) });
  };
  if (file) return readFile(file, onBytes);
  const inside = text ?? bundledFile(address);
  if (inside !== undefined) return utf8Of(inside);
  const ask = () =>
    fetch(url, { signal }).catch((error: unknown) => {
      throw isElsewhere(url) ? unreachable(address, ALLOW_ELSEWHERE) : error;
    });
  return fetchBytes(address, REBUILD, ask, onBytes);
}

/** Whether it is on another server than the page. */
function isElsewhere(url: string): boolean {
  return /^https?:/.test(url) && new URL(url).origin !== self.location.origin;
}
