/** Reading an answer piece by piece, so that one can tell how far it is. */

/** Hears how many bytes are there, first none, and what the answer announced; called at every piece, so it must be quick. */
export type OnBytes = (bytes: number, headers: Headers) => void;

/**
 * The whole answer.
 * @param limitBytes more than these are not read
 * @returns null beyond the limit
 * @throws whatever the connection throws where it breaks off
 */
export async function readBytes(
  response: Response,
  limitBytes: number,
  onBytes: OnBytes = () => undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { body, headers } = response;
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  onBytes(bytes, headers);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > limitBytes) {
      // the connection is given up either way
      reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
    onBytes(bytes, headers);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
