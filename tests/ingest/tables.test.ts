import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { ingestTexts } from '../../src/ingest/ingest.ts';
import { csvLines, decimal } from '../../src/model/csv.ts';
import { conceptPath, type Dataset } from '../../src/model/dataset.ts';
import { tableNames, tablesOf } from '../../scripts/dataset/tables.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { readDataset } from './read-dataset.ts';
import { syntheticText } from './synthetic-text.ts';

const dataset = readDataset('tests/fixtures/ingest/small.txt');
const [firstId, secondId, thirdId] = [...dataset.records.id] as [string, string, string];

/** Counted by hand from tests/fixtures/ingest/small.txt; the first record stands there twice. */
const BY_HAND: Record<string, string[]> = {
  'places.csv': [
    'path,code,records,possible,fractional,score,max_score',
    'Asia,,2,0,1.666667,0.5,0.3',
    'Asia > Japan,JPN,2,0,1.666667,0.5,0.3',
    'Asia > Japan > Tokyo,,1,1,0.666667,0.2,0.2',
    'Europe,,1,1,0.333333,0.1,0.1',
    'Europe > Spain,ESP,1,1,0.333333,0.1,0.1',
  ],
  'technology.csv': [
    'path,code,records,possible,fractional,score,max_score',
    'Information Technology,,1,0,1,0.8,0.8',
    'Information Technology > Artificial Intelligence,,1,0,1,0.8,0.8',
  ],
  'industry.csv': ['path,code,records,possible,fractional,score,max_score', 'Law,,1,0,1,1,1'],
  'genre.csv': ['path,code,records,possible,fractional,score,max_score', 'Overview,,1,0,1,0.5,0.5'],
  'authors.csv': [
    'author,records,co_authors,strength_full,strength_fractional',
    '"Hu, Xin",2,2,3,2',
    '"Li, Na",2,2,3,2',
    'OpenAI,1,2,2,1',
  ],
  'coauthors.csv': [
    'author_a,author_b,records,strength_fractional',
    '"Hu, Xin","Li, Na",2,1.5',
    '"Hu, Xin",OpenAI,1,0.5',
    '"Li, Na",OpenAI,1,0.5',
  ],
  'records.csv': [
    'id,title,authors,file,first_line,last_line,url,year',
    `${firstId},First thing,"Hu, Xin; Li, Na",small.txt,2,9,,`,
    `${firstId},First thing,"Hu, Xin; Li, Na",small.txt,18,25,,`,
    `${secondId},Second thing,"Hu, Xin; OpenAI; Li, Na",small.txt,10,15,,`,
    `${thirdId},"A ""third"" thing, with commas, and more",,small.txt,16,17,,`,
  ],
  'tags.csv': [
    'record_id,title,authors,facet,path,score,hidden,url',
    `${firstId},First thing,"Hu, Xin; Li, Na",Geography,Asia > Japan > Tokyo,0.2,2,`,
    `${firstId},First thing,"Hu, Xin; Li, Na",Geography,Europe > Spain,0.1,,`,
    `${firstId},First thing,"Hu, Xin; Li, Na",Industry,Law,1,,`,
    `${firstId},First thing,"Hu, Xin; Li, Na",Genre,Overview,0.5,,`,
    `${secondId},Second thing,"Hu, Xin; OpenAI; Li, Na",Geography,Asia > Japan,0.3,1,`,
    `${secondId},Second thing,"Hu, Xin; OpenAI; Li, Na",Technology,Information Technology > Artificial Intelligence,0.8,,`,
    `${thirdId},"A ""third"" thing, with commas, and more",,,,,,`,
  ],
};

describe('the tables', () => {
  const tables = tablesOf(dataset);

  it('are eight', () =>
    expect(tables.map((table) => table.name).sort()).toEqual(Object.keys(BY_HAND).sort()));

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s says what was counted by hand',
    (name, table) => {
      expect([...table.lines].join('')).toBe(BY_HAND[name]!.map((line) => `${line}\r\n`).join(''));
    },
  );
});

