/** What a page sets is shown in the order in which it was set, and each only where nothing later replaces it anyway. */
import type { StatePart } from './messages.ts';

export class StatesInTurn {
  #count = 0;
  /** Which was the last that replaces the whole state, and which the last that replaces its filter. */
  readonly #last: Record<StatePart, number> = { all: 0, filter: 0 };
  #settled: Promise<unknown> = Promise.resolve();

  /**
   * @param made what is to be shown, which may take a while
   * @param show called in turn; not called where a later state has come meanwhile that leaves nothing of this one
   * @returns when it is shown or passed over. Rejects with what went wrong; those after it go on
   */
  set<State>(part: StatePart, made: Promise<State>, show: (state: State) => void): Promise<void> {
    const turn = (this.#count += 1);
    this.#last[part] = turn;
    if (part === 'all') this.#last.filter = turn;
    const shown = this.#after(async () => {
      const state = await made;
      // a page that sets faster than is drawn has told its next one by then
      await new Promise((resolve) => setTimeout(resolve));
      if (turn >= this.#last[part]) show(state);
    });
    made.catch(() => undefined); // told in its turn
    return shown;
  }

  /** Does it when all that was set before is shown. */
  after<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    return this.#settled.then(act, act);
  }

  #after(act: () => Promise<void>): Promise<void> {
    const done = this.after(act);
    this.#settled = done;
    return done;
  }
}
