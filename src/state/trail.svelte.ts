/** The steps a person took, as links: what undo, redo and the history list go by, in step with Back and Forward. */

/** As many steps as browsers keep for a tab: an older one could be listed, but not gone back to. */
export const TRAIL_LIMIT = 50;

export class Trail {
  /** Number of the first step that is still known. */
  #first: number = $state(0);
  #queries: readonly string[] = $state.raw([]);
  #at: number = $state(0);

  /**
   * @param query the page's state as a link, never packed
   * @param at the number of the browser's entry: 0 for a page that was just opened
   */
  constructor(query: string, at: number) {
    this.#first = this.#at = at;
    this.#queries = [query];
  }

  /** The steps in their order, those that were undone last. */
  get queries(): readonly string[] {
    return this.#queries;
  }
  /** Position among {@link queries}. */
  get position(): number {
    return this.#at - this.#first;
  }
  /** The number of the present step, which the browser keeps with its entry. */
  get at(): number {
    return this.#at;
  }
  get present(): string {
    return this.#queries[this.position]!;
  }
  get canUndo(): boolean {
    return this.position > 0;
  }
  get canRedo(): boolean {
    return this.position < this.#queries.length - 1;
  }
  /** Number of the first step that is known. */
  get first(): number {
    return this.#first;
  }

  /** Takes in steps that were known before, where the present one is the only one known and stands among them. */
  recall(first: number, queries: readonly string[]): void {
    if (this.#queries.length > 1 || queries[this.#at - first] !== this.present) return;
    this.#first = first;
    this.#queries = queries;
  }
  /** A step of its own: what was undone is forgotten. */
  push(query: string): void {
    const queries = [...this.#queries.slice(0, this.position + 1), query];
    const dropped = Math.max(0, queries.length - TRAIL_LIMIT);
    this.#first += dropped;
    this.#queries = queries.slice(dropped);
    this.#at += 1;
  }
  /** A refinement of the present step. */
  replace(query: string): void {
    this.#queries = this.#queries.with(this.position, query);
  }
  /**
   * Follows the browser to another entry.
   * @returns the entry's link, or undefined where the trail doesn't know it
   */
  goTo(at: number): string | undefined {
    const query = this.#queries[at - this.#first];
    if (query !== undefined) this.#at = at;
    return query;
  }
  /** Starts anew from an entry that the trail doesn't know. */
  restart(query: string, at: number): void {
    this.#first = this.#at = at;
    this.#queries = [query];
  }
}