const WORKS = JSON.stringify(
  [2014, 1999, undefined, 2014].map((year, i) => ({
    id: `https://openalex.org/W${i}`,
    display_name: `Work ${i}`,
    publication_year: year,
    authorships: [{ author: { display_name: 'Ada Lovelace' }, countries: ['GB'] }],
    topics: [{ display_name: 'Machines', score: 0.9, domain: { display_name: 'Sciences' } }],
  })),
);

describe('the tags', () => {
  const counted = (each: Dataset) => {
    const engine = new CrossFilter(each);
    return each.facets.map(({ id, label, concepts }) => {
      const { records, possible, fractional, scoreSum } = engine.countsFor(id);
      const rows = concepts.label.map((_, concept) => ({
        path: conceptPath(concepts, concept),
        code: concepts.code[concept],
        counts: [records[concept], possible[concept], fractional[concept], scoreSum[concept]],
      }));
      return { label, rows };
    });
  };

  it.each([
    ['the fixture', 'tests/fixtures/ingest/small.txt'],
    ['the sample', 'data/training-language-models.txt'],
    ['works with years', 'works.json'],
    ['made-up results', ''],
  ])('of %s can be read again, and come to the same records and counts', (_, path) => {
    const made = { '': [...syntheticText(150, 3)].join(''), 'works.json': WORKS }[path];
    const first = made === undefined ? readDataset(path) : ingestTexts([{ name: 'a', text: made }]);
    const urls = Array.from({ length: first.recordCount }, (_, i) =>
      i % 3 === 0 ? '' : `https://a.org/${i}`,
    );
    const records = { ...first.records, url: packTexts(urls) };
    const text = [...tablesOf({ ...first, records }).find(({ name }) => name === 'tags.csv')!.lines].join('');
    const again = ingestTexts([{ name: 'tags.csv', text }]);
    expect(again.report.linesReported).toBe(0);
    expect([...again.records.id]).toEqual([...first.records.id]);
    expect([...again.records.title]).toEqual([...first.records.title]);
    expect([...again.records.url!]).toEqual(urls);
    expect(again.records.author).toEqual(first.records.author);
    expect(again.authors.family).toEqual(first.authors.family);
    expect(again.authors.given).toEqual(first.authors.given);
    const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1);
    const withTags = counted(first).filter(({ rows }) => rows.length > 0);
    expect(counted(again).sort(byLabel)).toEqual(withTags.sort(byLabel));
  });
});

it('the records have the addresses of their works', () => {
  const urls = Array.from({ length: dataset.recordCount }, (_, i) =>
    i === 0 ? '' : `https://doi.org/10.1/${i}`,
  );
  const records = { ...dataset.records, url: packTexts(urls) };
  const table = tablesOf({ ...dataset, records }).find(({ name }) => name === 'records.csv')!;
  const cells = [...table.lines].map((line) => line.trimEnd().split(',').at(-2));
  expect(cells).toEqual(['url', '', '', ...urls.slice(1)]);
});

it('facets that are called like other tables have files of their own', () => {
  const facet = (id: string) => ({ id, kind: 'taxonomy' as const });
  expect(
    tableNames([{ id: 'country', kind: 'place' }, ...['records', 'facet-records', 'places'].map(facet)]),
  ).toEqual([
    'places.csv',
    'facet-records.csv',
    'facet-facet-records.csv',
    'facet-places.csv',
    'authors.csv',
    'coauthors.csv',
    'records.csv',
    'tags.csv',
  ]);
});

describe('csvLines', () => {
  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'say "a"', '"say ""a"""'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['white space at an end', ' a', '" a"'],
    ['nothing', '', ''],
    ['a formula, unaltered', '=1+1', '=1+1'],
    ['letters of any script', '语言 ä', '语言 ä'],
  ])('writes %s', (_, cell, expected) => {
    expect([...csvLines(['h'], [[cell, 1]])]).toEqual(['h\r\n', `${expected},1\r\n`]);
  });
});

describe('decimal', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333'],
    [2, '2'],
    [0.0000001, '0'],
    [39060, '39060'],
  ])('prints %d as %s', (value, expected) => expect(String(decimal(value))).toBe(expected));
});
