/** Which files to read: those of data/, or those that the command line names or describes. */
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { fileFault, UserError } from './user-error.ts';

const DEFAULT_FOLDER = 'data';

/** The result texts of data/, in the code-unit order of their names. */
export function defaultFiles(): string[] {
  let names: string[];
  try {
    names = readdirSync(DEFAULT_FOLDER);
  } catch (fault) {
    throw new UserError(`cannot read the folder ${DEFAULT_FOLDER}: ${fileFault(fault) ?? String(fault)}`);
  }
  const files = names.filter((name) => /\.txt(?:\.gz)?$/.test(name)).sort();
  if (files.length === 0) {
    throw new UserError(
      `no .txt or .txt.gz file in ${DEFAULT_FOLDER}/: put your AITopics result text there, or name a file`,
    );
  }
  return files.map((name) => join(DEFAULT_FOLDER, name));
}

/**
 * The files that arguments stand for, in their order. One that is the name of a file is that file, whatever its
 * signs; else `*`, `?`, `**`, `[…]` and `{…}` describe files, which come in code-unit order, each once.
 * @throws {UserError} where a description fits no file
 */
export async function findFiles(named: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of named) {
    if (existsSync(name) || !isDynamicPattern(name)) {
      files.push(name);
      continue;
    }
    const taken = new Set(files.map((file) => resolve(file)));
    const found = await glob(process.platform === 'win32' ? name.replaceAll('\\', '/') : name, {
      absolute: isAbsolute(name),
      expandDirectories: false,
    });
    if (found.length === 0) throw new UserError(`no file fits ${name}`);
    files.push(...found.sort().filter((file) => !taken.has(resolve(file))));
  }
  return files;
}
