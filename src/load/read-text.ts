/** Reading an answer's text piece by piece, so that one can tell how far it is. */

/** How far a file is: read over the network, or read and now parsed and checked. */
export type LoadProgress =
  | {
      readonly phase: 'reading';
      /** Bytes so far, after any decompression. */
      readonly bytes: number;
      /** Bytes in all; null where the server does not tell or sends the file compressed. */
      readonly totalBytes: number | null;
    }
  | { readonly phase: 'checking' };

/** Hears how far a file is; called at every piece, so it must be quick. */
export type OnProgress = (progress: LoadProgress) => void;

/** An answer that grew beyond the limit while it was read. */
export class TooLargeError extends Error {}

/** Bytes that the whole answer will have, or null: of a compressed one only the compressed length is known. */
export function expectedBytes(headers: Headers): number | null {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const length = headers.get('content-length') ?? '';
  return encoding === 'identity' && /^\d+$/.test(length) ? Number(length) : null;
}

/**
 * The whole text, decoded as UTF-8 without its byte order mark, as `Response.text()` gives it.
 * @param limitBytes more than these are not read
 * @throws {TooLargeError} beyond the limit; whatever the connection throws where it breaks off
 */
export async function readText(
  response: Response,
  limitBytes: number,
  onProgress: OnProgress = () => undefined,
): Promise<string> {
  if (response.body === null) return response.text();
  const totalBytes = expectedBytes(response.headers);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  onProgress({ phase: 'reading', bytes, totalBytes });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > limitBytes) {
      // the connection is given up either way
      reader.cancel().catch(() => undefined);
      throw new TooLargeError();
    }
    parts.push(decoder.decode(value, { stream: true }));
    onProgress({ phase: 'reading', bytes, totalBytes });
  }
  parts.push(decoder.decode());
  return parts.join('');
}
