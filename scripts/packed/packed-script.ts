/**
 * The dataset script and its second thread, packed: read one by one, their hundred files of TypeScript take each of the
 * two half a second. What was packed is used only if all these files are as they were then, else it is packed anew.
 */
import type { Sources } from './account.ts';
import { entryIn, KEPT, keptEntry, ROOT } from './kept.mjs';

const DATASET_SCRIPT: Sources = {
  root: ROOT,
  entry: 'scripts/dataset/run.ts',
  thread: 'scripts/dataset/read-worker.ts',
  place: 'scripts/dataset/read-worker-place.ts',
};

/**
 * Where the entry is, packed; undefined where it neither is nor can be, which only costs time.
 * @param kept the folder in which what is packed is kept
 */
export async function packedScript(kept = KEPT, sources = DATASET_SCRIPT): Promise<URL | undefined> {
  try {
    const entry = keptEntry(kept, sources.root);
    if (entry !== undefined) return entry;
    const { pack } = await import('./pack.ts');
    return entryIn(kept, (await pack(kept, sources)).folder);
  } catch {
    return undefined;
  }
}
