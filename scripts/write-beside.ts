/** Writes small files at once, so that nobody reads half of one. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes the file beside and renames it; nothing is left beside where that fails. The folder must be there. */
export function writeBeside(path: string, content: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (fault) {
    rmSync(beside, { force: true });
    throw fault;
  }
}
