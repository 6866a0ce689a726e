/** Texts of a JSON file as their bytes stand there, and what they say, without a string in between. */
import { PlainReader } from './plain-reader.ts';

const BACKSLASH = 0x5c;

/** A text between its quotes, in UTF-8: read once, since reading may write over it. */
export class RawText {
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }
}

/** What a text says. */
export interface PlainText {
  /** Without escapes, in the memory of the text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each line begins, and where the last line end has passed. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** Whether all is ASCII. */
  readonly isAscii: boolean;
}

/**
 * Takes the escapes out, over the text itself.
 * @param limit of more line ends, one more is read and no further
 * @returns undefined where JSON has no such text
 */
export function readRawText({ bytes }: RawText, limit = bytes.length): PlainText | undefined {
  const reader = new PlainReader(bytes, limit);
  reader.readLines();
  while (!reader.isAtEnd) {
    if (!reader.readEscape()) return undefined;
    reader.readLines();
  }
  return reader;
}

/** What a text says, where lines do not matter: as it stands where nothing is escaped. */
export function plainBytes(text: RawText): Uint8Array<ArrayBuffer> | undefined {
  return text.bytes.includes(BACKSLASH) ? readRawText(text)?.bytes : text.bytes;
}
