/** Another dataset on its way to the page, which shows what it showed until it is there. */
import type { LoadProgress } from './load/load-progress.ts';
import { openPage, OWN_DATASET, type OpenedPage } from './open-page.ts';
import { fileInEntry, keepFile, writeEntry, type OpenedFile } from './state/history-entry.ts';

interface Opening {
  /** Null for the page's own. */
  readonly file: OpenedFile | null;
  /** Whether Back or Forward led to it. */
  readonly isFollowing: boolean;
  /** Null before anything is known. */
  readonly progress: LoadProgress | null;
  /** Given once it has failed. */
  readonly error?: unknown;
  /** Gives it up. */
  readonly stop: () => void;
}

export class OtherDataset {
  readonly #onshow: (page: OpenedPage) => void;
  #opening: Opening | null = $state.raw(null);

  /** @param onshow puts it in the place of what is shown */
  constructor(onshow: (page: OpenedPage) => void) {
    this.#onshow = onshow;
  }

  /** What is on its way, or why it did not come; null where there is nothing of either. */
  get opening(): Opening | null {
    return this.#opening;
  }
  get name(): string {
    return this.#opening?.file?.file.name ?? OWN_DATASET;
  }

  openFile(file: File): void {
    this.#open(keepFile(file));
  }
  openOwn(): void {
    this.#open(null);
  }
  /** Gives up what is on its way, and forgets why it did not come. */
  dismiss(): void {
    this.#opening?.stop();
    this.#opening = null;
  }
  /**
   * Back and Forward lead from one dataset to the other, too.
   * @param shown the file whose dataset is shown; null for the page's own
   */
  follow(shown: OpenedFile | null): void {
    const file = fileInEntry();
    const { opening } = this;
    // what somebody opened goes on while a step of what is shown is undone
    if (shown === file) {
      if (opening?.isFollowing) this.dismiss();
    } else if (opening?.file !== file || opening.error !== undefined) this.#open(file, true);
  }

  #open(file: OpenedFile | null, isFollowing = false): void {
    this.dismiss();
    const isPresent = () => this.#opening?.stop === run.stop;
    const run = openPage(file, (progress) => {
      if (this.#opening && isPresent()) this.#opening = { ...this.#opening, progress };
    });
    this.#opening = { file, isFollowing, progress: null, stop: run.stop };
    // a file's dataset is never shown without the line that says so
    const line = file && import('./controls/FileOrigin.svelte');
    Promise.all([run.loaded, line]).then(
      ([page]) => (isPresent() ? this.#show(page) : page.end()),
      (error: unknown) => {
        if (this.#opening && isPresent()) this.#opening = { ...this.#opening, error };
      },
    );
  }

  #show(page: OpenedPage): void {
    const { file } = page;
    // a step of its own, unless Back or Forward led here; no step of before, kept over a reload or not, has this number
    if (fileInEntry() !== file) {
      const query = file ? '' : location.search.slice(1);
      writeEntry('push', file, { at: Date.now(), query, hash: '' });
    }
    this.#opening = null;
    this.#onshow(page);
  }
}
