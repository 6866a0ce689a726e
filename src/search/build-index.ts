/** Builds a {@link TextIndex} in steps, so that whoever builds it can do something else between two. */
import { authorName } from '../model/dataset.ts';
import type { RecordTexts } from './record-texts.ts';
import { termsOf } from './terms.ts';
import { TextIndex } from './text-index.ts';

/** How often a term counts where it stands. */
const TITLE_WEIGHT = 3;
const AUTHOR_WEIGHT = 2;
const ABSTRACT_WEIGHT = 1;

/** BM25's saturation, and how much long records are held back (0 to 1); low, as long bylines are no fault. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.4;

/** Records between two looks at the clock. */
const BATCH = 32;

export class IndexBuilder {
  readonly #texts: RecordTexts;
  readonly #ids = new Map<string, number>();
  /** One entry for each term of each record, record by record: the term's id, and its weighted frequency. */
  #term = new Uint32Array(1024);
  #frequency = new Uint8Array(1024);
  #entryCount = 0;
  readonly #entryOffset: Uint32Array;
  /** Weighted terms of a record, repetitions included. */
  readonly #length: Float64Array;
  /** Where the present record's entry of a term is; an entry of an earlier record is not one of this. */
  #entryOf = new Uint32Array(1024);
  /** Ids of the terms of each author's name, worked out when first met. */
  readonly #authorTerms = new Map<number, Uint32Array>();
  #record = 0;

  constructor(texts: RecordTexts) {
    this.#texts = texts;
    this.#entryOffset = new Uint32Array(texts.title.length + 1);
    this.#length = new Float64Array(texts.title.length);
  }

  /** How much is read, 0 to 1. */
  get share(): number {
    const { length } = this.#texts.title;
    return length === 0 ? 1 : this.#record / length;
  }

  /** Reads records for about so many milliseconds; true when all are read. */
  step(sliceMs: number): boolean {
    const end = performance.now() + sliceMs;
    const recordCount = this.#texts.title.length;
    while (this.#record < recordCount) {
      for (let i = 0; i < BATCH && this.#record < recordCount; i++) this.#addRecord(this.#record++);
      if (performance.now() >= end) break;
    }
    return this.#record === recordCount;
  }

  #addRecord(record: number): void {
    const { title, abstract, author, authorOffset } = this.#texts;
    termsOf(title.at(record), (term) => this.#add(record, this.#idOf(term), TITLE_WEIGHT));
    for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++) {
      for (const id of this.#termsOfAuthor(author[i]!)) this.#add(record, id, AUTHOR_WEIGHT);
    }
    termsOf(abstract.at(record), (term) => this.#add(record, this.#idOf(term), ABSTRACT_WEIGHT));
    this.#entryOffset[record + 1] = this.#entryCount;
  }

  #termsOfAuthor(author: number): Uint32Array {
    let ids = this.#authorTerms.get(author);
    if (!ids) {
      const found: number[] = [];
      termsOf(authorName(this.#texts.authors, author), (term) => found.push(this.#idOf(term)));
      ids = Uint32Array.from(found);
      this.#authorTerms.set(author, ids);
    }
    return ids;
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(term, id);
      if (id >= this.#entryOf.length) this.#entryOf = grown(this.#entryOf, new Uint32Array(id * 2));
    }
    return id;
  }

  #add(record: number, id: number, weight: number): void {
    this.#length[record]! += weight;
    const at = this.#entryOf[id]!;
    if (at >= this.#entryOffset[record]! && at < this.#entryCount && this.#term[at] === id) {
      this.#frequency[at] = Math.min(255, this.#frequency[at]! + weight);
      return;
    }
    if (this.#entryCount >= this.#term.length) {
      this.#term = grown(this.#term, new Uint32Array(this.#entryCount * 2));
      this.#frequency = grown(this.#frequency, new Uint8Array(this.#entryCount * 2));
    }
    this.#entryOf[id] = this.#entryCount;
    this.#term[this.#entryCount] = id;
    this.#frequency[this.#entryCount++] = weight;
  }

  /** The index of what was read: the entries sorted by term, and weighed now that the mean length is known. */
  finish(): TextIndex {
    const recordCount = this.#texts.title.length;
    const terms = [...this.#ids.keys()].sort((a, b) => (a < b ? -1 : 1));
    const rankOf = new Uint32Array(terms.length);
    terms.forEach((term, rank) => (rankOf[this.#ids.get(term)!] = rank));
    const offset = new Uint32Array(terms.length + 1);
    for (let i = 0; i < this.#entryCount; i++) offset[rankOf[this.#term[i]!]! + 1]!++;
    for (let rank = 0; rank < terms.length; rank++) offset[rank + 1]! += offset[rank]!;

    const meanLength = this.#length.reduce((sum, length) => sum + length, 0) / Math.max(1, recordCount);
    const next = offset.slice();
    const record = new Uint32Array(this.#entryCount);
    const impact = new Uint8Array(this.#entryCount);
    for (let r = 0; r < recordCount; r++) {
      const held =
        SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * this.#length[r]!) / Math.max(1, meanLength));
      for (let i = this.#entryOffset[r]!; i < this.#entryOffset[r + 1]!; i++) {
        const at = next[rankOf[this.#term[i]!]!]!++;
        const frequency = this.#frequency[i]!;
        record[at] = r;
        impact[at] = Math.max(1, Math.round((255 * frequency) / (frequency + held)));
      }
    }
    return new TextIndex({ recordCount, terms, offset, record, impact });
  }
}

/** The larger column, which begins as the smaller one. */
function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Builds the whole index at once. */
export function buildIndex(texts: RecordTexts): TextIndex {
  const builder = new IndexBuilder(texts);
  while (!builder.step(Infinity));
  return builder.finish();
}
