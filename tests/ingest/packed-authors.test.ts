/** A dataset whose texts are bytes is settled, arranged and written as one of texts, whatever a list of authors says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arranged } from '../../scripts/dataset/coauthor-layout.ts';
import { jsonParts } from '../../scripts/dataset/format-json.ts';
import { checkable, encodePacked } from '../../src/ingest/columns/encode-packed.ts';
import { datasetOf, packedDatasetOf } from '../../src/ingest/ingest.ts';
import { Ingestion } from '../../src/ingest/ingestion.ts';
import { unpackDataset } from '../../src/ingest/columns/packed-dataset.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import type { Scene } from '../../src/model/scene.ts';

const NAMES = [
  'Hu, Xin',
  'Hu, X.',
  'Müller, Jörg',
  'Mueller, Joerg',
  'Wei, Wang',
  'Wang, Wei',
  'OpenAI, null',
];
const titleOf = (record: number) => `A study of number ${record}`;

/** A result text: one record for each byline. */
const textOf = (bylines: readonly (readonly string[])[]) =>
  bylines
    .map((byline, i) => `${titleOf(i)}\n${byline.join(', ')}\nIt says what was found out.\n- Law (0.50)\n`)
    .join('');

function read(bylines: readonly (readonly string[])[]): Ingestion {
  const ingestion = new Ingestion(['a.txt']);
  ingestion.readText(`a query\n${textOf(bylines)}`);
  return ingestion;
}

const jsonText = (value: unknown) =>
  Array.from(jsonParts(value), (part) => Buffer.from(part).toString()).join('');

const quoted = (cell: string) => `"${cell}"`;
/** A list as a file: each row a name, who it is, and the record that the row speaks of. */
const listOf = (rows: readonly (readonly string[])[]) => ({
  name: 'authors.csv',
  text: `name,same_as,record\n${rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`,
});

/** Who may be whom: also nobody, oneself, a name that nobody writes, a record that is not there. */
const row = fc.tuple(
  fc.constantFrom(...NAMES, 'Nobody, At All'),
  fc.constantFrom(...NAMES, 'Hu, Xin Yi', ''),
  fc.constantFrom('', '', titleOf(0), titleOf(1), titleOf(99)),
);
const bylines = fc.array(fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

const SCENES: readonly Scene[] = [{ title: 'One', text: 'Said of it.', notes: '', view: 'map', query: '' }];

describe('a dataset of bytes', () => {
  it('has the authors, the report and the file of the dataset of texts', () => {
    fc.assert(
      fc.property(
        bylines,
        fc.option(fc.array(row, { maxLength: 4 })),
        fc.boolean(),
        (people, rows, toured) => {
          const options = rows === null ? {} : { authors: listOf(rows) };
          const scenes = toured ? { scenes: SCENES } : {};
          const plain = arranged({ ...datasetOf(read(people), options), ...scenes }).dataset;
          const packed = arranged({ ...packedDatasetOf(read(people), options), ...scenes }).dataset;
          expect(unpackDataset(packed)).toEqual(plain);
          expect(jsonText(encodePacked(packed))).toBe(jsonText(encodeDataset(plain)));
          expect(decodeDataset(checkable(encodePacked(packed), packed)).authors.forms).toEqual(
            plain.authors.forms,
          );
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('keeps the forms of merged and split names, and the record that a title names', () => {
    const rows = [
      ['Hu, X.', 'Hu, Xin', ''],
      ['Müller, Jörg', '', titleOf(1)],
    ];
    const packed = packedDatasetOf(
      read([
        ['Hu, Xin', 'Müller, Jörg'],
        ['Müller, Jörg', 'Hu, X.'],
      ]),
      {
        authors: listOf(rows),
      },
    );
    expect(unpackDataset(packed).authors).toEqual({
      family: ['Hu', 'Müller', 'Müller (2)'],
      given: ['Xin', 'Jörg', 'Jörg'],
      forms: { author: Uint32Array.of(0, 2), family: ['Hu', 'Müller'], given: ['X.', 'Jörg'] },
    });
    expect([...packed.records.author]).toEqual([0, 1, 2, 0]);
    expect(packed.problems).toEqual([]);
  });

  it('is the same with a list without lines as without a list', () => {
    const people = [['Hu, Xin', 'Hu, X.'], ['Müller, Jörg'], ['Mueller, Joerg']];
    const plain = datasetOf(read(people));
    expect(datasetOf(read(people), { authors: listOf([]) })).toEqual(plain);
    expect(unpackDataset(packedDatasetOf(read(people), { authors: listOf([]) }))).toEqual(plain);
    expect(plain.report.likelyDuplicates?.count).toBeGreaterThan(0);
  });

  it('tells of a list that changes nobody, and has no forms then', () => {
    const ingestion = read([['Hu, Xin']]);
    const packed = packedDatasetOf(ingestion, { authors: listOf([['Nobody, At All', 'Hu, Xin', '']]) });
    expect(packed.report.problems).toEqual({ 'unused-identity': 1 });
    expect(packed.authors.forms).toBeUndefined();
    expect(jsonText(packed.authors.family)).toBe('[\n "Hu"\n]\n');
  });
});
