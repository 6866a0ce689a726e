/** A packed script is the one that its files are now. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../scripts/packed/account.ts';
import { accountPath } from '../../scripts/packed/kept.mjs';
import { packedScript } from '../../scripts/packed/packed-script.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'whereabouts-packed-'));
  mkdirSync(join(root, 'parts'));
  write(
    'entry.ts',
    `export { here, word } from './parts/part.ts'; export { READ_WORKER } from './place.ts';`,
  );
  write(
    'parts/part.ts',
    `import { word as data } from './data.json' with { type: 'json' };
    export const word: string = data; export const here = import.meta.url;`,
  );
  write('parts/data.json', '{"word":"one"}');
  write('thread.ts', `export const thread = 'packed';`);
  write('place.ts', `export const READ_WORKER = new URL('./thread.ts', import.meta.url);`);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const packed = () =>
  packedScript(join(root, 'kept'), { root, entry: 'entry.ts', thread: 'thread.ts', place: 'place.ts' });

interface Entry {
  readonly word: string;
  readonly here: string;
  readonly READ_WORKER: URL;
}
const load = async (url: URL | undefined) => (await import(/* @vite-ignore */ url!.href)) as Entry;

describe('a packed script', () => {
  it('does what its files do, which find others from where they stand', async () => {
    const { word, here } = await load(await packed());
    expect([word, here]).toEqual(['one', pathToFileURL(join(root, 'parts/part.ts')).href]);
  });

  it('has its thread beside itself', async () => {
    const { READ_WORKER } = await load(await packed());
    expect(readFileSync(fileURLToPath(READ_WORKER), 'utf8')).toContain('"packed"');
  });

  it('stays as it is while its files do', async () => {
    const first = await packed();
    const account = readFileSync(accountPath(join(root, 'kept')), 'utf8');
    expect(await packed()).toEqual(first);
    expect(readFileSync(accountPath(join(root, 'kept')), 'utf8')).toBe(account);
  });

  it.each(['entry.ts', 'parts/part.ts', 'parts/data.json', 'thread.ts'])(
    'is packed anew where %s has changed, beside the one before',
    async (path) => {
      const first = await packed();
      const text = readFileSync(join(root, path), 'utf8');
      write(
        path,
        path.endsWith('json') ? '{"word":"two"}' : `${text} Object.assign(globalThis, { packedAnew: true });`,
      );
      const second = await packed();
      expect(second).not.toEqual(first);
      expect((await load(second)).word).toBe(path.endsWith('json') ? 'two' : 'one');
      expect((await load(first)).word).toBe('one');
    },
  );

  it.each(['entry.mjs', 'thread.mjs'])('is packed anew where its %s is damaged or gone', async (name) => {
    const url = await packed();
    const file = join(fileURLToPath(url!), '..', name);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(1));
    expect(await packed()).toEqual(url);
    expect(readFileSync(file, 'utf8')).toBe(whole);
    rmSync(file);
    expect(await packed()).toEqual(url);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('is the same for many that pack it at once', async () => {
    const urls = await Promise.all(Array.from({ length: 4 }, packed));
    expect(new Set(urls.map(String)).size).toBe(1);
    expect((await load(urls[0])).word).toBe('one');
  });

  it('goes when it is old and another is there, and stays where it is still the one', async () => {
    const first = await packed();
    const folder = fileURLToPath(new URL('.', first));
    utimesSync(folder, 0, 0);
    write('parts/part.ts', `${readFileSync(join(root, 'parts/part.ts'), 'utf8')} // says nothing`);
    expect(await packed()).toEqual(first);
    expect(existsSync(folder)).toBe(true);
    write('parts/data.json', '{"word":"two"}');
    expect(await packed()).not.toEqual(first);
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves no half of anything', async () => {
    await packed();
    expect(
      readdirSync(join(root, 'kept'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /tmp/.test(name),
      ),
    ).toEqual([]);
    const { inputs } = JSON.parse(readFileSync(accountPath(join(root, 'kept')), 'utf8')) as Account;
    expect(Object.keys(inputs)).toContain('parts/data.json');
  });

  it('is not there where nothing can be kept, or the files are none', async () => {
    write('kept', 'a file where the folder would be');
    expect(await packed()).toBeUndefined();
    rmSync(join(root, 'kept'));
    write('entry.ts', 'export {');
    expect(await packed()).toBeUndefined();
  });
});
