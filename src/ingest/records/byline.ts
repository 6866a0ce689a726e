/** The author line in bytes: its pairs as entries of the table of authors. */
import type { AuthorNumber, AuthorTable } from '../authors/author-table.ts';
import { FETCHED, hashOf } from '../columns/byte-table.ts';
import { Uint32Column } from '../columns/columns.ts';

const COMMA = 0x2c;
const BLANK = 0x20;

/** Reads author lines in which nothing is odd; the others are for `readAuthors`. */
export class Bylines {
  readonly #table: AuthorTable;
  /** Of the lines scanned since {@link forget}, one after the other. */
  readonly #entries = new Uint32Column();
  readonly #authors = new Uint32Column();
  /** Pairs of the line that is scanned. */
  #count = 0;
  readonly #starts = new Int32Array(FETCHED);
  readonly #ends = new Int32Array(FETCHED);
  readonly #hashes = new Int32Array(FETCHED);

  constructor(table: AuthorTable) {
    this.#table = table;
  }

  /** Where the entries of the next line will begin. */
  get mark(): number {
    return this.#entries.length;
  }

  /** Forgets the lines scanned so far. */
  forget(): void {
    this.#entries.length = 0;
  }

  /**
   * Takes a line, folded and with a comma, pair by pair; every part of it then looks like a name.
   * @returns whether nothing is odd about the pairs; where something is, the line counts as not scanned
   */
  scan(bytes: Uint8Array, from: number, end: number): boolean {
    const mark = this.#entries.length;
    for (let at = from; at < end;) {
      at = this.#cutPairs(bytes, at, end);
      if (at >= 0 && this.#readPairs(bytes)) continue;
      this.#entries.length = mark;
      return false;
    }
    return true;
  }

  /** Cuts the next pairs off, some of a long line. Where the line goes on; -1 where a pair is not whole. */
  #cutPairs(bytes: Uint8Array, from: number, end: number): number {
    const starts = this.#starts;
    const ends = this.#ends;
    const hashes = this.#hashes;
    let at = from;
    let count = 0;
    for (; at < end && count < FETCHED; at++) {
      if (bytes[at] === BLANK) at++;
      const start = at;
      let commas = 0;
      for (; at < end; at++) if (bytes[at] === COMMA && ++commas === 2) break;
      // one comma lacks, or stands at the end
      if (commas === 1 ? at < end : commas !== 2 || at + 1 >= end) return -1;
      starts[count] = start;
      ends[count] = at;
      hashes[count++] = hashOf(bytes, start, at);
    }
    this.#count = count;
    return at;
  }

  /** Adds the entries of the pairs that were cut off; false where something is odd about one. */
  #readPairs(bytes: Uint8Array): boolean {
    this.#table.fetch(this.#hashes, this.#count);
    for (let i = 0; i < this.#count; i++) {
      const entry = this.#table.pair(bytes, this.#starts[i]!, this.#ends[i]!, this.#hashes[i]!);
      if (entry < 0) return false;
      this.#entries.push(entry);
    }
    return true;
  }

  /** Whether the second name of a pair from `mark` on is "null". */
  hasSingle(mark: number): boolean {
    for (let i = mark; i < this.#entries.length; i++) {
      if (this.#table.isSingle(this.#entries.values[i]!)) return true;
    }
    return false;
  }

  /**
   * The authors of a scanned line, good until the next is asked for; undefined where one is named twice, or where
   * names stand side by side that may be one person's.
   */
  authors(mark: number, end: number): Uint32Column | undefined {
    const authors = this.#authors;
    authors.length = 0;
    this.#table.beginLine();
    let singles = 0;
    for (let i = mark; i < end; i++) {
      const entry = this.#entries.values[i]!;
      const author: AuthorNumber = this.#table.authorOf(entry);
      if (this.#table.isSingle(entry) && ++singles > 1) return undefined;
      if (!this.#table.isFirstOnLine(author)) return undefined;
      authors.push(author);
    }
    return authors;
  }
}
