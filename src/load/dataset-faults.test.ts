import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutReload } from './advice-here.ts';
import type { LoadError } from './answer-for.ts';
import { loadDataset } from './load-dataset.ts';

const TEXT = JSON.stringify(JSON.parse(readFileSync('public/dataset.json', 'utf8')));
const withVersion = (version: string) => TEXT.replace(/"version":\d+/, `"version":${version}`);

/** What is told of a file that was opened, and of the page's own dataset with the same text. */
async function told(content: BlobPart): Promise<{ message: string; opened: string; own: string }> {
  const file = new File([content], 'my.json');
  const fault = async (options: Parameters<typeof loadDataset>[1]) => {
    const error: unknown = await loadDataset('my.json', options).catch((reason: unknown) => reason);
    return error as LoadError;
  };
  const [opened, own] = await Promise.all([fault({ file }), fault({ text: await file.text() })]);
  return { message: opened.message, opened: opened.advice, own: own.advice };
}

describe('a dataset of another version', () => {
  it.each([
    ['2', /An older version of Whereabouts made it/],
    ['9', /A newer version of Whereabouts made it/],
    ['"x"', /^Make it anew/],
  ])(
    '%s: which it is, which are read, and how it is made anew; no advice to take the whole',
    async (v, words) => {
      const { message, opened, own } = await told(withVersion(v));
      expect(message).toBe(`my.json cannot be used: version is ${v}; this page reads versions 3 and 4.`);
      for (const advice of [opened, own]) {
        expect(advice).toMatch(words);
        expect(advice).toMatch('npm run data');
        expect(advice).not.toMatch('whole');
      }
      expect(opened).not.toMatch('reload');
      expect(own).toMatch('then reload this page.');
    },
  );
});

describe('a text that is no JSON', () => {
  it.each([
    [
      TEXT.slice(0, 5000),
      /it is cut off: it ends in line 1, column 5001, before it is complete\.$/,
      /whole one/,
    ],
    [
      '{\n "format": "whereabouts-dataset",\n  oops }',
      /“o” does not belong in line 3, column 3\.$/,
      /changed since/,
    ],
    ['{"title": "a\nb"}', /a line end does not belong in line 1, column 13\.$/, /changed since/],
    [
      '{"title": "a\u0001"}',
      /the character U\+0001 does not belong in line 1, column 13\.$/,
      /changed since/,
    ],
    [' \n', /it is empty\.$/, /whole one/],
    ['<!doctype html>', /it is a web page\.$/, /whole one/],
  ])('%#: in our own words, with the place', async (text, message, advice) => {
    const fault = await told(text);
    expect(fault.message).toMatch(/^my\.json is not valid JSON: /);
    expect(fault.message).toMatch(message);
    expect(fault.message).not.toMatch(/JSON at|Unexpected|Unterminated|Expected/);
    expect(fault.opened).toMatch(advice);
    expect(fault.own).toBe('Build it again with “npm run data”, then reload this page.');
  });
});

describe('a dataset in another encoding', () => {
  const utf16 = (mark: string) => Buffer.from(mark + TEXT, 'utf16le');
  it.each([
    ['with a mark', utf16('\ufeff')],
    ['without one', utf16('')],
    ['with the larger byte first', utf16('\ufeff').swap16()],
    ['so without a mark', utf16('').swap16()],
  ])('UTF-16 %s is told, with what to save it as', async (_, bytes) => {
    const file = new File([Uint8Array.from(bytes)], 'my.json');
    const fault = (await loadDataset('my.json', { file }).catch((reason: unknown) => reason)) as LoadError;
    expect(fault.message).toBe('my.json is saved as UTF-16, and a dataset is UTF-8.');
    expect(fault.advice).toMatch(/^Save it as UTF-8.*and open that\.$/);
  });

  it('Latin-1 is told rather than read with other letters', async () => {
    const bytes = Buffer.from(TEXT.replace('language', 'läng'), 'latin1');
    const file = new File([Uint8Array.from(bytes)], 'my.json');
    await expect(loadDataset('my.json', { file })).rejects.toThrow(
      'my.json is saved as something else, such as Latin-1, and a dataset is UTF-8.',
    );
  });

  it('UTF-8 with a byte-order mark is read', async () => {
    const file = new File([`\ufeff${TEXT}`], 'my.json');
    expect((await loadDataset('my.json', { file })).recordCount).toBe(9);
  });
});

it('a file that is none of ours is told so, and not to be taken whole', async () => {
  const { message, opened } = await told('{"type":"Topology"}');
  expect(message).toMatch(/^my\.json is JSON, but no dataset \(format is not/);
  expect(opened).toMatch(/^Choose a file that “npm run data” wrote/);
});

it('one that holds nothing is told so, with what to do', async () => {
  const { message, opened, own } = await told('{}');
  expect(message).toBe('my.json is empty: it is JSON that holds nothing.');
  expect(opened).toMatch(/^Choose a file that “npm run data” wrote/);
  expect(own).toMatch('npm run data');
});

describe('a text that is no JSON at all', () => {
  it('is not called a dataset that was changed', async () => {
    const { message, opened } = await told('hello');
    expect(message).toBe('my.json is not valid JSON: it is a text of another kind.');
    expect(opened).toMatch(/^Choose a file that “npm run data” wrote/);
  });
});

describe('a dataset with a fault', () => {
  const broken = (path: readonly (string | number)[], value: unknown) => {
    const json = JSON.parse(TEXT) as Record<string, unknown>;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, json);
    parent[path.at(-1)!] = value;
    return JSON.stringify(json);
  };
  it.each([
    [['facets', 0, 'concepts', 'parent', 0], 99, 'its places or topics', 'facets[0].concepts.parent[0] '],
    [['facets', 1, 'tags', 'score'], [101], 'the tags of its records', 'facets[1].tags.score[0] is not'],
    [['facets', 1, 'kind'], 'other', 'its kinds of tags', 'facets[1].kind is "other"'],
    [['records', 'title'], undefined, 'its records', 'records.title is missing'],
    [['authors'], 7, 'its authors', 'authors is not an object'],
    [['source', 'files'], {}, 'what it tells of its source', 'source.files is not a list'],
    [['report'], null, 'its notes on how the data were read', 'report is not an object'],
    [['title'], 3, 'what it tells of itself', 'title is not a text'],
  ])(
    'in %j is told in words that name the part, what it means and what to do, then the path',
    async (path, value, part, where) => {
      const { message, opened, own } = await told(broken(path, value));
      const words = `my.json cannot be used: something is wrong with ${part}. The file is damaged, or another program made it (${where}`;
      expect(message.slice(0, words.length)).toBe(words);
      expect(opened).toMatch(/^Ask whoever sent it for a whole one/);
      expect(own).toMatch(/^Build it again/);
    },
  );
});

it('what helps is no reload where that would give up what is shown', () => {
  expect(withoutReload('Check that the server still runs, then reload this page.')).toBe(
    'Check that the server still runs, then try again.',
  );
});
