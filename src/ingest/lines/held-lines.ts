/** The lines of the stretch that is open, as ranges of bytes: in the piece that is being read, or copied out of it. */
import { BytesColumn, Uint32Column } from '../columns/columns.ts';
import type { SourceLine } from './source-lines.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Lines by index. Their bytes are well-formed UTF-8. */
export class HeldLines {
  readonly #bytes: Uint8Array[] = [];
  readonly #from = new Uint32Column();
  readonly #end = new Uint32Column();
  readonly #number = new Uint32Column();
  readonly #flags = new BytesColumn();
  /** Memory of lines that were copied. */
  #own = new Uint8Array(1 << 12);
  #ownLength = 0;

  get length(): number {
    return this.#from.length;
  }

  /** Adds a line whose bytes stay as they are until {@link settle}. */
  add(bytes: Uint8Array, from: number, end: number, number: number, flags: number): void {
    this.#bytes[this.#from.length] = bytes;
    this.#from.push(from);
    this.#end.push(end);
    this.#number.push(number);
    this.#flags.push(flags);
  }

  /** Forgets all lines. */
  clear(): void {
    this.#from.length = this.#end.length = this.#number.length = this.#flags.length = 0;
    this.#ownLength = 0;
  }

  /** Forgets the first line. */
  dropFirst(): void {
    this.#bytes.copyWithin(0, 1, this.length);
    for (const column of [this.#from, this.#end, this.#number, this.#flags]) {
      column.values.copyWithin(0, 1, column.length);
      column.length--;
    }
  }

  /** Copies what still stands in a piece: its memory is about to hold something else. */
  settle(): void {
    for (let i = 0; i < this.length; i++) {
      if (this.#bytes[i] === this.#own) continue;
      const [from, end] = [this.#from.values[i]!, this.#end.values[i]!];
      this.#makeRoom(end - from);
      this.#own.set(this.#bytes[i]!.subarray(from, end), this.#ownLength);
      this.#bytes[i] = this.#own;
      this.#from.values[i] = this.#ownLength;
      this.#ownLength += end - from;
      this.#end.values[i] = this.#ownLength;
    }
  }

  bytes(i: number): Uint8Array {
    return this.#bytes[i]!;
  }

  from(i: number): number {
    return this.#from.values[i]!;
  }

  end(i: number): number {
    return this.#end.values[i]!;
  }

  number(i: number): number {
    return this.#number.values[i]!;
  }

  /** What `scanLine` told of it. */
  flags(i: number): number {
    return this.#flags.values[i]!;
  }

  /** The line as text. */
  text(i: number): string {
    return decoder.decode(this.#bytes[i]!.subarray(this.#from.values[i], this.#end.values[i]));
  }

  /** The line with its number. */
  line(i: number): SourceLine {
    const text = this.text(i);
    return { number: this.number(i), text, length: text.length };
  }

  /** The lines from `start` (included) to `end` (excluded) with their numbers. */
  lines(start: number, end: number): SourceLine[] {
    return Array.from({ length: end - start }, (_, i) => this.line(start + i));
  }

  #makeRoom(length: number): void {
    if (this.#ownLength + length <= this.#own.length) return;
    const larger = new Uint8Array(2 * (this.#ownLength + length));
    larger.set(this.#own.subarray(0, this.#ownLength));
    for (let i = 0; i < this.length; i++) if (this.#bytes[i] === this.#own) this.#bytes[i] = larger;
    this.#own = larger;
  }
}
