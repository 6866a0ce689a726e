import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPacked, listOf, withLists } from '../../../tests/dataset-fuzz/with-lists.ts';
import { handCounted } from '../../../tests/filter/hand-counted.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import type { Dataset } from '../dataset.ts';
import { decodeDataset } from './decode-dataset.ts';
import type { DatasetFile } from './dataset-file.ts';
import { DatasetError } from './decode-values.ts';
import { encodeDataset } from './encode-dataset.ts';
import { ENTRY_LIMIT } from '../limits.ts';
import { packTexts } from './pack-texts.ts';
import { parseJson } from './parse-json.ts';
import { utf8Of } from './utf8.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const withEverything: Dataset = {
  ...handCounted,
  date: '2026-11-03',
  records: {
    ...handCounted.records,
    url: packTexts(['https://doi.org/10.1000/182', '', 'http://example.org/?a=b', '', '']),
  },
  source: { name: 'Test', queries: ['a query'], files: ['test.txt', 'other.txt'] },
  authors: { family: ['Lovelace', 'Bo', 'Cy', 'OpenAI'], given: ['Ada', '', 'C.', null] },
  problems: [{ code: 'orphan-line', file: 'test.txt', line: 3, text: 'odd', reason: 'It fits nowhere.' }],
  report: { ...handCounted.report, placesUnresolved: ['Zaire'], problems: { 'orphan-line': 1 } },
};

const packed = JSON.stringify(encodeDataset(withEverything));
/** Columns as lists, so that each number has a path. */
const text = JSON.stringify(withLists(encodeDataset(withEverything)));

type Key = string | number;

const wordsOf = (numbers: readonly number[]) => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => bytes.writeUInt32LE(number, 4 * i));
  return bytes.toString('base64');
};

/** A fresh copy of the file with the value at a path replaced, or taken out where it is undefined. */
function fileWith(path: string, value: unknown, from = text): unknown {
  const keys: Key[] = path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const root = { file: JSON.parse(from) as unknown };
  let at = root as Record<Key, unknown>;
  let last: Key = 'file';
  for (const key of keys) {
    at = at[last] as Record<Key, unknown>;
    last = key;
  }
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return root.file;
}

describe('a dataset', { timeout: BUSY_MACHINE_MS }, () => {
  it('comes back from its file as it was', () => {
    expect(decodeDataset(JSON.parse(text))).toEqual(withEverything);
    const large = syntheticDataset(300, 7);
    expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(large))))).toEqual(large);
  });

  it('comes back from its file as it was, whatever its shape and its names', () => {
    fc.assert(
      fc.property(oddDataset, (dataset) => {
        const file = JSON.stringify(encodeDataset(dataset));
        const decoded = decodeDataset(JSON.parse(file));
        expect(decoded).toEqual(dataset);
        expect(decodeDataset(parseJson(utf8Of(file), 0))).toEqual(dataset);
        expect(JSON.stringify(encodeDataset(decoded))).toBe(file);
      }),
      { numRuns: 300 },
    );
  });

  it('may have lists for packed columns, and any width that its numbers fit into', () => {
    expect(decodeDataset(JSON.parse(text))).toEqual(withEverything);
    const wide = JSON.parse(packed, (_, value: unknown) =>
      isPacked(value) ? { bytes: 4, base64: wordsOf(listOf(value)) } : value,
    ) as unknown;
    expect(wide).not.toEqual(JSON.parse(packed));
    expect(decodeDataset(wide)).toEqual(withEverything);
  });

  it('may have lists for lines, also under the older version', () => {
    const lists = fileWith('version', 3);
    expect(Array.isArray((lists as DatasetFile).records.title)).toBe(true);
    expect(decodeDataset(lists)).toEqual(withEverything);
    expect((JSON.parse(packed) as DatasetFile).records.title).toEqual({
      lines: [...withEverything.records.title].map((title) => `${title}\n`).join(''),
    });
  });

  it('whose title has lines of its own is written as lists', () => {
    const records = {
      ...withEverything.records,
      title: packTexts([...withEverything.records.title].map((title) => title.replace(' ', '\n'))),
    };
    const dataset = { ...withEverything, records };
    const file = JSON.parse(JSON.stringify(encodeDataset(dataset))) as DatasetFile;
    expect(Array.isArray(file.records.title)).toBe(true);
    expect(decodeDataset(file)).toEqual(dataset);
  });

  it('has the day that its file has, and none where that has none', () => {
    expect(decodeDataset(fileWith('date', '2028-02-29')).date).toBe('2028-02-29');
    expect(decodeDataset(fileWith('date', undefined))).not.toHaveProperty('date');
  });

  it('may have addresses, and has no column of them where it has none', () => {
    expect(decodeDataset(fileWith('records.url', undefined)).records).not.toHaveProperty('url');
    expect(JSON.parse(JSON.stringify(encodeDataset(handCounted)))).not.toHaveProperty('records.url');
    const lines = 'https://doi.org/10.1/a\n\n\n\n\n';
    const { url } = decodeDataset(fileWith('records.url', { lines })).records;
    expect([...url!]).toEqual(['https://doi.org/10.1/a', '', '', '', '']);
  });

  it('has columns of the types that it promises', () => {
    const { records, facets } = decodeDataset(JSON.parse(text));
    expect(records.author).toBeInstanceOf(Uint32Array);
    expect(facets[0]!.tagConcept).toBeInstanceOf(Uint16Array);
    expect(facets[0]!.hidden).toBeInstanceOf(Uint8Array);
    expect(facets[0]!.tagScore).toBeInstanceOf(Uint8Array);
    expect(facets[0]!.concepts.parent).toBeInstanceOf(Int32Array);
  });

  it('may have keys that are not known', () => {
    expect(decodeDataset(fileWith('remark', 'hello'))).toEqual(withEverything);
    expect(decodeDataset(fileWith('facets[0].colour', 'red'))).toEqual(withEverything);
  });
});

