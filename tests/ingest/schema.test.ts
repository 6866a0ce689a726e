import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonParts, lateJsonParts } from '../../scripts/dataset/format-json.ts';
import { ingestTexts } from '../../src/ingest/ingest.ts';
import type { DatasetFile } from '../../src/model/codec/dataset-file.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { withLists } from '../dataset-fuzz/with-lists.ts';
import {
  AUTHOR_LIMIT,
  CONCEPT_LIMIT,
  DUPLICATES_SHOWN,
  ENTRY_LIMIT,
  FACET_LIMIT,
  RECORD_LIMIT,
} from '../../src/model/limits.ts';
import { SCENE_LIMIT } from '../../src/model/scene.ts';
import { PROBLEM_CATALOGUE } from '../../src/model/problem.ts';
import { URL_LIMIT } from '../../src/model/work-url.ts';
import { readDataset } from './read-dataset.ts';
import { withYears } from '../filter/with-years.ts';

interface Schema {
  readonly $defs: { readonly problemCode: { readonly enum: readonly string[] } };
}

const schema = JSON.parse(readFileSync('public/dataset.schema.json', 'utf8')) as Schema;
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictTuples: false,
}).compile(schema);

/** The faults that the schema finds in a dataset file. */
function faults(file: unknown): string[] {
  validate(JSON.parse(JSON.stringify(file)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

const sample = () => encodeDataset(readDataset('data/training-language-models.txt'));

describe('public/dataset.schema.json', () => {
  it('holds for the shipped sample', () => expect(faults(sample())).toEqual([]));

  it('holds for its columns as lists', () => expect(faults(withLists(sample()))).toEqual([]));

  it('holds for a dataset whose authors a list settled', () => {
    const text = readFileSync('data/training-language-models.txt', 'utf8');
    const authors = { name: 'authors.csv', text: 'name,same_as\nOpenAI,"AI, Open"\nMichael,Pokorny\n' };
    const file = encodeDataset(ingestTexts([{ name: 'sample.txt', text }], { authors }));
    expect([file.authors.forms?.family.length, file.report.identities?.mergedForms]).toEqual([2, 2]);
    expect(faults(file)).toEqual([]);
  });

  it('knows the day of a dataset, and no other text in its place', () => {
    expect(faults({ ...sample(), date: '2026-11-03' })).toEqual([]);
    expect(faults({ ...sample(), date: 'yesterday' })).toHaveLength(1);
  });

  it('holds for addresses that the page makes links of, and no others', () => {
    const file = (url: string) => {
      const lists = withLists(sample());
      return {
        ...lists,
        records: { ...lists.records, url: Array.from({ length: lists.report.records }, () => url) },
      };
    };
    const https = 'https://example.org/';
    const long = https.padEnd(URL_LIMIT, 'a');
    for (const url of ['', https, 'http://a-b.org:80?c=[%20]#d', long]) expect(faults(file(url))).toEqual([]);
    for (const url of [
      `${long}a`,
      'javascript:alert(1)',
      '//example.org',
      'https://a@b.org',
      `${https}\u202E`,
    ]) {
      expect(faults(file(url))).not.toEqual([]);
    }
  });

  it('holds for a dataset with years, which are years of one facet', () => {
    const file = encodeDataset(withYears);
    const years = file.facets[2]!;
    const withFacet = (facet: object) => faults({ ...file, facets: [...file.facets.slice(0, 2), facet] });
    expect(faults(file)).toEqual([]);
    expect(faults({ ...file, facets: [...file.facets, { ...years, id: 'other' }] })).not.toEqual([]);
    const label = years.concepts.label.map((each) => each.replace('1999', '99'));
    expect(withFacet({ ...years, concepts: { ...years.concepts, label } })).not.toEqual([]);
    expect(withFacet({ ...years, kind: 'taxonomy', concepts: { ...years.concepts, label } })).toEqual([]);
  });

  it('holds for a dataset without records', () => {
    expect(faults(encodeDataset(ingestTexts([{ name: 'a.json', text: '[{}]' }])))).toEqual([]);
    expect(faults(encodeDataset(ingestTexts([])))).toEqual([]);
  });

  it('tells the limits that the decoder keeps', () => {
    const limits: Record<string, number> = {};
    JSON.parse(readFileSync('public/dataset.schema.json', 'utf8'), (key, value: unknown) => {
      const { maxItems } = (value ?? {}) as { maxItems?: number };
      if (maxItems !== undefined) limits[key] = maxItems;
      return value;
    });
    expect(limits).toEqual({
      id: RECORD_LIMIT,
      title: RECORD_LIMIT,
      family: AUTHOR_LIMIT,
      facets: FACET_LIMIT,
      label: CONCEPT_LIMIT,
      scenes: SCENE_LIMIT,
      texts: ENTRY_LIMIT,
      indexes: ENTRY_LIMIT,
      shown: DUPLICATES_SHOWN,
      names: 2,
    });
  });

  it('knows every kind of problem', () => {
    expect(schema.$defs.problemCode.enum).toEqual(Object.keys(PROBLEM_CATALOGUE));
  });

  it.each<[string, (file: DatasetFile) => object]>([
    ['another version', (file) => ({ ...file, version: 1 })],
    ['a missing part', (file) => ({ ...file, report: undefined })],
    ['a part too many', (file) => ({ ...file, extra: 1 })],
    [
      'a score above 1',
      (file) => ({
        ...file,
        facets: [{ ...file.facets[0], tags: { count: [1], concept: [0], score: [101] } }],
      }),
    ],
    [
      'a packed column of three bytes each',
      (file) => ({
        ...file,
        records: { ...file.records, authors: { count: { bytes: 3, base64: '' }, author: [] } },
      }),
    ],
    [
      'a packed column that is no base64',
      (file) => ({
        ...file,
        records: { ...file.records, authors: { count: { bytes: 1, base64: 'AA=A' }, author: [] } },
      }),
    ],
    [
      'an unknown problem',
      (file) => ({ ...file, problems: [{ code: 'x', file: 'a', line: 1, text: '', reason: '' }] }),
    ],
    ['a negative count', (file) => ({ ...file, report: { ...file.report, authors: -1 } })],
    ['an unknown count', (file) => ({ ...file, report: { ...file.report, extra: 1 } })],
  ])('refuses %s', (_, spoil) => expect(faults(spoil(sample()))).not.toEqual([]));
});

describe('jsonParts', () => {
  it('writes what JSON.parse gives back', () => {
    const file = sample();
    expect(JSON.parse([...jsonParts(file)].join(''))).toEqual(JSON.parse(JSON.stringify(file)));
  });

  it('writes keys and texts one a line, numbers on one line', () => {
    const value = { a: { b: [null, 1, 2], c: [null, 'y'], d: [{ e: 1, f: null }], g: [], h: {} } };
    expect([...jsonParts(value)].join('')).toBe(
      '{\n "a": {\n  "b": [null,1,2],\n  "c": [\n   null,\n   "y"\n  ],\n  "d": [\n   {"e":1,"f":null}\n  ],\n  "g": [],\n  "h": {}\n }\n}\n',
    );
  });

  it('writes the same where some keys come later', async () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(objects, fc.nat(), async (whole, at) => {
        const entries = Object.entries(whole);
        const [first, rest] = [entries.slice(0, at % entries.length), entries.slice(at % entries.length)];
        const parts: unknown[] = [];
        for await (const part of lateJsonParts(Object.fromEntries(first), later(Object.fromEntries(rest)))) {
          parts.push(part);
        }
        expect(parts.join('')).toBe([...jsonParts(whole)].join(''));
      }),
    );
  });
});

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value)));
