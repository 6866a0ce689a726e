import fc from 'fast-check';
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

  describe('of records that may be of two works', () => {
    const issue = (year?: number, url?: string) => ({
      authors: by('A'),
      ...(url === undefined ? {} : { url }),
      facets: year === undefined ? {} : { year: { tags: [tag(`2010s > ${year}`, 100)], hidden: 0 } },
    });
    const groupsOf = (...issues: Partial<ParsedRecord>[]) => {
      const records = issues.map((each) => record('Annual Report', each));
      return dedupe(records, 'year').records.map(({ passages }) =>
        passages.map(({ first }) => records.findIndex(({ passage }) => passage.first === first)),
      );
    };
    const [doi, other, page] = ['https://doi.org/10.1/a', 'https://doi.org/10.1/b', 'https://a.org/reports'];

    it.each([
      ['years that differ', [issue(2019), issue(2020), issue(2019)], [[0, 2], [1]]],
      ['a year that only one has', [issue(2019), issue(), issue(2020)], [[0, 1], [2]]],
      ['the same with that first', [issue(), issue(2019), issue(2020)], [[0, 1], [2]]],
      ['the same with that last', [issue(2019), issue(2020), issue()], [[0, 2], [1]]],
      ['addresses that differ', [issue(2019, doi), issue(2019, other), issue()], [[0, 2], [1]]],
      ['an address that only one has', [issue(2019, doi), issue(2019)], [[0, 1]]],
      ['one DOI in two years', [issue(2019, doi), issue(2020, doi)], [[0, 1]]],
      ['one page of a series', [issue(2019, page), issue(2020, page)], [[0], [1]]],
    ])('keeps apart what is told apart, by %s', (_, issues, groups) => {
      expect(groupsOf(...issues)).toEqual(groups);
    });

    it('finds a copy by what another key has led to, though the same is known of both', () => {
      const [a, b] = [{ authors: by('A') }, { authors: by('B') }];
      const groups = groupsOf(
        { ...b, url: other },
        { ...a, url: doi },
        { ...a, abstract: 'X' },
        { ...b, abstract: 'X' },
        { ...a, abstract: 'X', url: other },
      );
      expect(groups).toEqual([
        [0, 3, 4],
        [1, 2],
      ]);
    });

    it('never puts two works together, and never parts what nothing tells apart', () => {
      const any = fc.record({
        year: fc.constantFrom(undefined, 2018, 2019),
        url: fc.constantFrom(undefined, doi, other, page),
        authors: fc.constantFrom(by('A'), by('B'), []),
        abstract: fc.constantFrom('', 'X', 'Y'),
      });
      fc.assert(
        fc.property(fc.array(any, { maxLength: 9 }), (parts) => {
          const groups = groupsOf(
            ...parts.map(({ year, url, ...rest }) => ({ ...issue(year, url), ...rest })),
          ).map((group) => group.map((i) => parts[i]!));
          type Part = (typeof parts)[number];
          const differ = <T>(a: T | undefined, b: T | undefined) =>
            a !== undefined && b !== undefined && a !== b;
          const yearsOf = ({ url, year }: Part) =>
            parts
              .filter((each) => each.year !== undefined && url?.includes('doi') && each.url === url)
              .map((each) => each.year)
              .concat(year ?? []);
          const areTwo = (a: Part, b: Part) => {
            const [years, others] = [yearsOf(a), yearsOf(b)];
            const haveYears = years.length > 0 && others.length > 0;
            return differ(a.url, b.url) || (haveYears && !years.some((year) => others.includes(year)));
          };
          const haveKey = (a: Part, b: Part) =>
            (a.authors.length > 0 && a.authors[0]!.family === b.authors[0]?.family) ||
            (a.abstract !== '' && a.abstract === b.abstract);
          const some = (as: Part[], bs: Part[], has: (a: Part, b: Part) => boolean) =>
            as.some((a) => bs.some((b) => has(a, b)));
          groups.forEach((group, i) => {
            expect(some(group, group, areTwo)).toBe(false);
            for (const another of groups.slice(i + 1)) {
              if (some(group, another, haveKey)) expect(some(group, another, areTwo)).toBe(true);
            }
          });
        }),
        { numRuns: 2000 },
      );
    });

    it('is quick where all differ', () => {
      const many = Array.from({ length: 50_000 }, (_, i) => issue(2019, `https://doi.org/10.1/${i}`));
      expect(groupsOf(...many.slice(0, 3))).toHaveLength(3);
      expect(
        dedupe(
          many.map((each) => record('Editorial', each)),
          'year',
        ).records,
      ).toHaveLength(50_000);
    });
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
