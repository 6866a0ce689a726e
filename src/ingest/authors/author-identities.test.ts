import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameChains, parseAuthorIdentities, readName } from './author-identities.ts';
import { authorKeyOf } from '../parsed-author.ts';

const HEADER = 'name,same_as,record\n';
const parse = (lines: string) => parseAuthorIdentities('authors.csv', HEADER + lines);

describe('parseAuthorIdentities', () => {
  it('reads merges, rows of one record, quotes, remarks and byte-order marks', () => {
    const { identities, problems } = parseAuthorIdentities(
      'authors.csv',
      '\uFEFF# a remark\r\nname,same_as\r\n"Pokorny, M.","Pokorny,  Michael"\r\n\r\nOpen AI,OpenAI\n"Wang, Wei",,r1\nMichael,"Pokorny, Michael","A ""title"", long"\n',
    );
    expect(problems).toEqual([]);
    const said = ({ everywhere, inRecord }: typeof identities) =>
      [...everywhere, ...inRecord].map(({ line, name, sameAs, record }) => [line, name, sameAs, record]);
    expect(said(identities)).toEqual([
      [3, { family: 'Pokorny', given: 'M.' }, { family: 'Pokorny', given: 'Michael' }, ''],
      [5, { family: 'Open AI', given: null }, { family: 'OpenAI', given: null }, ''],
      [6, { family: 'Wang', given: 'Wei' }, undefined, 'r1'],
      [7, { family: 'Michael', given: null }, { family: 'Pokorny', given: 'Michael' }, 'A "title", long'],
    ]);
  });

  it.each([
    ['Pokorny, M.,"Pokorny, Michael",,', '5 columns'],
    ['OpenAI', '1 columns'],
    ['"OpenAI,Open AI', 'a quote is not closed'],
    ['"Li, Na"x,"Li, N."', 'text stands right behind a closing quote'],
    ['"Li ""Na"" Li', 'a quote is not closed'],
    ['"Li, Na";"Li, N.";;', 'columns are separated by commas, not by semicolons'],
    ['Li;Li N', 'columns are separated by commas, not by semicolons'],
    ['"Li, Na"\t"Li, N."', 'columns are separated by commas, not by tabs'],
    [',OpenAI', '"" is not a name'],
    ['"A, B, C",OpenAI', '"A, B, C" is not a name'],
    ['OpenAI,"null, X"', '"null, X" is not a name'],
    ['OpenAI,!', '"!" is not a name'],
    ['OpenAI,', 'neither same_as nor record'],
    ['A,B,,C', 'both same_as and distinct_from'],
    ['A,,,A', 'distinct from itself'],
    ['A,,,"B, C, D"', 'is not a name'],
    ['OpenAI,OpenAI', 'the same as itself'],
    ['"OpenAI, null",OpenAI', 'the same as itself'],
    ['A,B\nA,C', 'line 2 says something else'],
    ['A,B,r\nA,,r', 'line 2 says something else'],
    ['A,B\nB,A', 'round in a circle'],
    ['A,B\nB,C\nC,D\nD,A', 'round in a circle'],
  ])('tells what is wrong with "%s", and keeps the rest', (lines, reason) => {
    const { identities, problems } = parse(`${lines}\nX,Y`);
    expect(problems).toHaveLength(1);
    const rows = lines.split('\n');
    expect(problems[0]).toMatchObject({
      code: 'faulty-identity',
      file: 'authors.csv',
      line: 1 + rows.length,
      text: rows.at(-1),
    });
    expect(problems[0]!.reason).toContain(reason);
    expect(identities.everywhere.length + identities.inRecord.length).toBe(rows.length);
  });

  it('tells of a missing header, and reads on', () => {
    const { identities, problems } = parseAuthorIdentities('a.csv', 'who,what\nA,B\n');
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'the first line is not "name,same_as,record"; the line is left out'],
    ]);
    expect(identities.everywhere).toHaveLength(1);
  });

  it('tells of a header whose columns are separated by another sign', () => {
    const { problems } = parseAuthorIdentities('a.csv', 'name;same_as;record\nOpen AI;OpenAI;\n');
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual(
      [1, 2].map((line) => [
        line,
        'columns are separated by commas, not by semicolons; the line is left out',
      ]),
    );
  });

  it('reads any text without a fault of its own, and what stands twice in it as once', () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('A', 'B', 'C', '"A, b"', '', 'r'), { minLength: 1, maxLength: 4 })
        .map((cells) => cells.join(',')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `${HEADER}${lines.map((each) => each.replace(/[\r\n]/g, '')).join('\n')}\n`;
        const once = parseAuthorIdentities('a.csv', text).identities;
        const twice = parseAuthorIdentities('a.csv', text + text).identities;
        expect(twice).toEqual(once);
      }),
    );
  });
});

describe('readName', () => {
  it.each([
    ['Pokorny, Michael', { family: 'Pokorny', given: 'Michael' }],
    [' Pokorny ,  M. ', { family: 'Pokorny', given: 'M.' }],
    ['OpenAI, null', { family: 'OpenAI', given: null }],
    ['OpenAI', { family: 'OpenAI', given: null }],
    ['', undefined],
    ['null', undefined],
    ['A,', undefined],
  ])('reads "%s"', (text, name) => expect(readName(text)).toEqual(name));
});

describe('NameChains', () => {
  it('ends where following the links one by one ends', () => {
    const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(
      fc.property(links, (tried) => {
        const chains = new NameChains();
        const next = new Map<string, string>();
        const walk = (name: string) => {
          let at = name;
          while (next.has(at)) at = next.get(at)!;
          return at;
        };
        for (const [a, b] of tried) {
          const [from, to] = [`n${a}`, `n${b}`];
          if (next.has(from)) continue;
          const isOpen = walk(to) !== from;
          expect(chains.link(from, to)).toBe(isOpen);
          if (isOpen) next.set(from, to);
        }
        for (let i = 0; i < 10; i++) expect(chains.end(`n${i}`)).toBe(walk(`n${i}`));
      }),
    );
  });

  it('follows a chain of 200,000 names, however often it is asked', () => {
    const chains = new NameChains();
    for (let i = 0; i < 200_000; i++) chains.link(`${i}`, `${i + 1}`);
    for (let i = 0; i < 200_000; i++) expect(chains.end(`${i}`) === '200000').toBe(true);
    expect(chains.link('200000', '0')).toBe(false);
  }, 20_000);

  it('compares names as wholes', () => {
    expect(authorKeyOf({ family: 'A', given: null })).not.toBe(authorKeyOf({ family: 'A', given: '' }));
  });
});
