/** Makes a column of packed texts from lines that are still as a JSON file has them. */
import { packLines } from './pack-texts.ts';
import { PackedTexts } from './packed-texts.ts';
import { readRawText, type RawText } from './raw-text.ts';
import { isUtf8 } from './utf8.ts';

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

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
