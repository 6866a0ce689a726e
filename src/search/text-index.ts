/**
 * An inverted index over titles, authors and abstracts: for each term, in alphabetical order, the records that have
 * it and how much it weighs in each. A query finds the records that have, for each of its terms, one that begins so;
 * best first by BM25 over weighted fields (Robertson, Zaragoza, Taylor 2004, doi:10.1145/1031171.1031181).
 */
import { queryTerms } from './terms.ts';

/** The columns of an index; `offset` slices `record` and `impact` by term. */
export interface IndexColumns {
  readonly recordCount: number;
  /** Ascending by code units. */
  readonly terms: readonly string[];
  readonly offset: Uint32Array;
  /** Ascending within a term. */
  readonly record: Uint32Array;
  /** BM25's saturated frequency, 1 to 255 for 0 to 1. */
  readonly impact: Uint8Array;
}

/** What a query found. */
export interface FoundRecords {
  /** How many records match. */
  readonly found: number;
  /** The best of them, best first; those equally good in dataset order. */
  readonly best: readonly number[];
}

/** A term that only begins with what was asked for weighs half. */
const BEGINNING_WEIGHT = 0.5;

export class TextIndex {
  readonly #columns: IndexColumns;
  /** For each record: the highest impact for the present term, the sum over the terms, how many terms it has. */
  readonly #highest: Float32Array;
  readonly #score: Float64Array;
  readonly #termsHad: Uint16Array;
  /** The records that have the present term. */
  readonly #having: Uint32Array;

  constructor(columns: IndexColumns) {
    const { recordCount } = columns;
    this.#columns = columns;
    this.#highest = new Float32Array(recordCount);
    this.#score = new Float64Array(recordCount);
    this.#termsHad = new Uint16Array(recordCount);
    this.#having = new Uint32Array(recordCount);
  }

  /** How many different terms there are. */
  get termCount(): number {
    return this.#columns.terms.length;
  }

  /**
   * The records that match.
   * @param limit how many of them are listed
   */
  find(query: string, limit: number): FoundRecords {
    const termCount = this.#weigh(query);
    if (termCount === 0) return { found: 0, best: [] };
    const best: number[] = [];
    let found = 0;
    for (let record = 0; record < this.#score.length; record++) {
      if (this.#termsHad[record] !== termCount) continue;
      found++;
      if (best.length === limit && this.#score[record]! <= (this.#score[best[limit - 1]!] ?? Infinity))
        continue;
      let at = best.length;
      while (at > 0 && this.#score[best[at - 1]!]! < this.#score[record]!) at--;
      best.splice(at, 0, record);
      if (best.length > limit) best.pop();
    }
    return { found, best };
  }

  /** All records that match, in dataset order: what a filter by text would keep. */
  matches(query: string): Uint32Array {
    const termCount = this.#weigh(query);
    if (termCount === 0) return new Uint32Array(0);
    const records = new Uint32Array(this.#columns.recordCount);
    let count = 0;
    for (let record = 0; record < records.length; record++) {
      if (this.#termsHad[record] === termCount) records[count++] = record;
    }
    return records.slice(0, count);
  }

  /** Fills the sums; returns how many terms were asked for, 0 also where one of them is nowhere. */
  #weigh(query: string): number {
    const terms = queryTerms(query);
    const ranges = terms.map((term) => this.#rangeOf(term));
    if (ranges.some(({ first, last }) => first === last)) return 0;
    this.#score.fill(0);
    this.#termsHad.fill(0);
    ranges.forEach((range, i) => this.#weighTerm(terms[i]!, range, i));
    return terms.length;
  }

  #weighTerm(term: string, { first, last }: TermRange, termsBefore: number): void {
    const { terms, offset, record, impact, recordCount } = this.#columns;
    const highest = this.#highest;
    const having = this.#having;
    let count = 0;
    for (let at = first; at < last; at++) {
      const weight = terms[at] === term ? 1 : BEGINNING_WEIGHT;
      for (let i = offset[at]!; i < offset[at + 1]!; i++) {
        const r = record[i]!;
        const own = weight * impact[i]!;
        if (highest[r] === 0) having[count++] = r;
        if (own > highest[r]!) highest[r] = own;
      }
    }
    const rarity = Math.log(1 + (recordCount - count + 0.5) / (count + 0.5));
    for (let i = 0; i < count; i++) {
      const r = having[i]!;
      if (this.#termsHad[r] === termsBefore) {
        this.#score[r]! += rarity * highest[r]!;
        this.#termsHad[r] = termsBefore + 1;
      }
      highest[r] = 0;
    }
  }

  /** The terms that begin so. */
  #rangeOf(start: string): TermRange {
    const { terms } = this.#columns;
    const first = partition(terms, (term) => term < start);
    // those that begin so stand together, from the first that is not smaller
    const last = partition(terms, (term) => term < start || term.startsWith(start));
    return { first, last };
  }
}

interface TermRange {
  readonly first: number;
  readonly last: number;
}

/** How many terms at the beginning of the list fulfil a condition that none behind them does. */
function partition(terms: readonly string[], isBefore: (term: string) => boolean): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(terms[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
