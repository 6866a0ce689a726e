/** What authors' records say about two names: named together, or with the same others. */
import type { RecordColumns } from '../../model/dataset.ts';

/** Longer bylines say little about who knows whom. */
const MOST_COAUTHORS = 30;

/** Who wrote each record. */
type Bylines = Pick<RecordColumns, 'author' | 'authorOffset'>;

/** Asks the records about two authors. */
export class SharedWork {
  readonly #records: Bylines;
  /** The records of author a: `#record[#offset[a]]` up to (not with) `#record[#offset[a + 1]]`. */
  readonly #offset: Uint32Array;
  readonly #record: Uint32Array;
  /** By record and by author, the last question that met them. */
  readonly #metRecord: Uint32Array;
  readonly #metAuthor: Uint32Array;
  #question = 0;

  constructor(records: Bylines, authorCount: number) {
    const { author, authorOffset } = records;
    this.#records = records;
    this.#offset = new Uint32Array(authorCount + 1);
    for (const id of author) this.#offset[id + 1]!++;
    for (let id = 0; id < authorCount; id++) this.#offset[id + 1]! += this.#offset[id]!;
    this.#record = new Uint32Array(author.length);
    const next = this.#offset.slice();
    for (let record = 0; record + 1 < authorOffset.length; record++) {
      for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++) {
        this.#record[next[author[i]!]!++] = record;
      }
    }
    this.#metRecord = new Uint32Array(Math.max(0, authorOffset.length - 1));
    this.#metAuthor = new Uint32Array(authorCount);
  }

  /** How many records name the author. */
  recordCount(author: number): number {
    return this.#offset[author + 1]! - this.#offset[author]!;
  }

  /** Whether a record names both: then they are two people. */
  isNamedWith(a: number, b: number): boolean {
    const question = ++this.#question;
    for (const record of this.#recordsOf(a)) this.#metRecord[record] = question;
    return this.#recordsOf(b).some((record) => this.#metRecord[record] === question);
  }

  /** How many people wrote with both, in records of at most 30 authors. */
  sharedCoauthors(a: number, b: number): number {
    const first = ++this.#question;
    for (const other of this.#coauthorsOf(a)) this.#metAuthor[other] = first;
    const second = ++this.#question;
    let shared = 0;
    for (const other of this.#coauthorsOf(b)) {
      if (this.#metAuthor[other] !== first) continue;
      this.#metAuthor[other] = second;
      shared++;
    }
    return shared;
  }

  #recordsOf(author: number): Uint32Array {
    return this.#record.subarray(this.#offset[author], this.#offset[author + 1]);
  }

  /** Others on the author's records, as often as they stand there. */
  *#coauthorsOf(author: number): Generator<number> {
    const { author: authors, authorOffset } = this.#records;
    for (const record of this.#recordsOf(author)) {
      const [start, end] = [authorOffset[record]!, authorOffset[record + 1]!];
      if (end - start > MOST_COAUTHORS) continue;
      for (let i = start; i < end; i++) if (authors[i] !== author) yield authors[i]!;
    }
  }
}
