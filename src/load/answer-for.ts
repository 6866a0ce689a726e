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
const GET_ACCESS = 'Ask whoever runs the server for access, or sign in there, then reload this page.';
const TRY_LATER = 'This may pass: try again later, then reload this page.';

/** Not there, or not there any more. */
const MISSING: readonly number[] = [404, 410];
/** Access is refused: to anybody, to those who are not signed in, by a proxy, for legal reasons. */
const REFUSED: readonly number[] = [401, 403, 407, 451];

/**
 * The server's answer, of which nothing has been read yet.
 * @param address relative to the page; messages name it so
 * @param advice what to do where it is missing or not as it should be
 * @param ask how it is asked for, where its address alone does not say; a {@link LoadError} of its own is passed on
 * @throws {LoadError} when it cannot be reached, is missing or refused, or announced as too large
 */
export async function answerFor(
  address: string,
  advice: string,
  ask = () => fetch(address),
): Promise<Response> {
  let answer: Response;
  try {
    answer = await ask();
  } catch (error) {
    throw error instanceof LoadError ? error : unreachable(address);
  }
  const { ok, status, headers } = answer;
  if (!ok) throw refusal(address, status, advice);
  if (Number(headers.get('content-length')) > FILE_LIMIT_BYTES) throw tooLarge(address, advice);
  return answer;
}

/** No answer at all. */
export const unreachable = (address: string, advice = RELOAD) =>
  new LoadError(`${address} could not be reached.`, advice);

/** An answer that brings no file. */
function refusal(address: string, status: number, advice: string): LoadError {
  if (MISSING.includes(status)) {
    return new LoadError(`${address} was not found (the server answered ${status}).`, advice);
  }
  return REFUSED.includes(status)
    ? new LoadError(
        `${address} may not be read: the server refuses access to it (it answered ${status}).`,
        GET_ACCESS,
      )
    : new LoadError(`${address} could not be had (the server answered ${status}).`, TRY_LATER);
}

/** A connection that broke off midway. */
export function brokenOff(address: string, error: unknown): LoadError {
  return new LoadError(`${address} broke off while it was read (${faultOf(error)}).`, RELOAD);
}

export function tooLarge(address: string, advice: string): LoadError {
  return new LoadError(`${address} is larger than ${FILE_LIMIT_BYTES / 1024 / 1024} MB.`, advice);
}
