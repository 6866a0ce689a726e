/** Fetching a JSON file that belongs to the page, with errors that say what to do. */

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

/** The whole text; a connection that breaks off midway fails here, not at the first byte. */
async function textOf(response: Response, address: string): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new LoadError(
      `${address} broke off while it was read (${fault}).`,
      'Check that the server still runs, then reload this page.',
    );
  }
}

/**
 * Fetches and parses a JSON file.
 * @param address relative to the page
 * @throws {LoadError} when it cannot be reached, is missing, too large, not JSON or cut off
 */
export async function fetchJson(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new LoadError(
      `${address} could not be reached.`,
      'Check that the server still runs, then reload this page.',
    );
  }
  if (!response.ok)
    throw new LoadError(`${address} was not found (the server answered ${response.status}).`, REBUILD);
  if (Number(response.headers.get('content-length') ?? 0) > FILE_LIMIT_BYTES) {
    throw new LoadError(`${address} is larger than ${FILE_LIMIT_BYTES / 1024 / 1024} MB.`, REBUILD);
  }
  const text = await textOf(response, address);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const found = text.trimStart().startsWith('<') ? 'it is a web page' : `it may be cut off (${fault})`;
    throw new LoadError(`${address} is not valid JSON: ${found}.`, REBUILD);
  }
}
