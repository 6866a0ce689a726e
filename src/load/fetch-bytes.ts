/** A large file that belongs to the page, as bytes. */
import { answerFor, brokenOff, FILE_LIMIT_BYTES, tooLarge } from './answer-for.ts';
import { readBytes, type OnBytes } from './read-bytes.ts';

/**
 * The whole file.
 * @param address relative to the page; messages name it so
 * @param advice what to do where it is not as it should be
 * @param ask how it is asked for
 * @throws {LoadError} when it cannot be had or is too large
 */
export async function fetchBytes(
  address: string,
  advice: string,
  ask: () => Promise<Response>,
  onBytes: OnBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await answerFor(address, advice, ask);
  let bytes: Uint8Array<ArrayBuffer> | null;
  try {
    bytes = await readBytes(answer, FILE_LIMIT_BYTES, onBytes);
  } catch (error) {
    throw brokenOff(address, error);
  }
  if (!bytes) throw tooLarge(address, advice);
  return bytes;
}
