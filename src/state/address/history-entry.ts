/**
 * What the browser's present entry says of the page. Of the page's own dataset it is the address, which can be sent and
 * reloaded. A dataset from a file has no address that others could follow: its entries leave the page's as it was and
 * keep the state beside it, so that Back is undo all the same, and a reload shows the page's own dataset.
 */
import { fileNamedInEntry } from './file-named-in-entry.ts';
import { forgetUndone } from './trail.svelte.ts';

/** A file of this computer that was opened on the page. */
export interface OpenedFile {
  readonly id: string;
  readonly file: File;
}

/** The state that an entry stands for. */
export interface HistoryEntry {
  /** Its number, see {@link entryAt}. */
  readonly at: number;
  readonly query: string;
  /** "#present=2" while a talk is on, else "". */
  readonly hash: string;
}

/** Those of this visit: after a reload nobody has them any more, and their entries are the page's own. See opened-files.ts. */
export const opened: OpenedFile[] = [];

/** The file whose dataset the present entry shows; null for the page's own. */
export function fileInEntry(): OpenedFile | null {
  const id = fileNamedInEntry()?.id;
  return opened.find((file) => file.id === id) ?? null;
}

/** The number of the present entry: they are counted on, whatever dataset they show. 0 of one that the page did not write. */
export function entryAt(): number {
  const state = history.state as Partial<HistoryEntry> | number | null;
  const at = typeof state === 'object' ? state?.at : state;
  return Number.isSafeInteger(at) ? at! : 0;
}

/** The present entry; undefined where it shows another dataset than that of this file, or than the page's own. */
export function readEntry(file: OpenedFile | null): HistoryEntry | undefined {
  if (fileInEntry() !== file) return undefined;
  if (file) return history.state as HistoryEntry;
  return { at: entryAt(), query: location.search, hash: location.hash };
}

/** Keys of the address that are not ours, which its next query keeps; a file's state has none. */
export const keptQuery = (file: OpenedFile | null): string => (file ? '' : location.search);

/**
 * Writes the present entry, or a new one.
 * @param step 'replace' makes a new one, too, where the present one shows another dataset
 * @returns the number of the entry that is the present one now
 */
export function writeEntry(
  step: 'push' | 'replace',
  file: OpenedFile | null,
  query: string,
  hash: string,
): number {
  const { pathname, search } = location;
  const own = readEntry(file) ? step : 'push';
  const at = entryAt() + Number(own === 'push');
  const state = file ? { id: file.id, name: file.file.name, at, query, hash } : at;
  const asked = file ? search : `${query && `?${query}`}${hash}`;
  try {
    history[`${own}State`](state, '', pathname + asked);
    if (own === 'push') forgetUndone(at);
  } catch {
    // a browser that is asked too often refuses for a while: the next step writes the whole state again
  }
  return entryAt();
}
