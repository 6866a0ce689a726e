/** Fetching a JSON file that belongs to the page, with errors that say what to do. */

import { bundledFile } from './bundled-files.ts';
import { readText, TooLargeError, type OnProgress } from './read-text.ts';

/** A file that could not be had: what was wrong, where, and what to do. */
export class LoadError extends Error {
  /** What to do about it, as a sentence. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = 'LoadError';
    this.advice = advice;
  }
}

/** Larger files are not read. */
export const FILE_LIMIT_BYTES = 512 * 1024 * 1024;

const REBUILD = 'Build it again with “npm run data”, then reload this page.';

/** How a file is fetched; every part may be left out. */
export interface FetchOptions {
  /** Where the file is, if its address alone does not say: in a worker it would be relative to the script. */
  readonly url?: string;
  /** The file's text, if it is there already: a worker has no page to look in. */
  readonly text?: string;
  readonly onProgress?: OnProgress;
  /** Gives the fetch up. */
  readonly signal?: AbortSignal;
}

/** The whole text; a connection that breaks off midway fails here, not at the first byte. */
async function textOf(response: Response, address: string, onProgress?: OnProgress): Promise<string> {
  try {
    return await readText(response, FILE_LIMIT_BYTES, onProgress);
  } catch (error) {
    if (error instanceof TooLargeError) throw tooLarge(address);
    const fault = error instanceof Error ? error.message : String(error);
    throw new LoadError(
      `${address} broke off while it was read (${fault}).`,
      'Check that the server still runs, then reload this page.',
    );
  }
}

function tooLarge(address: string): LoadError {
  return new LoadError(`${address} is larger than ${FILE_LIMIT_BYTES / 1024 / 1024} MB.`, REBUILD);
}

/**
 * Fetches and parses a JSON file.
 * @param address relative to the page; messages name it so
 * @throws {LoadError} when it cannot be reached, is missing, too large, not JSON or cut off
 */
export async function fetchJson(address: string, options: FetchOptions = {}): Promise<unknown> {
  const { url = address, onProgress, signal } = options;
  const inside = options.text ?? bundledFile(address);
  if (inside !== undefined) return parse(inside, address, onProgress);
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch {
    throw new LoadError(
      `${address} could not be reached.`,
      'Check that the server still runs, then reload this page.',
    );
  }
  if (!response.ok)
    throw new LoadError(`${address} was not found (the server answered ${response.status}).`, REBUILD);
  if (Number(response.headers.get('content-length') ?? 0) > FILE_LIMIT_BYTES) throw tooLarge(address);
  return parse(await textOf(response, address, onProgress), address, onProgress);
}

function parse(text: string, address: string, onProgress?: OnProgress): unknown {
  onProgress?.({ phase: 'checking' });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const found = text.trimStart().startsWith('<') ? 'it is a web page' : `it may be cut off (${fault})`;
    throw new LoadError(`${address} is not valid JSON: ${found}.`, REBUILD);
  }
}