const FAULTS: [path: string, value: unknown, named?: string][] = [
  ['format', 'geojson'],
  ['format', undefined],
  ['version', 1],
  ['version', 2],
  ['version', 5],
  ['version', '4'],
  ['version', undefined],
  ['title', undefined],
  ['title', 7],
  ['date', 20261103],
  ['date', null],
  ['date', '2026-02-29'],
  ['date', 'yesterday'],
  ['source', null],
  ['source.name', []],
  ['source.queries', 'a query'],
  ['source.queries[0]', 1],
  ['source.files', undefined],
  ['source.files', [], 'records.passages.file'],
  ['source.files[1]', null],
  ['authors', []],
  ['authors.family', undefined],
  ['authors.family[2]', null],
  ['authors.given', undefined],
  ['authors.given', {}],
  ['authors.given[1]', 0],
  ['authors.given', ['Ada'], 'authors.given'],
  ['authors.family', [], 'authors.given'],
  ['records', undefined],
  ['records.title', undefined],
  ['records.title[4]', false],
  ['records.title', [], 'records.id'],
  ['records.id[3]', 3],
  ['records.id[3]', 'r0'],
  ['records.id', ['r0'], 'records.id'],
  ['records.abstract', [], 'records.abstract'],
  ['records.title', { lines: 7 }, 'records.title.lines'],
  ['records.title', { lines: 'a\nb' }, 'records.title.lines'],
  ['records.title', {}, 'records.title.lines'],
  ['records.id', { lines: 'r0\nr1\nr2\nr0\nr4\n' }, 'records.id[3]'],
  ['records.abstract', { lines: 'only one\n' }, 'records.abstract'],
  ['records.abstract[0]', null],
  ['records.url', null],
  ['records.url', ['https://example.org/'], 'records.url'],
  ['records.url', { lines: 'https://example.org/\n' }, 'records.url'],
  ['records.url[0]', 0],
  ['records.url[1]', 'javascript:alert(1)'],
  ['records.url[4]', '//example.org'],
  ['records.url[0]', 'http://user@example.org'],
  ['records.url[0]', 'https://example.org/\u202Efdp.exe'],
  ['records.url[0]', `https://example.org/${'a'.repeat(2000)}`],
  ['records.url', { lines: '\n\n\n\nhttps://a b/\n' }, 'records.url[4]'],
  ['records.authors', null],
  ['records.authors.author', undefined],
  ['records.authors.author[0]', 4],
  ['records.authors.author[0]', -1],
  ['records.authors.author[0]', 0.5],
  ['records.authors.author[0]', '0'],
  ['records.authors.author[0]', null],
  ['records.authors.count', undefined],
  ['records.authors.count', [7], 'records.authors.count'],
  ['records.authors.count[0]', 0, 'records.authors.count'],
  ['records.authors.count[0]', -1],
  ['records.authors.count[4]', 99],
  ['records.authors.count[4]', 4294967295],
  ['records.authors.count[4]', 1e99],
  ['records.authors.count[1]', 0.5],
  ['records.passages', 'x'],
  ['records.passages.file[0]', 2],
  ['records.passages.first[0]', 0],
  ['records.passages.first', [1], 'records.passages.first'],
  ['records.passages.last', [1], 'records.passages.last'],
  ['records.passages.first[2]', 4, 'records.passages.last[2]'],
  ['records.passages.last[2]', 4294967296],
  ['records.passages.count[1]', 9],
  ['facets', undefined],
  ['facets', {}],
  ['facets', Array.from({ length: 65 }, () => ({}))],
  ['facets[0]', null],
  ['facets[0].id', undefined],
  ['facets[0].id', 'author', 'facets'],
  ['facets[1].id', 'geography', 'facets[1]'],
  ['facets[0].kind', 'country'],
  ['facets[0].kind', undefined],
  ['facets[0].label', null],
  ['facets[0].scoreMeaning', 1],
  ['facets[0].concepts', []],
  ['facets[0].concepts.label[0]', null],
  ['facets[0].concepts.label', ['Asia'], 'facets[0].concepts.code'],
  ['facets[0].concepts.code', [], 'facets[0].concepts.code'],
  ['facets[0].concepts.numeric', [], 'facets[0].concepts.numeric'],
  ['facets[0].concepts.parent', undefined],
  ['facets[0].concepts.parent', [-1], 'facets[0].concepts.parent'],
  ['facets[0].concepts.parent[0]', 0],
  ['facets[0].concepts.parent[2]', 2],
  ['facets[0].concepts.parent[2]', 6],
  ['facets[0].concepts.parent[2]', -2],
  ['facets[0].concepts.parent[2]', '1'],
  ['facets[0].tags', undefined],
  ['facets[0].tags.concept[0]', 7],
  ['facets[0].tags.concept[1]', 5],
  ['facets[0].tags.concept[1]', 4],
  ['facets[0].tags.score[0]', 101],
  ['facets[0].tags.score[0]', -1],
  ['facets[0].tags.score[0]', 0.2],
  ['facets[0].tags.score', [], 'facets[0].tags.score'],
  ['facets[0].tags.count', undefined],
  ['facets[0].tags.count', [], 'facets[0].tags.count'],
  ['facets[0].tags.count[0]', 0, 'facets[0].tags.count'],
  ['facets[1].hidden', [0], 'facets[1].hidden'],
  ['facets[1].hidden[4]', -1],
  ['problems', {}],
  ['problems[0]', 'odd'],
  ['problems[0].code', 'toString'],
  ['problems[0].code', 'unheard-of'],
  ['problems[0].file', undefined],
  ['problems[0].line', -1],
  ['problems[0].text', null],
  ['problems[0].reason', undefined],
  ['report', undefined],
  ['report.linesIn', 4],
  ['report.linesUsed', 4, 'report.linesIn'],
  ['report.linesReported', '0'],
  ['report.files', {}],
  ['report.files[0].file', null],
  ['report.files[0].linesUsed', 1, 'report.files[0].linesIn'],
  ['report.recordsRead', undefined],
  ['report.duplicatesMerged', -1],
  ['report.records', 1.5],
  ['report.facets[1].tags', null],
  ['report.authors', ''],
  ['report.countries', undefined],
  ['report.placesResolved', undefined],
  ['report.placesUnresolved[0]', 0],
  ['report.problems', []],
  ['report.problems.orphan-line', -1],
  ['report.problems', { 'unheard-of': 1 }, 'report.problems'],
];

