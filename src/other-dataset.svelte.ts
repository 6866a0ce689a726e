/** Another dataset on its way to the page, which shows what it showed until it is there. */
import type { LoadProgress } from './load/load-progress.ts';
import { openPage, OWN_DATASET, type OpenedPage } from './open-page.ts';
import { entryAt, fileInEntry, writeEntry, type OpenedFile } from './state/address/history-entry.ts';
import { keepFile } from './state/address/opened-files.ts';
import { trailOf } from './state/address/trail.svelte.ts';

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
  readonly #shown: () => OpenedFile | null | undefined;

  /**
   * @param shown the file whose dataset is shown, null for the page's own; undefined where none is
   * @param onshow puts another in its place
   */
  constructor(shown: () => OpenedFile | null | undefined, onshow: (page: OpenedPage) => void) {
    this.#shown = shown;
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
  /** Once more what did not come. */
  retry(): void {
    if (this.#opening) this.#open(this.#opening.file);
  }
  /** Gives up what is on its way, and forgets why it did not come. */
  dismiss(): void {
    const isFollowing = this.#opening?.isFollowing;
    this.#forget();
    if (isFollowing) this.#goBack();
  }
  /** Back and Forward lead from one dataset to the other, too. */
  follow(): void {
    const file = fileInEntry();
    const { opening } = this;
    // what somebody opened goes on while a step of what is shown is undone
    if ((this.#shown() ?? null) === file) {
      if (opening?.isFollowing) this.dismiss();
    } else if (opening?.file !== file || opening.error !== undefined) this.#open(file, true);
  }

  #open(file: OpenedFile | null, isFollowing = false): void {
    if (isFollowing) this.#forget();
    else this.dismiss();
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
        if (!this.#opening || !isPresent()) return;
        this.#opening = { ...this.#opening, isFollowing: false, error };
        if (isFollowing) this.#goBack();
      },
    );
  }

  #forget(): void {
    this.#opening?.stop();
    this.#opening = null;
  }
  /** From where Back or Forward led to the entry of what is shown: of another the address would tell something else. */
  #goBack(): void {
    const shown = this.#shown();
    const by = shown === undefined ? 0 : trailOf(shown).at - entryAt();
    // none is a reload
    if (by !== 0) history.go(by);
  }

  #show(page: OpenedPage): void {
    const { file } = page;
    const isFollowing = this.#opening?.isFollowing;
    this.#opening = null;
    if (fileInEntry() === file) this.#onshow(page);
    // a step of what is shown has taken the place of where Back led
    else if (isFollowing) page.end();
    else {
      writeEntry('push', file, file ? '' : location.search.slice(1), '');
      this.#onshow(page);
    }
  }
}
