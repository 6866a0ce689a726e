/**
 * Long texts that stay for the whole run are joined: the engine copies each young text twice before it lets it be,
 * but a text of a million units not at all, and a part of one is only a reference into it.
 */

/** Something with an abstract, which will be the same text in another place. */
export interface TextHolder {
  abstract: string;
}

const JOINED_UNITS = 1 << 20;
/** Shorter texts are copied for less than a reference takes. */
const LEAST_UNITS = 64;

/** Gives the abstracts of holders their place in joined texts; what is said does not change. */
export class JoinedTexts {
  readonly #enough: number;
  #holders: TextHolder[] = [];
  #length = 0;

  /** @param enough joins when so many units have come */
  constructor(enough = JOINED_UNITS) {
    this.#enough = enough;
  }

  /** Takes a holder; its text is joined with others later, or stays where it is. */
  take(holder: TextHolder): void {
    const { abstract } = holder;
    // one wide letter would make all that is joined twice as large
    if (abstract.length < LEAST_UNITS || WIDE.test(abstract)) return;
    this.#holders.push(holder);
    this.#length += abstract.length;
    if (this.#length >= this.#enough) this.#join();
  }

  #join(): void {
    const joined = this.#holders.map((holder) => holder.abstract).join('');
    let from = 0;
    for (const holder of this.#holders) {
      const end = from + holder.abstract.length;
      holder.abstract = joined.slice(from, end);
      from = end;
    }
    this.#holders = [];
    this.#length = 0;
  }
}

const WIDE = /[\u0100-\uffff]/;
