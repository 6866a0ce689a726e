/** Asking for a file that belongs to the page, with errors that say what to do. */
import { faultOf } from '../model/fault-of.ts';

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

const RELOAD = 'Check that the server still runs, then reload this page.';

/**
 * The server's answer, of which nothing has been read yet.
 * @param address relative to the page; messages name it so
 * @param advice what to do where it is not as it should be
 * @param ask how it is asked for, where its address alone does not say
 * @throws {LoadError} when it cannot be reached, is missing, or announced as too large
 */
export async function answerFor(
  address: string,
  advice: string,
  ask = () => fetch(address),
): Promise<Response> {
  let answer: Response;
  try {
    answer = await ask();
  } catch {
    throw new LoadError(`${address} could not be reached.`, RELOAD);
  }
  const { ok, status, headers } = answer;
  if (!ok) throw new LoadError(`${address} was not found (the server answered ${status}).`, advice);
  if (Number(headers.get('content-length')) > FILE_LIMIT_BYTES) throw tooLarge(address, advice);
  return answer;
}

/** A connection that broke off midway. */
export function brokenOff(address: string, error: unknown): LoadError {
  return new LoadError(`${address} broke off while it was read (${faultOf(error)}).`, RELOAD);
}

export function tooLarge(address: string, advice: string): LoadError {
  return new LoadError(`${address} is larger than ${FILE_LIMIT_BYTES / 1024 / 1024} MB.`, advice);
}
