/** Files that are opened on the page: after a reload nobody has them any more, but their entries keep what was shown of them. */
import { fileInEntry, opened, type OpenedFile } from './history-entry.ts';

export interface LostFile {
  readonly id: string;
  readonly name: string;
}

/** The one whose dataset the present entry showed; null where it shows what it says. */
export function lostInEntry(): LostFile | null {
  const { id, name } = (history.state ?? {}) as Readonly<Partial<Record<string, unknown>>>;
  return typeof id === 'string' && typeof name === 'string' && !fileInEntry() ? { id, name } : null;
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
