/** Texts of a JSON file as their bytes stand there, and what they say, without a string in between. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const BACKSLASH = 0x5c;
const LINE_END = 0x0a;
const FIRST_PRINTED = 0x20;
const LETTER_U = 0x75;
/** Letters of a character that is written by its number, `\u00e9`. */
const NUMBERED = 6;
const BEYOND_ASCII = 0x80;

/** By the letter after a backslash: what the two stand for (RFC 8259, section 7), 0 where they stand for nothing. */
const MEANING = new Uint8Array(0x100);
for (const [letter, meaning] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  MEANING[letter!.charCodeAt(0)] = meaning!.charCodeAt(0);
}

/** Places for so many lines at first. */
const FIRST_LINES = 1 << 14;

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
  const { length } = bytes;
  const lines = new LineStarts();
  let from = 0;
  let to = 0;
  let seen = 0;
  while (from < length && lines.count <= limit) {
    for (; from < length; from++) {
      const byte = bytes[from]!;
      if (byte < FIRST_PRINTED || byte === BACKSLASH) break;
      bytes[to++] = byte;
      seen |= byte;
    }
    if (from === length) break;
    if (bytes[from] !== BACKSLASH) return undefined;
    const letter = bytes[from + 1] ?? 0;
    if (letter === LETTER_U) {
      const end = endOfNumbered(bytes, from);
      const characters = jsonOf(`"${decoder.decode(bytes.subarray(from, end))}"`);
      if (typeof characters !== 'string') return undefined;
      const { written } = encoder.encodeInto(characters, bytes.subarray(to, end));
      for (let at = to; at < to + written; at++) if (bytes[at] === LINE_END) lines.add(at + 1);
      to += written;
      from = end;
      // an escape is ASCII, what it stands for need not be
      seen |= BEYOND_ASCII;
      continue;
    }
    const meaning = MEANING[letter]!;
    if (meaning === 0) return undefined;
    bytes[to++] = meaning;
    from += 2;
    if (meaning === LINE_END) lines.add(to);
  }
  return { bytes: bytes.subarray(0, to), start: lines.all(), isAscii: seen < BEYOND_ASCII };
}

/** What a text says, where lines do not matter: as it stands where nothing is escaped. */
export function plainBytes(text: RawText): Uint8Array<ArrayBuffer> | undefined {
  return text.bytes.includes(BACKSLASH) ? readRawText(text)?.bytes : text.bytes;
}

/** Where lines begin; the first one at 0. */
class LineStarts {
  /** Line ends so far. */
  count = 0;
  #start = new Uint32Array(FIRST_LINES);

  add(at: number): void {
    if (++this.count === this.#start.length) {
      const longer = new Uint32Array(2 * this.count);
      longer.set(this.#start);
      this.#start = longer;
    }
    this.#start[this.count] = at;
  }

  all(): Uint32Array<ArrayBuffer> {
    return this.#start.slice(0, this.count + 1);
  }
}

/** Where a row of numbered characters ends: two may be one beyond 16 bits. */
function endOfNumbered(bytes: Uint8Array, at: number): number {
  while (bytes[at] === BACKSLASH && bytes[at + 1] === LETTER_U) at += NUMBERED;
  return at;
}

/** The value of a JSON text, undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
