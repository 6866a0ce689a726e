import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import { recordsAtLines, type RecordAtLine } from './record-at-line.ts';
import { passagesOf } from './record-source.ts';

type PlainPassage = readonly [file: number, first: number, last: number];

function datasetOf(files: readonly string[], records: readonly (readonly PlainPassage[])[]): Dataset {
  const title = { title: 'A title', authors: [], tags: {}, hidden: {} };
  const plain = makeDataset({ authors: [], facets: [], records: records.map(() => title) });
  const passages = records.flat();
  let count = 0;
  return {
    ...plain,
    source: { ...plain.source, files },
    records: {
      ...plain.records,
      passageOffset: Uint32Array.of(0, ...records.map((each) => (count += each.length))),
      passageFile: Uint32Array.from(passages, ([file]) => file),
      passageFirst: Uint32Array.from(passages, ([, first]) => first),
      passageLast: Uint32Array.from(passages, ([, , last]) => last),
    },
  };
}

/** By going through all passages of all records. */
const oracle =
  (dataset: Dataset): RecordAtLine =>
  (file, line) => {
    const found = Array.from({ length: dataset.recordCount }, (_, record) => record).filter((record) =>
      passagesOf(dataset, record).some(
        (passage) => passage.file === file && passage.first <= line && line <= passage.last,
      ),
    );
    return found.length === 1 ? found[0] : undefined;
  };

describe('the record at a line', () => {
  const dataset = datasetOf(
    ['a.txt', 'b.txt', 'a.txt'],
    [
      [[0, 2, 4]],
      [
        [0, 5, 8],
        [1, 3, 3],
      ],
      [
        [1, 5, 9],
        [1, 7, 9],
      ],
      [[2, 4, 5]],
    ],
  );
  const at = recordsAtLines(dataset);

  it.each([
    ['of the first line of a passage', 'a.txt', 2, 0],
    ['of its last line', 'a.txt', 8, 1],
    ['of a passage that was merged into a record', 'b.txt', 3, 1],
    ['where two passages of one record overlap', 'b.txt', 8, 2],
    ['of no record before the first', 'b.txt', 2, undefined],
    ['of no record between two', 'b.txt', 4, undefined],
    ['of no record behind the last', 'b.txt', 10, undefined],
    ['of no record for a whole file', 'a.txt', 0, undefined],
    ['of no record in a file that no record is from', 'authors.csv', 2, undefined],
    ['of no record where two files of one name have one each', 'a.txt', 5, undefined],
  ])('is told %s', (_, file, line, record) => {
    expect(at(file, line)).toBe(record);
    expect(oracle(dataset)(file, line)).toBe(record);
  });
});

test('the record at a line is the one that a plain loop finds, however passages lie', () => {
  const passage = fc
    .tuple(fc.nat(3), fc.integer({ min: 1, max: 40 }), fc.nat(6), fc.constantFrom(1, 4_001, 70_000_001))
    .map(([file, first, more, far]): PlainPassage => [file, first * far, first * far + more]);
  const records = fc.array(fc.array(passage, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(records, (plain) => {
      const dataset = datasetOf(['a', 'b', 'a', 'c'], plain);
      const [fast, slow] = [recordsAtLines(dataset), oracle(dataset)];
      const lines = plain.flat().flatMap(([, first, last]) => [first - 1, first, last, last + 1]);
      for (const file of ['a', 'b', 'c', 'd']) {
        for (const line of lines) expect(fast(file, line)).toBe(slow(file, line));
      }
    }),
  );
});
