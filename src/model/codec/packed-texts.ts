/** A column of texts as UTF-8: many short texts take a third of the memory that strings do, and are handed over whole. */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

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

  get length(): number {
    return this.start.length - 1;
  }

  /** @throws {RangeError} where there is no such text */
  at(index: number): string {
    const end = this.start[index + 1];
    if (!(index >= 0) || end === undefined) throw new RangeError(`no text ${index} of ${this.length}`);
    return decoder.decode(this.bytes.subarray(this.start[index], end - 1));
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
}

/** Whether the bytes of `wanted` from `from` (included) to `end` (excluded) stand among the others at a position. */
export function isAt(
  bytes: Uint8Array,
  at: number,
  wanted: Uint8Array,
  from = 0,
  end = wanted.length,
): boolean {
  for (let i = from; i < end; i++) if (bytes[at + i - from] !== wanted[i]) return false;
  return true;
}
