import { decodeDataset } from '../model/decode-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { DatasetError } from '../model/decode-values.ts';
import { parseJson } from '../model/parse-json.ts';
import { utf8Of } from '../model/utf8.ts';
import { bundledFile } from './bundled-files.ts';
import { LoadError, unreachable } from './answer-for.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { notJson } from './fetch-json.ts';
import { expectedBytes, type OnProgress } from './load-progress.ts';

/** How the dataset is loaded; every part may be left out. */
export interface DatasetOptions {
  /** Where the file is, if its address alone does not say: in a worker it would be relative to the script. */
  readonly url?: string;
  /** Gives the fetch up. */
  readonly signal?: AbortSignal | null;
  /** The file's text, if it is there already: a worker has no page to look in. */
  readonly text?: string;
  readonly onProgress?: OnProgress;
}

const REBUILD = 'Build it again with “npm run data”, then reload this page.';

const ALLOW_ELSEWHERE =
  'If its server runs, it must allow reading from elsewhere (Access-Control-Allow-Origin), ' +
  'and a policy of this page must name it (connect-src).';

/** So much of a file tells whether it is a web page. */
const BEGINNING = 1000;

/**
 * Loads and validates the dataset.
 * @throws {LoadError} with the first fault and its path
 */
export async function loadDataset(
  address: string,
  { text, url = address, signal = null, onProgress = () => undefined }: DatasetOptions = {},
): Promise<Dataset> {
  const onBytes = (bytes: number, headers: Headers) =>
    onProgress({ phase: 'reading', bytes, totalBytes: expectedBytes(headers) });
  const inside = text ?? bundledFile(address);
  const ask = () =>
    fetch(url, { signal }).catch((error: unknown) => {
      throw isElsewhere(url) ? unreachable(address, ALLOW_ELSEWHERE) : error;
    });
  const bytes = inside === undefined ? await fetchBytes(address, REBUILD, ask, onBytes) : utf8Of(inside);
  onProgress({ phase: 'checking' });
  let json: unknown;
  try {
    json = parseJson(bytes);
  } catch (error) {
    throw notJson(address, new TextDecoder().decode(bytes.subarray(0, BEGINNING)), error, REBUILD);
  }
  try {
    return decodeDataset(json);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new LoadError(`${address} cannot be used: ${error.message}.`, REBUILD);
  }
}

/** Whether it is on another server than the page. */
function isElsewhere(url: string): boolean {
  return /^https?:/.test(url) && new URL(url).origin !== self.location.origin;
}
