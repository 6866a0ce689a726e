/**
 * What the browser's present entry says of the page. Of the page's own dataset it is the address, which can be sent and
 * reloaded. A dataset from a file has no address that others could follow: its entries leave the page's as it was and
 * keep the state beside it, so that Back is undo all the same, and a reload shows the page's own dataset.
 */

/** A file of this computer that was opened on the page. */
export interface OpenedFile {
  readonly id: string;
  readonly file: File;
}

/** The state that an entry stands for. */
export interface HistoryEntry {
  /** The number of the step. */
  readonly at: number;
  readonly query: string;
  /** "#present=2" while a talk is on, else "". */
  readonly hash: string;
}

/** Those of this visit: after a reload nobody has them any more, and their entries are the page's own. */
const opened: OpenedFile[] = [];

export function keepFile(file: File): OpenedFile {
  const kept = { id: `${performance.timeOrigin} ${opened.length}`, file };
  opened.push(kept);
  return kept;
}

/** The file whose dataset the present entry shows; null for the page's own. */
export function fileInEntry(): OpenedFile | null {
  const state = history.state as Partial<OpenedFile> | null;
  return opened.find(({ id }) => id === state?.id) ?? null;
}

/** The present entry; undefined where it shows another dataset than that of this file, or than the page's own. */
export function readEntry(file: OpenedFile | null): HistoryEntry | undefined {
  if (fileInEntry() !== file) return undefined;
  const state: unknown = history.state;
  if (file) return state as HistoryEntry;
  const at = Number.isSafeInteger(state) ? (state as number) : 0;
  return { at, query: location.search, hash: location.hash };
}

/** Keys of the address that are not ours, which its next query keeps; a file's state has none. */
export const keptQuery = (file: OpenedFile | null): string => (file ? '' : location.search);

/**
 * Writes the present entry, or a new one.
 * @param step 'replace' makes a new one, too, where the present one shows another dataset
 */
export function writeEntry(step: 'push' | 'replace', file: OpenedFile | null, entry: HistoryEntry): void {
  const { at, query, hash } = entry;
  const { pathname, search } = location;
  const own = readEntry(file) ? step : 'push';
  try {
    if (file) history[`${own}State`]({ id: file.id, at, query, hash }, '', pathname + search);
    else history[`${own}State`](at, '', `${pathname}${query === '' ? '' : `?${query}`}${hash}`);
  } catch {
    // a browser that is asked too often refuses for a while: the next step writes the whole state again
  }
}
