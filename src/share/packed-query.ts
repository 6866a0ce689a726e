/**
 * Long links, shortened: all keys of ours deflated (RFC 1951) into one, packed=BASE64URL. Servers and mail programs cut
 * addresses of several kB. Loaded when a link is long.
 */
import { QUERY_LIMIT } from './url-state.ts';

/** Longer queries are packed. */
export const PACK_FROM = 2000;

/** Whether a query has to be unpacked before it can be read. */
export const isPacked = (query: string): boolean => /(?:^|[?&])packed=/.test(query);

/**
 * Packs a query that encodeState wrote: ours stands first and ends with "v=1"; what is not ours stays readable.
 * @returns the query as it is where it is short, or where packing doesn't shorten it
 */
export async function packQuery(query: string): Promise<string> {
  if (query.length <= PACK_FROM) return query;
  const end = /(?:^|&)v=1(?=&|$)/.exec(query);
  if (!end) return query;
  const ownLength = end.index + end[0].length;
  const bytes = new TextEncoder().encode(query.slice(0, ownLength));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity);
  const short = `packed=${base64Url(packed)}${query.slice(ownLength)}`;
  return short.length < query.length ? short : query;
}

/**
 * The query that was packed; other queries as they are. What cannot be unpacked, or holds more than a link may, is
 * left packed: decodeState then tells it. Never throws, and never unpacks more than a link may hold.
 */
export async function unpackQuery(query: string): Promise<string> {
  if (!isPacked(query) || query.length > QUERY_LIMIT) return query;
  const params = new URLSearchParams(query);
  try {
    const bytes = bytesOf(params.get('packed') ?? '');
    const plain = await through(bytes, new DecompressionStream('deflate-raw'), QUERY_LIMIT);
    const own = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    params.delete('packed');
    return params.size > 0 ? `${own}&${params.toString()}` : own;
  } catch {
    return query;
  }
}

/**
 * @param limit most bytes that may come out
 * @throws {RangeError} when more come out; {TypeError} when the bytes are not what the stream reads
 */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('more than a link may hold');
    }
    pieces.push(next.value);
  }
  const whole = new Uint8Array(length);
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return whole;
}

/** Base 64 for addresses (RFC 4648, section 5), without padding. */
function base64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
