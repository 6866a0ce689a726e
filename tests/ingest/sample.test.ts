import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { authorKey, conceptPath, facetById, type Dataset } from '../../src/model/dataset.ts';
import { tablesOf } from '../../scripts/dataset/tables.ts';
import { readDataset } from './read-dataset.ts';

const SHIPPED = 'data/training-language-models.txt';
const ORIGINAL = '../shared/samples/aitopics-training-language-model.txt';

/** Lines that carry an abstract, from 1. */
const ABSTRACT_LINES = [3, 5, 10, 12, 15, 18, 35, 42, 58, 61];

const tableLines = (dataset: Dataset, name: string) =>
  [...tablesOf(dataset).find((table) => table.name === name)!.lines].map((line) => line.trimEnd());

function describeSample(path: string): void {
  const dataset = readDataset(path);
  const { report, records } = dataset;

  it('accounts for its 65 lines', () => {
    expect(report).toMatchObject({ linesIn: 65, linesUsed: 65, linesReported: 0 });
  });

  it('holds ten records, one of them twice', () => {
    expect(report).toMatchObject({ recordsRead: 10, duplicatesMerged: 1, records: 9 });
    expect(records.title.at(0)).toBe('Training language models to follow instructions with human feedback');
    expect([...records.passageOffset]).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([...records.passageFirst]).toEqual([2, 11, 4, 9, 13, 16, 33, 40, 56, 59]);
    expect([...records.passageLast]).toEqual([3, 12, 8, 10, 15, 32, 39, 55, 58, 65]);
  });

  it('has the tags and the hidden tags of its four facets', () => {
    expect(report.facets.map(({ facet, tags, hiddenTags }) => [facet, tags, hiddenTags])).toEqual([
      ['geography', 16, 46],
      ['technology', 7, 0],
      ['industry', 6, 16],
      ['genre', 4, 0],
    ]);
  });

  it('has nine countries and no place without one', () => {
    expect(report).toMatchObject({ countries: 9, placesResolved: 15, placesUnresolved: [] });
    const { concepts } = facetById(dataset, 'geography')!;
    const countries = concepts.code.flatMap((code, i) =>
      code === '' ? [] : `${code} ${concepts.numeric[i]!} ${conceptPath(concepts, i).join(' > ')}`,
    );
    expect(countries).toEqual([
      'IDN 360 Asia > Indonesia',
      'SGP 702 Asia > Singapore',
      'THA 764 Asia > Thailand',
      'AUT 040 Europe > Austria',
      'MCO 492 Europe > Monaco',
      'ESP 724 Europe > Spain',
      'GBR 826 Europe > United Kingdom',
      'CAN 124 North America > Canada',
      'USA 840 North America > United States',
    ]);
  });

  it('has 374 authors, 281 of them on one record', () => {
    expect(report.authors).toBe(374);
    const counts = [...records.title].map((_, i) => records.authorOffset[i + 1]! - records.authorOffset[i]!);
    expect(counts).toEqual([0, 0, 0, 18, 59, 8, 281, 4, 4]);
    const gpt4 = records.authorOffset[6]!;
    expect(authorKey(dataset.authors, records.author[gpt4]!)).toBe('OpenAI');
  });

  it('has three problems, each known by its line', () => {
    expect(dataset.problems.map(({ code, line, text }) => [code, line, text])).toEqual([
      ['merged-duplicate', 11, 'Training language models to follow instructions with human feedback'],
      ['stray-punctuation', 41, ':, null'],
      ['split-person', 41, 'Michael, null, Pokorny, null'],
    ]);
  });

  it('counts five records in the United States, none merely possible, with a score sum of 0.63', () => {
    const row = tableLines(dataset, 'places.csv').find((line) => line.includes(',USA,'))!;
    expect(row).toMatch(/^North America > United States,USA,5,0,3\.10404,0\.63,0\.27$/);
  });

  it('has all 281 × 280 / 2 pairs of the longest author list among its pairs', () => {
    expect(tableLines(dataset, 'coauthors.csv').length - 1).toBeGreaterThan((281 * 280) / 2);
    expect(tableLines(dataset, 'authors.csv')).toContain('OpenAI,1,280,280,1');
  });
}

describe('the shipped sample', () => {
  describeSample(SHIPPED);

  it('has one-sentence abstracts, the same one on both copies', () => {
    const lines = readFileSync(SHIPPED, 'utf8').split('\n');
    for (const number of ABSTRACT_LINES) expect(lines[number - 1]).toMatch(/^[A-Z][^.?!]{60,200}\.$/);
    expect(lines[11]).toBe(lines[2]);
  });
});

const hasOriginal = existsSync(ORIGINAL);
const skipped = hasOriginal
  ? ''
  : ' (skipped: the original is not at hand, and the project does not need it)';

describe.skipIf(!hasOriginal)(`the original of the sample${skipped}`, () => {
  if (hasOriginal) describeSample(ORIGINAL);

  it('differs from the shipped sample in its abstracts only', () => {
    const [original, shipped] = [ORIGINAL, SHIPPED].map((path) => readFileSync(path, 'utf8').split('\n'));
    expect(shipped).toHaveLength(original!.length);
    const changed = shipped!.flatMap((line, i) => (line === original![i] ? [] : [i + 1]));
    expect(changed).toEqual(ABSTRACT_LINES);
  });

  it('shares no four words in a row with the shipped abstracts', () => {
    const [original, shipped] = [ORIGINAL, SHIPPED].map((path) => readFileSync(path, 'utf8').split('\n'));
    const fourWords = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
    };
    const taken = new Set(fourWords(original!.join('\n')));
    const shared = ABSTRACT_LINES.flatMap((number) =>
      fourWords(shipped![number - 1]!).filter((each) => taken.has(each)),
    );
    expect(shared).toEqual([]);
  });
});
