/** Makes folders, and says what hinders it. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makingFault, UserError } from './user-error.ts';

/** Makes one folder in one that is there. */
export type MakeOne = (path: string) => Promise<unknown>;

/**
 * Makes a folder and those above it that are missing, one after the other: in one go, Node tries for ever where nothing can
 * be made (below /proc), and tells of the last folder rather than of the first that fails.
 * @param path without links to folders that are not there
 * @throws {UserError} where one cannot be made; else what the file system throws
 */
export async function makeFolder(path: string, make: MakeOne = mkdir): Promise<void> {
  for (const folder of await missingFolders(path)) {
    try {
      await make(folder);
    } catch (fault) {
      if (await isFolder(folder)) continue;
      throw new UserError(`the folder ${folder} cannot be made: ${makingFault(fault) ?? String(fault)}`);
    }
  }
}

/** What is missing of the way to a folder, the uppermost first. */
async function missingFolders(path: string): Promise<string[]> {
  const missing: string[] = [];
  for (let folder = path; !(await isThere(folder)); folder = dirname(folder)) missing.unshift(folder);
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  if (dirname(path) === path) return true;
  try {
    await stat(path);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false;
    throw fault;
  }
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
