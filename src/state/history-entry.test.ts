import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fileInEntry, keepFile, readEntry, writeEntry } from './history-entry.ts';

/** The entries of a tab; an address given as undefined stays. */
let entries: { state: unknown; address: string }[] = [];
let at = 0;

beforeEach(() => {
  [entries, at] = [[{ state: null, address: '/page/?geography=USA&utm=x#present=2' }], 0];
  vi.stubGlobal('location', {
    get pathname() {
      return new URL(entries[at]!.address, 'http://a').pathname;
    },
    get search() {
      return new URL(entries[at]!.address, 'http://a').search;
    },
    get hash() {
      return new URL(entries[at]!.address, 'http://a').hash;
    },
  });
  vi.stubGlobal('history', {
    get state() {
      return entries[at]!.state;
    },
    pushState: (state: unknown, _: string, address: string) => {
      entries.splice(++at, Infinity, { state: structuredClone(state), address });
    },
    replaceState: (state: unknown, _: string, address: string) => {
      entries[at] = { state: structuredClone(state), address };
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

it('of the page’s own dataset the address is the state', () => {
  expect(fileInEntry()).toBeNull();
  expect(readEntry(null)).toEqual({ at: 0, query: '?geography=USA&utm=x', hash: '#present=2' });
  writeEntry('push', null, { at: 1, query: 'geography=CAN', hash: '' });
  expect(entries[1]).toEqual({ state: 1, address: '/page/?geography=CAN' });
  expect(readEntry(null)?.at).toBe(1);
});

it('of a file’s dataset the address stays the page’s own, without its talk, and the state stands beside it', () => {
  const file = keepFile(new File(['{}'], 'a.json'));
  expect(readEntry(file), 'the present entry is the page’s own').toBeUndefined();
  writeEntry('replace', file, { at: 7, query: 'technology=AI', hash: '' });
  expect(entries, 'no entry of another dataset is written over').toHaveLength(2);
  expect(entries[1]!.address).toBe('/page/?geography=USA&utm=x');
  expect(fileInEntry()).toBe(file);
  expect(readEntry(file)).toMatchObject({ at: 7, query: 'technology=AI', hash: '' });
  expect(readEntry(null)).toBeUndefined();
  writeEntry('replace', file, { at: 7, query: 'technology=ML', hash: '#present=1' });
  expect(entries).toHaveLength(2);
  expect(readEntry(file)).toMatchObject({ query: 'technology=ML', hash: '#present=1' });
  at = 0;
  expect(readEntry(null)?.query).toBe('?geography=USA&utm=x');
});

it('two files of one name are two, and an entry of a visit before is the page’s own', () => {
  const [a, b] = [keepFile(new File([], 'a.json')), keepFile(new File([], 'a.json'))];
  writeEntry('push', b, { at: 1, query: '', hash: '' });
  expect(fileInEntry()).toBe(b);
  expect(readEntry(a)).toBeUndefined();
  entries[at]!.state = { id: 'of another visit', at: 3, query: 'technology=AI', hash: '' };
  expect(fileInEntry()).toBeNull();
  expect(readEntry(null)).toEqual({ at: 0, query: '?geography=USA&utm=x', hash: '' });
});
