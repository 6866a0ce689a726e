/** What `scanLine` tells of a line, one byte after the other. */
import { COMMA, ESCAPED, FOLDED, isPlainUtf8, NULL, STOP, WIDE } from '../../src/ingest/lines/byte-scan.ts';

/** The flags of the line from `from` (included) to `end` (excluded). */
export function scanLinePlainly(bytes: Uint8Array, from: number, end: number): number {
  let flags = 0;
  let isEven = true;
  for (let i = from; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x22 || byte === 0x5c) flags |= ESCAPED;
    if (byte >= 0x80) flags |= WIDE;
    if (byte === 0x2e || byte === 0x3f || byte === 0x21) flags |= STOP;
    if (byte === 0x2c) {
      flags |= COMMA;
      const rest = String.fromCharCode(...bytes.subarray(i + 1, Math.min(end, i + 6)));
      if (/^ ?null/.test(rest)) flags |= NULL;
    }
    if (byte < 0x20) isEven = false;
    if (byte === 0x20 && (i === from || i + 1 === end || bytes[i + 1] === 0x20)) isEven = false;
  }
  // a line without bytes begins with no blank, and yet is nothing to keep
  if (from === end) isEven = false;
  return isEven && isPlainUtf8(bytes, from, end) ? flags | FOLDED : flags;
}
