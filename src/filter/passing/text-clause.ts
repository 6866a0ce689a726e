/** Clauses by words: what is asked for, and which records have it, as a search over the texts has answered. */
import { missingSome } from './missing-records.ts';
import type { RecordBits } from './record-bits.ts';

/** Longer words are no clause, UTF-16 units. */
export const TEXT_LENGTH_LIMIT = 200;

/** So many clauses by words stand in a filter. */
export const TEXT_COUNT_LIMIT = 20;

/** By the words of a clause the records that have them, each once. Words without an answer are not here. */
export type TextMatches = ReadonlyMap<string, Uint32Array>;

export const NO_MATCHES: TextMatches = new Map();

/** The words as a clause holds them, without spare spaces; null for words that no search could find. */
export function asTextClause(words: string): string | null {
  const text = words.trim().replace(/\s+/g, ' ');
  return text.length <= TEXT_LENGTH_LIMIT && /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/** Which records the clauses by words turn away. Words without an answer turn nothing away: the page says so. */
export class TextDimension {
  /** The records that some clause turns away. */
  failing: RecordBits;
  readonly #none: RecordBits;
  readonly #recordCount: number;
  #answers: readonly Uint32Array[] = [];

  /** @param none the empty set */
  constructor(none: RecordBits, recordCount: number) {
    this.#none = none;
    this.failing = none;
    this.#recordCount = recordCount;
  }

  /** Brings `failing` up to date: the same object where nothing changed. */
  update(texts: readonly string[], matches: TextMatches): void {
    if (texts.length === 0 && this.#answers.length === 0) return;
    const answers = texts.map((text) => matches.get(text)).filter((records) => records !== undefined);
    if (answers.length === this.#answers.length && answers.every((each, i) => each === this.#answers[i]))
      return;
    this.#answers = answers;
    this.failing = answers.length === 0 ? this.#none : missingSome(answers, this.#recordCount);
  }
}
