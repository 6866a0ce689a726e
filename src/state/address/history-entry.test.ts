import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fileInEntry, readEntry, writeEntry } from './history-entry.ts';
import { keepFile, lostInEntry } from './opened-files.ts';
import { trailOf } from './trail.svelte.ts';

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
  expect(writeEntry('push', null, 'geography=CAN', '')).toBe(1);
  expect(entries[1]).toEqual({ state: 1, address: '/page/?geography=CAN' });
  expect(readEntry(null)?.at).toBe(1);
});

it('of a file’s dataset the address stays the page’s own, without its talk, and the state stands beside it', () => {
  const file = keepFile(new File(['{}'], 'a.json'));
  expect(readEntry(file), 'the present entry is the page’s own').toBeUndefined();
  expect(writeEntry('replace', file, 'technology=AI', '')).toBe(1);
  expect(entries, 'no entry of another dataset is written over').toHaveLength(2);
  expect(entries[1]!.address).toBe('/page/?geography=USA&utm=x');
  expect(fileInEntry()).toBe(file);
  expect(readEntry(file)).toMatchObject({ at: 1, query: 'technology=AI', hash: '' });
  expect(readEntry(null)).toBeUndefined();
  writeEntry('replace', file, 'technology=ML', '#present=1');
  expect(entries).toHaveLength(2);
  expect(readEntry(file)).toMatchObject({ query: 'technology=ML', hash: '#present=1' });
  at = 0;
  expect(readEntry(null)?.query).toBe('?geography=USA&utm=x');
});

it('entries are counted on over datasets, and a browser that refuses one leaves the number', () => {
  const file = keepFile(new File(['{}'], 'a.json'));
  expect([
    writeEntry('push', null, 'a', ''),
    writeEntry('push', file, '', ''),
    writeEntry('push', null, 'b', ''),
  ]).toEqual([1, 2, 3]);
  history.pushState = () => {
    throw new Error('too often');
  };
  expect(writeEntry('push', null, 'c', '')).toBe(3);
});

it('a new entry takes the place of what was undone, in the steps of every dataset', () => {
  const file = keepFile(new File(['{}'], 'a.json'));
  const visit = (of: typeof file | null, query: string) =>
    trailOf(of).visit(query, writeEntry('push', of, query, ''));
  visit(null, 'a');
  visit(file, 'f');
  visit(null, 'b');
  expect(trailOf(file).steps).toEqual([{ at: 2, query: 'f' }]);
  at = 1;
  visit(null, 'c');
  expect(trailOf(file).steps).toEqual([]);
  expect(trailOf(null).steps.at(-1)).toEqual({ at: 2, query: 'c' });
});

it('two files of one name are two, and an entry of a visit before is the page’s own', () => {
  const [a, b] = [keepFile(new File([], 'a.json')), keepFile(new File([], 'a.json'))];
  writeEntry('push', b, '', '');
  expect(fileInEntry()).toBe(b);
  expect(readEntry(a)).toBeUndefined();
  expect(lostInEntry()).toBeNull();
  entries[at]!.state = { id: 'of another visit', name: 'a.json', at: 3, query: 'technology=AI', hash: '' };
  expect(fileInEntry()).toBeNull();
  expect(readEntry(null)).toEqual({ at: 3, query: '?geography=USA&utm=x', hash: '' });
});

it('the file of an entry of a visit before is told, and opened again it has its entries again', () => {
  writeEntry('push', null, 'geography=CAN', '');
  expect(lostInEntry()).toBeNull();
  entries[at]!.state = { id: 'lost', name: 'a.json', at: 3, query: 'technology=AI', hash: '' };
  expect(lostInEntry()).toEqual({ id: 'lost', name: 'a.json' });
  expect(keepFile(new File([], 'b.json')).id, 'another file is another').not.toBe('lost');
  const again = keepFile(new File([], 'a.json'));
  expect(fileInEntry()).toBe(again);
  expect(readEntry(again)).toMatchObject({ at: 3, query: 'technology=AI' });
  expect(lostInEntry()).toBeNull();
});

it.each([null, 7, 'x', [], {}, { id: 1, name: 'a' }, { id: 'x' }, { id: 'x', name: {} }])(
  'an entry that says %j has lost no file',
  (state) => {
    entries[at]!.state = state;
    expect([lostInEntry(), fileInEntry(), readEntry(null)?.at]).toEqual([null, null, state === 7 ? 7 : 0]);
  },
);
