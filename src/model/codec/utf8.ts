/** A text as UTF-8, quickly also where it is large. */

const encoder = new TextEncoder();

/** Units of UTF-16 that are written at once: a text of 100 million at once takes a browser four times as long. */
const PART = 2 ** 18;
/** Bytes that one unit takes at most. */
const UNIT_BYTES = 3;

/**
 * The bytes of a text; halves of characters beyond 16 bits, which UTF-8 does not have, become U+FFFD.
 * @param part units that are written at once, at least 2
 */
export function utf8Of(text: string, part = PART): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(text.length);
  let written = 0;
  for (let from = 0; from < text.length;) {
    const end = endOfPart(text, from + part);
    const step = encoder.encodeInto(text.slice(from, end), bytes.subarray(written));
    from += step.read;
    written += step.written;
    // not all is ASCII: room for what is left if it is like what was, and for one part in any case
    if (from < end)
      bytes = grown(bytes, (bytes.length * text.length) / Math.max(1, from) + UNIT_BYTES * part);
  }
  return written === bytes.length ? bytes : bytes.slice(0, written);
}

/**
 * Whether these bytes are UTF-8 from end to end.
 * @param part bytes that are looked at in one go
 */
export function isUtf8(bytes: Uint8Array, part = 2 ** 20): boolean {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += part) {
      strict.decode(bytes.subarray(from, from + part), { stream: true });
    }
    strict.decode();
    return true;
  } catch {
    return false;
  }
}

/** The two halves of a character stay together. */
function endOfPart(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const isHalved = text.codePointAt(end - 1)! > 0xffff;
  return isHalved ? end - 1 : end;
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.ceil(length));
  larger.set(bytes);
  return larger;
}
