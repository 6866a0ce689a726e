/** Files that are opened on the page: after a reload nobody has them any more, but their entries keep what was shown of them. */
import { fileNamedInEntry, type NamedFile } from './file-named-in-entry.ts';
import { fileInEntry, opened, type OpenedFile } from './history-entry.ts';

/** The one whose dataset the present entry showed; null where it shows what it says. */
export function lostInEntry(): NamedFile | null {
  return fileInEntry() ? null : fileNamedInEntry();
}

/**
 * Keeps a file that is opened for this visit. A lost one that is opened again has its id again, so that its entries lead to
 * it as before; where it is another of that name, they tell what it does not have, as links do.
 */
export function keepFile(file: File): OpenedFile {
  const lost = lostInEntry();
  const id = lost?.name === file.name ? lost.id : `${performance.timeOrigin} ${opened.length}`;
  const kept = { id, file };
  opened.push(kept);
  return kept;
}
