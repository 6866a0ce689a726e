/** A file on its way: what is being done, how far it is, and how to give it up. One at a time. */
import type { Asker } from '../../export/figure/pace.ts';
import { faultOf } from '../../model/fault-of.ts';

/** What is quicker is told in words alone, ms: a bar would only flash. */
const LATE_MS = 200;

export class FileMaking {
  #giving: AbortController | null = $state.raw(null);
  #doing = $state('');
  #share = $state.raw<number | undefined>(undefined);
  #isLate = $state(false);

  get isBusy(): boolean {
    return this.#giving !== null;
  }
  /** "Writing the file…", or "" while nothing is made. */
  get doing(): string {
    return this.#doing;
  }
  /** How much of that is done, 0 to 1; undefined where nobody knows. */
  get share(): number | undefined {
    return this.#share;
  }
  /** Whether it takes so long that somebody may want to give it up. */
  get isLate(): boolean {
    return this.#isLate;
  }

  /**
   * @param deed makes a file and does with it what is wanted
   * @returns "" where it is done, what went wrong, or null where it was given up or another is on its way
   */
  async run(deed: (asker: Asker) => Promise<void>): Promise<string | null> {
    if (this.#giving) return null;
    const giving = new AbortController();
    const { signal } = giving;
    this.#giving = giving;
    const timer = setTimeout(() => (this.#isLate = true), LATE_MS);
    const tell = (doing: string, share?: number) => {
      if (signal.aborted) return;
      this.#doing = doing;
      this.#share = share;
    };
    try {
      await deed({ signal, tell });
      return signal.aborted ? null : '';
    } catch (error) {
      return signal.aborted ? null : faultOf(error);
    } finally {
      clearTimeout(timer);
      if (this.#giving === giving) this.#end();
    }
  }

  /** Gives it up: no file comes, and nothing more is told. */
  cancel(): void {
    this.#giving?.abort();
    this.#end();
  }

  #end(): void {
    this.#giving = null;
    this.#doing = '';
    this.#share = undefined;
    this.#isLate = false;
  }
}
