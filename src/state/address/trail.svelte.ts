/** The steps a person took, as links: what undo, redo and the history list go by, in step with Back and Forward. */

/** As many steps as browsers keep for a tab: an older one could be listed, but not gone back to. */
export const TRAIL_LIMIT = 50;

/** A step, and the number of the browser's entry that shows it. */
export interface Step {
  readonly at: number;
  /** As a link, never packed. */
  readonly query: string;
}

/** A dataset each: entries of others may lie between its own. */
export class Trail {
  #steps: readonly Step[] = $state.raw([]);
  #at: number = $state(0);

  /** One for each entry of the browser, in their order, those that were undone last. */
  get steps(): readonly Step[] {
    return this.#steps;
  }
  /** The number of the present entry. */
  get at(): number {
    return this.#at;
  }
  get present(): string | undefined {
    return this.#steps.find(({ at }) => at === this.#at)?.query;
  }
  /**
   * How many entries undo and redo go, as history.go takes it: to the next that shows something else. 0 where none does.
   * @param by -1 for undo, 1 for redo
   */
  entriesTo(by: number): number {
    const others = this.#steps.filter(({ at, query }) => (at - this.#at) * by > 0 && query !== this.present);
    return (others.at(Math.min(by, 0))?.at ?? this.#at) - this.#at;
  }

  /** The entry of this number is the present one, and shows this: a new one, a refinement, or where Back led. */
  visit(query: string, at: number): void {
    const known = this.#steps.filter((step) => step.at !== at);
    const steps = [...known, { at, query }].sort((a, b) => a.at - b.at);
    this.#steps = steps.filter((step) => step.at > steps.at(-1)!.at - TRAIL_LIMIT);
    this.#at = at;
  }
  /** Follows the browser to an entry; at one that is not as it was numbered the list starts anew. */
  follow(query: string, at: number): void {
    // so is every entry that the page did not write
    if (at === 0 && this.#steps[0]?.query !== query) this.forget(0);
    this.visit(query, at);
  }
  /** The browser has no entries any more from this number on. */
  forget(from: number): void {
    this.#steps = this.#steps.filter(({ at }) => at < from);
  }
  /** Takes in steps that were known before a reload: see stored-steps.ts. */
  take(steps: readonly Step[]): void {
    this.#steps = steps;
  }
}

/** Those of this visit, by their datasets' files: what is shown again has its steps again. */
const trails = new Map<object | null, Trail>();

/** @param file null for the page's own dataset */
export function trailOf(file: object | null): Trail {
  const trail = trails.get(file) ?? new Trail();
  trails.set(file, trail);
  return trail;
}

/** A new entry takes the place of all that were undone, whatever they show. */
export function forgetUndone(from: number): void {
  for (const trail of trails.values()) trail.forget(from);
}
