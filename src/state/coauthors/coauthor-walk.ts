/** Going from author to author along the links, by keyboard: to the strongest co-author, to the next one, and back. */
import type { AuthorId } from '../../model/dataset.ts';
import { authorLinks } from './author-profile.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** What a key asks for. */
export type WalkStep = 'follow' | 'next' | 'back';

/** One link that was gone along, and the others that begin at the same author. */
interface Leg {
  readonly from: AuthorId;
  /** Strongest first. */
  readonly choices: readonly AuthorId[];
  readonly at: number;
}

export class CoauthorWalk {
  readonly #linksOf: (author: AuthorId) => readonly AuthorId[];
  #legs: readonly Leg[] = [];

  /** @param linksOf whom an author is linked to, strongest first */
  constructor(linksOf: (author: AuthorId) => readonly AuthorId[]) {
    this.#linksOf = linksOf;
  }

  /**
   * Where a step leads from the author that has the focus; null where it leads nowhere. A walk that was left (the focus
   * is elsewhere) is forgotten.
   */
  go(step: WalkStep, author: AuthorId): AuthorId | null {
    const last = this.#legs.at(-1);
    if (last && last.choices[last.at] !== author) this.#legs = [];
    if (step === 'follow') return this.#follow(author);
    const leg = this.#legs.at(-1);
    if (!leg) return null;
    if (step === 'back') {
      this.#legs = this.#legs.slice(0, -1);
      return leg.from;
    }
    const at = (leg.at + 1) % leg.choices.length;
    this.#legs = [...this.#legs.slice(0, -1), { ...leg, at }];
    return leg.choices[at]!;
  }

  #follow(author: AuthorId): AuthorId | null {
    const passed = new Set(this.#legs.map(({ from }) => from));
    const choices = this.#linksOf(author).filter((other) => !passed.has(other));
    if (choices.length === 0) return null;
    this.#legs = [...this.#legs, { from: author, choices, at: 0 }];
    return choices[0]!;
  }
}

/** Co-authors by drawn links: on records that pass, at least as strong as is asked for. */
export function drawnCoauthorsOf(explorer: Explorer, isDrawn: (author: AuthorId) => boolean) {
  return (author: AuthorId): AuthorId[] => {
    const { strength, minStrength } = explorer.coauthors;
    return authorLinks(explorer, author)
      .filter(({ records, fractional }) => (strength === 'full' ? records : fractional) >= minStrength - 1e-9)
      .map((link) => link.author)
      .filter(isDrawn);
  };
}