describe('a faulty file', () => {
  it.each(FAULTS)('is refused for its %s being %j, and the path is named', (path, value, named) => {
    const decode = () => decodeDataset(fileWith(path, value));
    expect(decode).toThrow(DatasetError);
    try {
      decode();
    } catch (error) {
      expect((error as DatasetError).path).toBe(named ?? path);
      expect((error as DatasetError).message.startsWith(`${named ?? path} `)).toBe(true);
      expect((error as DatasetError).message.length).toBeLessThan(200);
    }
  });

  it.each<[string, unknown, string, string]>([
    ['bytes', 3, 'records.authors.author.bytes', 'is not 1, 2 or 4'],
    ['bytes', undefined, 'records.authors.author.bytes', 'is not 1, 2 or 4'],
    ['base64', undefined, 'records.authors.author.base64', 'is missing'],
    ['base64', [0], 'records.authors.author.base64', 'is not a text'],
    ['base64', 'AA', 'records.authors.author.base64', 'is not base64'],
    ['base64', 'AAA\n', 'records.authors.author.base64', 'is not base64'],
    ['bytes', 4, 'records.authors.author.base64', 'has 7 bytes, not 4 for each number'],
    ['base64', 'BAAAAAAAAA==', 'records.authors.author[0]', 'is not a whole number from 0 to 3'],
    ['base64', '', 'records.authors.count[0]', 'leads beyond the 0 entries of its column'],
  ])('is refused for the %s of a packed column being %j', (key, value, path, fault) => {
    const file = fileWith(`records.authors.author.${key}`, value, packed);
    expect(() => decodeDataset(file)).toThrow(`${path} ${fault}`);
  });

  it('is refused where a packed column has more numbers than are read, before it is unpacked', () => {
    const base64 = 'A'.repeat(4 * Math.ceil((ENTRY_LIMIT + 3) / 3));
    expect(() => decodeDataset(fileWith('facets[0].hidden', { bytes: 1, base64 }))).toThrow(
      `facets[0].hidden has ${ENTRY_LIMIT + 2} entries; at most ${ENTRY_LIMIT} are read`,
    );
  });

  it.each([[null], [[]], ['text'], [7], [undefined], [true]])('that is %j is refused', (json) => {
    expect(() => decodeDataset(json)).toThrow(DatasetError);
  });

  it('is told in few words, however large or deep the odd value is', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    for (const value of ['x'.repeat(1_000_000), deep, { a: deep }]) {
      for (const path of ['version', 'facets[0].kind', 'facets[0].concepts.parent[1]', 'title', 'source']) {
        if (path === 'title' && typeof value === 'string') continue;
        expect(() => decodeDataset(fileWith(path, value))).toThrow(/^.{1,200}$/);
      }
    }
    const long = 'x'.repeat(1_000_000);
    const file = fileWith('records.id', [long, long, 'a', 'b', 'c']);
    expect(() => decodeDataset(file)).toThrow(/^records\.id\[1\] repeats "x{80}…"$/);
  });
});
