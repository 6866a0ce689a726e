/** Makes a column of packed texts from lines that are still as a JSON file has them. */
import { packLines } from './pack-texts.ts';
import { PackedTexts } from './packed-texts.ts';
import { readRawText, type RawText } from './raw-text.ts';

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes that are looked at at once. */
const PART = 2 ** 18;

/**
 * The lines of a text, in its memory, as packLines reads them.
 * @param limit of longer ones one line more is read, and no further
 * @returns undefined where JSON has no such text
 */
export function packRawLines(text: RawText, limit: number): PackedTexts | undefined {
  const plain = readRawText(text, limit);
  if (plain === undefined) return undefined;
  const { bytes, isAscii } = plain;
  return isAscii || isUtf8(bytes) ? new PackedTexts(plain) : packLines(lenient.decode(bytes), limit);
}

/** Whether these bytes are the UTF-8 of some text. */
export function isUtf8(bytes: Uint8Array): boolean {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    // in parts, since what they say is thrown away
    for (let from = 0; from < bytes.length; from += PART) {
      strict.decode(bytes.subarray(from, from + PART), { stream: from + PART < bytes.length });
    }
    return true;
  } catch {
    return false;
  }
}
