/** A column of texts as UTF-8: many short texts take a third of the memory that strings do, and are handed over whole. */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LINE_END = 0x0a;

/** Texts by position, from 0. Halves of characters beyond 16 bits, which UTF-8 does not have, stand as U+FFFD. */
export class PackedTexts {
  /** The texts end to end, each with a line end behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each begins, and where the last one's line end has passed. */
  readonly start: Uint32Array<ArrayBuffer>;

  /** What an earlier one consists of: its prototype is lost on the way from one thread to another. */
  constructor({ bytes, start }: Pick<PackedTexts, 'bytes' | 'start'>) {
    this.bytes = bytes;
    this.start = start;
  }

  /** Any texts. */
  static from(texts: Iterable<string>): PackedTexts {
    const list = [...texts];
    const lines = list.map((text) => `${text}\n`).join('');
    const bytes = encoder.encode(lines);
    const ends = list.some((text) => text.includes('\n'))
      ? list.map((text) => encoder.encode(text).length + 1)
      : null;
    const start = ends ? Uint32Array.from([0, ...ends]) : lineStarts(lines, bytes, list.length);
    if (ends) for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
    return new PackedTexts({ bytes, start });
  }

  /**
   * The lines of a text, each of which ends in a line feed.
   * @param limit most lines
   * @returns a reason where they cannot be had
   */
  static fromLines(lines: string, limit: number): PackedTexts | string {
    if (lines !== '' && !lines.endsWith('\n')) return 'does not end in a line end';
    const count = countLines(lines, limit);
    if (count > limit) return `has more than ${limit} lines`;
    const bytes = encoder.encode(lines);
    return new PackedTexts({ bytes, start: lineStarts(lines, bytes, count) });
  }

  get length(): number {
    return this.start.length - 1;
  }

  /** @throws {RangeError} where there is no such text */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new RangeError(`no text ${index} of ${this.length}`);
    }
    return decoder.decode(this.bytes.subarray(this.start[index], this.start[index + 1]! - 1));
  }

  /** The first position of the text, -1 where it is not there. */
  indexOf(text: string): number {
    const wanted = encoder.encode(text);
    const { start } = this;
    for (let i = 0; i < this.length; i++) {
      if (start[i + 1]! - start[i]! - 1 === wanted.length && isAt(this.bytes, start[i]!, wanted)) return i;
    }
    return -1;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  /** The texts as lines, see {@link fromLines}; null where a text has a line end inside. */
  lines(): string | null {
    const lines = decoder.decode(this.bytes);
    return countLines(lines, this.length) === this.length ? lines : null;
  }

  /** With memory of its own. */
  copy(): PackedTexts {
    return new PackedTexts({ bytes: this.bytes.slice(), start: this.start.slice() });
  }
}

/** How many lines there are; where there are more than `limit`, one more than that. */
function countLines(lines: string, limit: number): number {
  let count = 0;
  for (let at = lines.indexOf('\n'); at >= 0 && count <= limit; at = lines.indexOf('\n', at + 1)) count++;
  return count;
}

/** Where each of so many lines begins among the bytes, and where the last ends. */
function lineStarts(lines: string, bytes: Uint8Array, count: number): Uint32Array<ArrayBuffer> {
  const start = new Uint32Array(count + 1);
  // where all is ASCII a text's positions are those of its bytes, and looking through a text is quicker
  const isAscii = lines.length === bytes.length;
  for (let i = 0; i < count; i++) {
    const at = start[i]!;
    start[i + 1] = (isAscii ? lines.indexOf('\n', at) : bytes.indexOf(LINE_END, at)) + 1;
  }
  return start;
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
