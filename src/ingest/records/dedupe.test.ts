import { describe, expect, it } from 'vitest';
import { dedupe } from './dedupe.ts';
import type { ParsedRecord } from '../parsed-record.ts';

const tag = (path: string, score: number) => ({ path: path.split(' > '), score, line: 1 });

let line = 0;
/** A record with a passage of its own. */
function record(title: string, parts: Partial<ParsedRecord> = {}): ParsedRecord {
  line += 10;
  return {
    title,
    abstract: '',
    authors: [],
    facets: {},
    passage: { file: 0, first: line, last: line + 3 },
    ...parts,
  };
}
const by = (...families: string[]) => families.map((family) => ({ family, given: null }));

describe('dedupe', () => {
  it.each([
    ['same authors', { authors: by('A', 'B') }, { authors: by('B', 'A'), abstract: 'Other.' }, 1],
    ['same abstract', { abstract: 'We do it.' }, { abstract: 'We  do it', authors: by('A') }, 1],
    [
      'other authors and abstract',
      { authors: by('A'), abstract: 'X' },
      { authors: by('B'), abstract: 'Y' },
      2,
    ],
    ['neither authors nor abstract', {}, {}, 2],
    ['authors in only one', { authors: by('A') }, {}, 2],
  ])('compares records of one title with %s', (_, first, second, distinct) => {
    expect(dedupe([record('A Title', first), record('a title.', second)]).records).toHaveLength(distinct);
  });

  it('keeps records of different titles apart', () => {
    const same = { authors: by('A'), abstract: 'We do it.' };
    expect(dedupe([record('Part 1', same), record('Part 2', same)]).records).toHaveLength(2);
  });

  it('merges in chains, whatever the order', () => {
    const copies = [
      record('T', { authors: by('A'), abstract: 'X' }),
      record('T', { authors: by('B'), abstract: 'Y' }),
      record('T', { authors: by('A'), abstract: 'Y' }),
    ];
    for (const order of [copies, [...copies].reverse()]) {
      const { records, merges } = dedupe(order);
      expect(records).toHaveLength(1);
      expect(records[0]!.passages).toEqual(order.map((copy) => copy.passage));
      expect(merges).toHaveLength(2);
    }
  });

  it('keeps the first text, and what the first lacks', () => {
    const { records } = dedupe([
      record('A title', { abstract: 'We do it.' }),
      record('A Title', { abstract: 'We do it!', authors: by('A') }),
    ]);
    expect(records[0]).toMatchObject({ title: 'A title', abstract: 'We do it.', authors: by('A') });
  });

  it('unites tags with the higher score, and hides what the fullest copy has beyond them', () => {
    const { records, merges } = dedupe([
      record('T', {
        abstract: 'X',
        facets: {
          geography: { tags: [tag('Asia', 10), tag('Europe', 4)], hidden: 3 },
          genre: { tags: [], hidden: 2 },
        },
      }),
      record('T', {
        abstract: 'X',
        facets: { geography: { tags: [tag('Asia', 7), tag('Africa', 9), tag('Europe', 5)], hidden: 0 } },
      }),
    ]);
    const { geography, genre } = records[0]!.facets;
    expect(geography!.tags.map(({ path, score }) => [...path, score])).toEqual([
      ['Asia', 10],
      ['Europe', 5],
      ['Africa', 9],
    ]);
    expect(geography!.hidden).toBe(2);
    expect(genre).toEqual({ tags: [], hidden: 2 });
    expect(merges[0]!.differs).toEqual(['tags']);
  });

  it('never gives a negative number of hidden tags', () => {
    const lists = ['Asia', 'Europe', 'Africa'].map((path) => ({ tags: [tag(path, 5)], hidden: 1 }));
    const { records } = dedupe(
      lists.map((geography) => record('T', { abstract: 'X', facets: { geography } })),
    );
    expect(records[0]!.facets['geography']).toMatchObject({ hidden: 0 });
  });

  it('tells a faithful copy from one that differs', () => {
    const same = {
      abstract: 'X',
      authors: by('A'),
      facets: { genre: { tags: [tag('Overview', 50)], hidden: 0 } },
    };
    expect(dedupe([record('T', same), record('T', same)]).merges[0]).toMatchObject({
      same: 'title and authors and abstract',
      differs: [],
    });
    const other = { ...same, authors: by('A', 'B'), facets: {} };
    expect(dedupe([record('T', same), record('T', other)]).merges[0]).toMatchObject({
      same: 'title and abstract',
      differs: ['authors', 'tags'],
    });
  });

  it('merges a hundred thousand copies in a moment', () => {
    const copies = Array.from({ length: 100_000 }, (_, i) => record(`T${i % 7}`, { abstract: 'X' }));
    expect(dedupe(copies).records).toHaveLength(7);
  });
});
