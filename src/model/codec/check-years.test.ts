import { describe, expect, it } from 'vitest';
import { withLists } from '../../../tests/dataset-fuzz/with-lists.ts';
import { withYears, YEAR } from '../../../tests/filter/with-years.ts';
import { decodeDataset } from './decode-dataset.ts';
import { encodeDataset } from './encode-dataset.ts';

interface YearsFile {
  facets: { kind: string; concepts: { label: string[]; parent: number[] }; tags: { concept: number[] } }[];
}

/** The file with one thing of its facet of years changed. */
function fileWith(spoil: (facet: YearsFile['facets'][number]) => void): unknown {
  const file = JSON.parse(JSON.stringify(withLists(encodeDataset(withYears)))) as YearsFile;
  spoil(file.facets[2]!);
  return file;
}

describe('a facet of years', () => {
  it('comes back from its file as it was', () => {
    expect(decodeDataset(fileWith(() => undefined))).toEqual(withYears);
  });

  it.each<[fault: string, spoil: (facet: YearsFile['facets'][number]) => void]>([
    [
      'facets[2].concepts.label[2] is "The tens", not a decade such as "2010s"',
      ({ concepts }) => (concepts.label[YEAR.tens] = 'The tens'),
    ],
    [
      'facets[2].concepts.label[0] is "0990s", not a decade such as "2010s"',
      ({ concepts }) => (concepts.label[YEAR.nineties] = '0990s'),
    ],
    [
      'facets[2].concepts.label[3] is "2010", not a decade such as "2010s"',
      ({ concepts }) => (concepts.parent[YEAR.y2010] = -1),
    ],
    [
      'facets[2].concepts.label[3] is "3010", not a year from 1000 to 2999',
      ({ concepts }) => (concepts.label[YEAR.y2010] = '3010'),
    ],
    [
      'facets[2].concepts.label[3] is "2010 AD", not a year from 1000 to 2999',
      ({ concepts }) => (concepts.label[YEAR.y2010] = '2010 AD'),
    ],
    [
      'facets[2].concepts.label[3] is "2010" below "1990s", not below "2010s"',
      ({ concepts }) => (concepts.parent[YEAR.y2010] = YEAR.nineties),
    ],
    [
      'facets[2].concepts.label[4] is "2011" below "2010", not below "2010s"',
      ({ concepts }) => (concepts.parent[YEAR.y2011] = YEAR.y2010),
    ],
    [
      'facets[2].concepts.label[4] is "2010" behind "2010": decades and years rise, each once',
      ({ concepts }) => (concepts.label[YEAR.y2011] = '2010'),
    ],
    [
      'facets[2].concepts.label[4] is "2010" behind "2011": decades and years rise, each once',
      ({ concepts }) => concepts.label.splice(YEAR.y2010, 2, '2011', '2010'),
    ],
    [
      'facets[2].tags.concept[0] is a decade: records are tagged with years',
      ({ tags }) => (tags.concept[0] = YEAR.nineties),
    ],
  ])('with a fault is refused: %s', (fault, spoil) => {
    expect(() => decodeDataset(fileWith(spoil))).toThrow(fault);
  });

  it('is the only one of its kind, and of a kind that is known', () => {
    const file = fileWith(() => undefined) as YearsFile;
    const twice = { ...file, facets: [...file.facets, { ...file.facets[2]!, id: 'other' }] };
    expect(() => decodeDataset(twice)).toThrow(
      'facets[3].kind is "time" again: a dataset has at most one such facet',
    );
    expect(() => decodeDataset(fileWith((facet) => (facet.kind = 'times')))).toThrow(
      'facets[2].kind is "times", not "place", "taxonomy" or "time"',
    );
  });
});
