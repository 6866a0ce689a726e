import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import { filesOf, linesInWords, passagesOf, problemsIn } from './record-source.ts';

const record = { title: 'A title', authors: [], tags: {}, hidden: {} };
const plain = makeDataset({ authors: [], facets: [], records: [record, record] });

const problem = (file: string, line: number): Problem => ({
  code: 'stray-punctuation',
  file,
  line,
  text: ':',
  reason: `${file}:${line}`,
});

const dataset: Dataset = {
  ...plain,
  source: { ...plain.source, files: ['a.txt', 'b.txt'] },
  records: {
    ...plain.records,
    passageOffset: Uint32Array.of(0, 1, 3),
    passageFile: Uint32Array.of(0, 0, 1),
    passageFirst: Uint32Array.of(2, 5, 9),
    passageLast: Uint32Array.of(4, 8, 9),
  },
  problems: [problem('a.txt', 0), problem('a.txt', 5), problem('a.txt', 9), problem('b.txt', 9)],
};

describe('the source of a record', () => {
  it('is every passage that it was read from', () => {
    expect(passagesOf(dataset, 1)).toEqual([
      { file: 'a.txt', first: 5, last: 8 },
      { file: 'b.txt', first: 9, last: 9 },
    ]);
  });

  it('names each file once', () => {
    const passage = { file: 'a.txt', first: 1, last: 2 };
    expect(filesOf([passage, { ...passage, file: 'b.txt' }, passage])).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    [5, 8, 'lines 5–8'],
    [9, 9, 'line 9'],
  ])('says lines %i to %i as "%s"', (first, last, words) => {
    expect(linesInWords({ file: 'a.txt', first, last })).toBe(words);
  });

  it('has the problems of its own lines, not those of another file, of other lines or of the whole file', () => {
    expect(problemsIn(dataset, 0)).toEqual([]);
    expect(problemsIn(dataset, 1).map(({ reason }) => reason)).toEqual(['a.txt:5', 'b.txt:9']);
  });
});
