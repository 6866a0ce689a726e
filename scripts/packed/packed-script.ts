/**
 * The dataset script and its second thread, packed: read one by one, their hundred files of TypeScript take each of the
 * two half a second. What was packed is used only if all these files are as they were then, else it is packed anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { accountPath, hashOf, PACKED_ENTRY, type Account, type Sources } from './account.ts';

/** Beside the packages: what is installed anew is packed anew. */
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/whereabouts/packed', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
    const { folder } = keptAccount(kept, sources) ?? (await (await import('./pack.ts')).pack(kept, sources));
    return pathToFileURL(join(kept, folder, PACKED_ENTRY));
  } catch {
    return undefined;
  }
}

/** The account of what is kept, where it is whole and of the files as they are now. */
function keptAccount(kept: string, { root }: Sources): Account | undefined {
  try {
    const account = JSON.parse(readFileSync(accountPath(kept), 'utf8')) as Account;
    const areAsThen = (files: Account['inputs'], folder: string) =>
      Object.entries(files).every(([path, hash]) => hashOf(readFileSync(join(folder, path))) === hash);
    return areAsThen(account.inputs, root) && areAsThen(account.outputs, kept) ? account : undefined;
  } catch {
    return undefined;
  }
}
