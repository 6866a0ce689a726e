/** A file of somebody's computer as bytes, unpacked where it is gzip. */
import { faultOf } from '../model/fault-of.ts';
import { isGzip } from '../model/codec/gzip.ts';
import { FILE_LIMIT_BYTES, LoadError, tooLarge } from './answer-for.ts';
import { readBytes, type OnBytes } from './read-bytes.ts';

/** What to do about a file that is not as it should be. */
export const ANOTHER_FILE =
  'Ask whoever sent it for a whole one, or build it again with “npm run data”, and open that.';

/** What to do about a file that is something else. */
export const OURS = 'Choose a file that “npm run data” wrote, as “dataset.json”.';

const CHOOSE_AGAIN = 'It may be a folder, or was moved or changed meanwhile: choose it again.';

/**
 * The whole file; what comes out of a packed one is counted while it comes, so that it is never much more than allowed.
 * @param limitBytes more than these are not read
 * @throws {LoadError} when it cannot be read, is damaged gzip, or too large
 */
export async function readFile(
  file: File,
  onBytes: OnBytes,
  limitBytes = FILE_LIMIT_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, size } = file;
  if (size > limitBytes) throw tooLarge(name, ANOTHER_FILE);
  const isPacked = isGzip(await firstBytes(file));
  if (isPacked && typeof DecompressionStream === 'undefined') {
    throw new LoadError(`${name} is gzip, which this browser cannot unpack.`, 'Unpack it, and open that.');
  }
  let bytes: Uint8Array<ArrayBuffer> | null;
  try {
    bytes = await readBytes(isPacked ? unpacked(file) : plain(file), limitBytes, onBytes);
  } catch (error) {
    // what keeps a file from being read is a DOMException, what keeps it from being unpacked is none
    if (!isPacked || error instanceof DOMException) throw unreadable(name, error);
    throw new LoadError(`${name} is damaged or cut off: it cannot be unpacked.`, ANOTHER_FILE);
  }
  if (!bytes) throw tooLarge(isPacked ? `${name}, unpacked,` : name, ANOTHER_FILE);
  return bytes;
}

const plain = (file: File) =>
  new Response(file.stream(), { headers: { 'content-length': String(file.size) } });

const unpacked = (file: File) => new Response(file.stream().pipeThrough(new DecompressionStream('gzip')));

async function firstBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 2).arrayBuffer());
  } catch (error) {
    throw unreadable(file.name, error);
  }
}

const unreadable = (name: string, error: unknown) =>
  new LoadError(`${name} could not be read (${faultOf(error)}).`, CHOOSE_AGAIN);
