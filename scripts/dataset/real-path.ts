/** Which file a path stands for, also where that is not there yet. */
import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;

/**
 * The path without links: of the file itself, of the one that a link without a target would make, or below the deepest
 * folder that is there.
 * @throws where links lead in a circle or may not be read, as the file system does
 */
export function realPath(path: string, linksLeft = MOST_LINKS): string {
  const real = unlessMissing(() => realpathSync.native(path));
  if (real !== undefined) return real;
  const whole = resolve(path);
  if (dirname(whole) === whole) return whole;
  const place = join(realPath(dirname(path), linksLeft), basename(path));
  const target = linkTarget(place);
  if (target === undefined || linksLeft === 0) return place;
  return realPath(resolve(dirname(place), target), linksLeft - 1);
}

/** Where a link leads; undefined for all else. */
function linkTarget(path: string): string | undefined {
  return unlessMissing(() => lstatSync(path))?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
}

/** What is there but no plain file, and no folder: a device, a pipe, a socket. */
export function isSpecial(path: string): boolean {
  const found = unlessMissing(() => statSync(path));
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && MISSING.includes(fault.code)) return undefined;
    throw fault;
  }
}

const MISSING: readonly unknown[] = ['ENOENT', 'ENOTDIR'];
