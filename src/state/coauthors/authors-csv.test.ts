import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAuthorIdentities } from '../../ingest/authors/author-identities.ts';
import { DistinctNames } from '../../ingest/authors/distinct-names.ts';
import { authorKeyOf } from '../../ingest/parsed-author.ts';
import { DUPLICATE_STRENGTHS, type LikelyDuplicate } from '../../model/report.ts';
import { authorsCsv, type DuplicateAnswer } from './authors-csv.ts';

const suggestion = (names: readonly string[], sameAs: string, record = ''): LikelyDuplicate => ({
  strength: 'likely',
  names,
  sameAs,
  record,
  reason: 'a test',
});

it('writes a line for each name, and what a name was already said to be as a remark', () => {
  const same = [
    suggestion(['Wang, W.'], 'Wang, Wei'),
    suggestion(['Wang, W.'], 'Wang, Wen'),
    suggestion(['Michael', 'Pokorny'], 'Pokorny, Michael', 'r1'),
    suggestion(['#hash "tag"'], 'OpenAI'),
  ];
  const chosen = same.map((each) => [each, 'same'] as const);
  expect(authorsCsv(chosen, true)).toBe(
    [
      'name,same_as,record,distinct_from',
      '"Wang, W.","Wang, Wei"',
      '# or: "Wang, W.","Wang, Wen"',
      'Michael,"Pokorny, Michael",r1',
      'Pokorny,"Pokorny, Michael",r1',
      '"#hash ""tag""",OpenAI',
      '',
    ].join('\n'),
  );
  expect(authorsCsv(chosen.slice(0, 1), false)).toBe('"Wang, W.","Wang, Wei"\n');
  expect(authorsCsv([], false)).toBe('');
  const distinct = [same[0]!, same[2]!].map((each) => [each, 'distinct'] as const);
  expect(authorsCsv(distinct, false)).toBe('"Wang, W.",,,"Wang, Wei"\nMichael,,r1,"Pokorny, Michael"\n');
});

it('writes what the dataset script reads as the same', () => {
  const word = fc
    .stringMatching(/^[A-Za-z#"][A-Za-z #".'-]{0,6}[a-z]$/)
    .map((text) => text.replace(/ +/g, ' '));
  const name = fc.oneof(
    word,
    fc.tuple(word, word).map((parts) => parts.join(', ')),
  );
  const one = fc.record({
    strength: fc.constantFrom(...DUPLICATE_STRENGTHS),
    names: fc.array(name, { minLength: 1, maxLength: 1 }),
    sameAs: name,
    record: fc.constantFrom('r1', 'r2'),
    reason: fc.constant(''),
  });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ names, record }) => names[0]! + record }), (chosen) => {
      const different = chosen.filter(({ names, sameAs }) => names[0] !== sameAs);
      const said = (answer: DuplicateAnswer) =>
        authorsCsv(
          different.map((each) => [each, answer] as const),
          true,
        );
      const { identities, problems } = parseAuthorIdentities('a.csv', said('same'));
      expect(problems).toEqual([]);
      const no = parseAuthorIdentities('a.csv', said('distinct'));
      expect(no.problems).toEqual([]);
      const distinct = new DistinctNames(no.identities);
      expect(different.every((each) => distinct.has(each))).toBe(true);
      expect(distinct.unused()).toEqual([]);
      const key = (author: Parameters<typeof authorKeyOf>[0]) => authorKeyOf(author).replace('\0', ', ');
      expect(
        identities.inRecord.map(({ name: read, sameAs, record }) => [key(read), key(sameAs!), record]),
      ).toEqual(different.map(({ names, sameAs, record }) => [names[0], sameAs, record]));
    }),
  );
});
