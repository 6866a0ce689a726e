/** What is known of the filter's words: the records that have them, once the search has answered. */
import type { TextMatches } from '../../filter/passing/text-clause.ts';
import { faultOf } from '../../model/fault-of.ts';

export type TextAnswer =
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly records: Uint32Array }
  | { readonly kind: 'fault'; readonly message: string };

/** All records that have the words, each once; rejects where they cannot be searched. */
export type FindText = (text: string) => Promise<Uint32Array>;

/** So many answers that are not asked for any more are kept: for Back. */
const KEPT_ANSWERS = 20;

export class TextAnswers {
  readonly #find: FindText;
  #texts: readonly string[] = [];
  /** Oldest first. */
  #answers: ReadonlyMap<string, TextAnswer> = $state.raw(new Map());
  #matches: TextMatches = $state.raw(new Map());

  constructor(find: FindText) {
    this.#find = find;
  }

  /** The records by words, as far as they are known. */
  get matches(): TextMatches {
    return this.#matches;
  }

  answerTo(text: string): TextAnswer {
    return this.#answers.get(text) ?? { kind: 'searching' };
  }

  /** Asks for the words that are new; what answers words that nobody asks for any more is dropped. */
  follow(texts: readonly string[]): void {
    if (texts === this.#texts) return;
    this.#texts = texts;
    const answers = new Map(this.#answers);
    let spare = [...answers.keys()].filter((text) => !texts.includes(text)).length - KEPT_ANSWERS;
    for (const [text, { kind }] of answers) {
      if (texts.includes(text)) continue;
      if (kind !== 'found' || spare > 0) answers.delete(text);
      spare--;
    }
    this.#set(answers);
    for (const text of texts) if (!answers.has(text)) this.#ask(text);
  }

  /** Asks once more for words that could not be searched. */
  retry(text: string): void {
    if (this.#answers.get(text)?.kind === 'fault') this.#ask(text);
  }

  #ask(text: string): void {
    const waiting: TextAnswer = { kind: 'searching' };
    const take = (answer: TextAnswer) => {
      // asked for again, or not any more
      if (this.#answers.get(text) === waiting) this.#set(new Map(this.#answers).set(text, answer));
    };
    this.#set(new Map(this.#answers).set(text, waiting));
    this.#find(text).then(
      (records) => take({ kind: 'found', records }),
      (error: unknown) => take({ kind: 'fault', message: faultOf(error) }),
    );
  }

  #set(answers: ReadonlyMap<string, TextAnswer>): void {
    this.#answers = answers;
    const matches = new Map<string, Uint32Array>();
    for (const [text, answer] of answers) if (answer.kind === 'found') matches.set(text, answer.records);
    this.#matches = matches;
  }
}
