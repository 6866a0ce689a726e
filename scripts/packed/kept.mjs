/**
 * The packed dataset script, where it is still of the files as they are now: see packed-script.ts. In JavaScript, since
 * it tells whether anything has to be loaded that reads TypeScript.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Beside the packages: what is installed anew is packed anew. */
export const KEPT = fileURLToPath(new URL('../../node_modules/.cache/whereabouts/packed', import.meta.url));
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The packed entry in its folder. */
export const PACKED_ENTRY = 'entry.mjs';

/**
 * Tells where in the folder what is kept is told.
 * @param {string} kept
 */
export const accountPath = (kept) => join(kept, 'account.json');

/**
 * Tells one content from all others.
 * @param {Uint8Array | string} content
 */
export const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/**
 * Where the entry is that is packed; undefined where none is kept whole, or any of its files has changed.
 * @param {string} kept the folder in which what is packed is kept
 * @param {string} root of the files
 * @returns {URL | undefined}
 */
export function keptEntry(kept = KEPT, root = ROOT) {
  try {
    const account = /** @type {import('./account.ts').Account} */ (
      JSON.parse(readFileSync(accountPath(kept), 'utf8'))
    );
    /** @type {(files: Readonly<Record<string, string>>, folder: string) => boolean} */
    const areAsThen = (files, folder) =>
      Object.entries(files).every(([path, hash]) => hashOf(readFileSync(join(folder, path))) === hash);
    const isKept = areAsThen(account.inputs, root) && areAsThen(account.outputs, kept);
    return isKept ? entryIn(kept, account.folder) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} kept
 * @param {string} folder its name
 */
export const entryIn = (kept, folder) => pathToFileURL(join(kept, folder, PACKED_ENTRY));
