import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'whereabouts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refusing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe('makeFolder', () => {
  it('makes what is missing, the uppermost first, and only that', async () => {
    const made: string[] = [];
    const make = (path: string) => {
      made.push(path);
      return mkdir(path);
    };
    for (const name of ['a/b', 'a/b/c', 'a/b/c']) await makeFolder(join(folder, name), make);
    expect((await stat(join(folder, 'a/b/c'))).isDirectory()).toBe(true);
    expect(made).toEqual(['a', 'a/b', 'a/b/c'].map((name) => join(folder, name)));
  });

  it.each([
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'access to it is not allowed'],
    ['ENOENT', 'nothing can be made there'],
  ])('tells of the first folder that cannot be made: %s', async (code, reason) => {
    await expect(makeFolder(join(folder, 'ro/b/c'), refusing(code))).rejects.toThrow(
      `the folder ${join(folder, 'ro')} cannot be made: ${reason}`,
    );
  });

  it('takes a folder that somebody else makes meanwhile', async () => {
    const make = async (path: string) => {
      await mkdir(path);
      return refusing('EEXIST')();
    };
    await makeFolder(join(folder, 'theirs/ours'), make);
    expect((await stat(join(folder, 'theirs/ours'))).isDirectory()).toBe(true);
  });
});
