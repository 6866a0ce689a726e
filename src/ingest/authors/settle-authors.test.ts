import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDataset } from '../../model/codec/decode-dataset.ts';
import { encodeDataset } from '../../model/codec/encode-dataset.ts';
import { authorForms, authorKey, authorsOf, type Dataset } from '../../model/dataset.ts';
import { identitiesInWords } from '../../model/report.ts';
import { ingestTexts } from '../ingest.ts';
import { settleAuthors } from './settle-authors.ts';

const TEXT = `q
First of all the things
Pokorny, M., Wang, Wei
We do what the title says, and we say how well it is done.
Second of all the things
Michael, null, Pokorny, null, Wang, Wei
We do what the title says, and we say how well it is done.
Third of all the things
Pokorny, Michael, Pokorny, M., Li, Na
We do what the title says, and we say how well it is done.
`;

const HEADER = 'name,same_as,record\n';
const build = (list?: string) =>
  ingestTexts(
    [{ name: 'r.txt', text: TEXT }],
    list === undefined ? {} : { authors: { name: 'authors.csv', text: HEADER + list } },
  );

const bylines = ({ authors, records, recordCount }: Dataset) =>
  Array.from({ length: recordCount }, (_, record) =>
    [...authorsOf(records, record)].map((author) => authorKey(authors, author)),
  );
const formsIn = ({ authors }: Dataset) =>
  Object.fromEntries(
    authors.family
      .map((_, id) => [authorKey(authors, id), authorForms(authors, id)] as const)
      .filter(([, forms]) => forms.length > 0),
  );
const told = ({ problems }: Dataset) =>
  problems.filter(({ file }) => file === 'authors.csv').map(({ line, reason }) => [line, reason]);
const asFile = (dataset: Dataset) => JSON.stringify(encodeDataset(dataset));

describe('a list of authors', () => {
  it('merges forms everywhere, once a record, along chains', () => {
    const dataset = build('"Pokorny, M.",Mike\nMike,"Pokorny, Michael"\n');
    expect(bylines(dataset)).toEqual([
      ['Pokorny, Michael', 'Wang, Wei'],
      ['Michael', 'Pokorny', 'Wang, Wei'],
      ['Pokorny, Michael', 'Li, Na'],
    ]);
    expect(formsIn(dataset)).toEqual({ 'Pokorny, Michael': ['Pokorny, M.'] });
    expect(told(dataset)).toEqual([]);
    expect(dataset.report.authors).toBe(dataset.authors.family.length);
    expect(identitiesInWords(dataset.report.identities!)).toBe(
      '2 name forms merged into 1 author by authors.csv',
    );
  });

  it('joins a name that was cut in two, in its record only', () => {
    const id = build().records.id.at(1);
    const dataset = build(
      `Michael,"Pokorny, Michael",${id}\nPokorny,"Pokorny, Michael",second of ALL the things\n`,
    );
    expect(bylines(dataset)[1]).toEqual(['Pokorny, Michael', 'Wang, Wei']);
    expect(formsIn(dataset)).toEqual({ 'Pokorny, Michael': ['Michael', 'Pokorny'] });
    expect(dataset.report.likelyDuplicates!.shown.map(({ names }) => names)).not.toContainEqual([
      'Michael',
      'Pokorny',
    ]);
  });

  it('splits a name by records, with a number or a name of its own', () => {
    const dataset = build('"Wang, Wei",,First of all the things\n');
    expect(bylines(dataset).slice(0, 2)).toEqual([
      ['Pokorny, M.', 'Wang (2), Wei'],
      ['Michael', 'Pokorny', 'Wang, Wei'],
    ]);
    expect(formsIn(dataset)).toEqual({ 'Wang (2), Wei': ['Wang, Wei'] });
    expect(identitiesInWords(dataset.report.identities!)).toBe(
      '1 name form split among 2 authors, 1 author under a name that no record writes by authors.csv',
    );
    const both = build(
      '"Wang, Wei",,First of all the things\n"Wang, Wei","Wang, Wei (Graz)",Second of all the things\n',
    );
    expect(bylines(both).map((byline) => byline.at(-1))).toEqual([
      'Wang (2), Wei',
      'Wang, Wei (Graz)',
      'Li, Na',
    ]);
  });

  it('tells what names nobody, and what changes nothing', () => {
    const dataset = build(
      [
        '"Pokorny, Mickael","Pokorny, Michael"',
        '"Wang, Wei",,Fourth of the things',
        '"Li, Na",,First of all the things',
        '"Li, Na",,Third of all the things',
        `"Li, Na","Li, Nana",${build().records.id.at(2)}`,
        '"Wang, Wei","Wang, W.",First of all the things',
        '"Wang, W.","Wang, Wei"',
        'A,B',
        'B,A',
      ].join('\n'),
    );
    expect(told(dataset)).toEqual([
      [2, 'no record names this author; the line changes nothing'],
      [3, 'no record has this id or title; the line changes nothing'],
      [4, 'the record does not name this author; the line changes nothing'],
      [6, 'an earlier line says of the same record who this is; the line changes nothing'],
      [7, 'the author is this one without the line too; the line changes nothing'],
      [9, 'no record names this author; the line changes nothing'],
      [10, 'with earlier lines the names go round in a circle; the line is left out'],
    ]);
    expect(dataset.report.problems).toMatchObject({ 'faulty-identity': 1, 'unused-identity': 6 });
  });

  it('asks for the id where a title stands for several records', () => {
    const twice = `q\nSame title\nLi, Na\nWe do one thing here, and we do it well enough.\nSame title\nHu, Bo\nWe do another thing there, and we do it badly.\n`;
    const dataset = ingestTexts([{ name: 'r.txt', text: twice }], {
      authors: { name: 'authors.csv', text: `${HEADER}"Li, Na",,Same title\n` },
    });
    expect(told(dataset)).toEqual([
      [
        2,
        `2 records have this title; name one by its id, such as ${dataset.records.id.at(0)}; the line changes nothing`,
      ],
    ]);
  });

  it('changes no id, no passage and no title, and its dataset reads back as it was written', () => {
    const [plain, merged] = [build(), build('"Pokorny, M.","Pokorny, Michael"\n')];
    expect({ ...merged.records, author: 0, authorOffset: 0 }).toEqual({
      ...plain.records,
      author: 0,
      authorOffset: 0,
    });
    expect(decodeDataset(JSON.parse(asFile(merged)))).toEqual(merged);
  });

  it('of names that are two people leaves out their suggestion for good, in either order, and nothing else', () => {
    const text = TEXT.replace('Pokorny, Michael, Pokorny, M.,', 'Pokorny, Michael,');
    const build = (list = '') =>
      ingestTexts([{ name: 'r.txt', text }], { authors: { name: 'authors.csv', text: HEADER + list } });
    const open = build();
    const names = ({ report }: Dataset) => report.likelyDuplicates!.shown.map((each) => each.sameAs);
    expect(names(open).filter((each) => each === 'Pokorny, Michael')).toHaveLength(2);
    for (const row of [
      '"Pokorny, M.",,,"Pokorny, Michael"',
      '"Pokorny, Michael",,,"Pokorny, M."',
      '"Pokorny, M.",,,"Pokorny, Michael"\n"Pokorny, Michael",,,"Pokorny, M."',
    ]) {
      const answered = build(`${row}\n`);
      expect(told(answered)).toEqual([]);
      expect(answered.report.likelyDuplicates!.count).toBe(open.report.likelyDuplicates!.count - 1);
      expect(bylines(answered)).toEqual(bylines(open));
      expect(answered.report.identities).toBeUndefined();
    }
    const id = open.records.id.at(1);
    const cut = build(`Pokorny,,${id},"Pokorny, Michael"\n`);
    expect(told(cut)).toEqual([]);
    expect(cut.report.likelyDuplicates!.shown.some(({ record }) => record === id)).toBe(false);
  });

  it('tells of two people whom nobody would take for one', () => {
    const dataset = build(
      '"Wang, Wei",,,"Li, Na"\n"Pokorny, M.","Pokorny, Michael"\n"Pokorny, M.",,,"Pokorny, Michael"\n',
    );
    expect(told(dataset)).toEqual([
      [2, 'nobody would take these two names for one person; the line changes nothing'],
      [4, 'nobody would take these two names for one person; the line changes nothing'],
    ]);
    expect(dataset.report.problems).toMatchObject({ 'unused-identity': 2 });
  });

  it('leaves no trace when it is taken away, or holds nothing', () => {
    build('"Pokorny, M.","Pokorny, Michael"\n');
    build('"Pokorny, M.",,,"Pokorny, Michael"\n');
    expect(asFile(build(''))).toBe(asFile(build()));
  });
});

describe('any list', () => {
  const name = fc.constantFrom(
    '"Pokorny, M."',
    '"Pokorny, Michael"',
    'Michael',
    '"Wang, Wei"',
    '"Li, Na"',
    'X',
    'Y',
  );
  const record = fc.constantFrom('', '', 'First of all the things', 'Second of all the things');
  const rows = fc.array(
    fc.tuple(name, fc.oneof(name, fc.constant('')), record).map((cells) => cells.join(',')),
    { maxLength: 8 },
  );

  it('says the same twice as once, and names nobody twice in a record', () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const list = `${lines.join('\n')}\n`;
        const dataset = build(list);
        expect(asFile(build(list + HEADER + list)).replace(/"line":\d+/g, '')).toContain(
          JSON.stringify(encodeDataset(dataset).records),
        );
        for (const byline of bylines(dataset)) expect(new Set(byline).size).toBe(byline.length);
        const used = new Set(dataset.records.author);
        expect(used.size).toBe(dataset.authors.family.length);
        expect(decodeDataset(JSON.parse(asFile(dataset)))).toEqual(dataset);
      }),
      { numRuns: 60 },
    );
  });

  it('of merges, applied to what it made, changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(name, name).map((cells) => cells.join(',')),
          { maxLength: 8 },
        ),
        (lines) => {
          const list = { name: 'authors.csv', text: `${HEADER}${lines.join('\n')}\n` };
          const once = settleAuthors(build(), list);
          const twice = settleAuthors(once, list);
          expect(bylines(twice)).toEqual(bylines(once));
          expect(formsIn(twice)).toEqual(formsIn(once));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the bylines that a plain reading of its rows gives', () => {
    const plain = bylines(build());
    const titles = ['first of all the things', 'second of all the things', ''];
    fc.assert(
      fc.property(rows, (lines) => {
        const dataset = build(`${lines.join('\n')}\n`);
        const faulty = new Set(told(dataset).map(([line]) => (line as number) - 2));
        const cells = lines.map((line) => {
          const [, a, b, c] = /^(".*?"|[^,]*),(".*?"|[^,]*),(.*)$/.exec(line)!;
          return [a!, b!, c!].map((cell) => cell.replaceAll('"', ''));
        });
        const first = (test: (i: number) => boolean) => cells.findIndex((_, i) => !faulty.has(i) && test(i));
        const numbers = new Map<number, string>();
        const follow = (from: string) => {
          let at = from;
          for (;;) {
            const row = first((i) => cells[i]![2] === '' && cells[i]![0] === at);
            if (row < 0) return at;
            at = cells[row]![1]!;
          }
        };
        cells.forEach(([who, sameAs, where], i) => {
          const earlier = cells.findIndex(([a, b, c]) => a === who && b === sameAs && c === where);
          if (sameAs !== '' || where === '' || faulty.has(i) || earlier < i) return;
          const taken = [...numbers.values()].filter((each) => each.endsWith(who!)).length;
          numbers.set(i, `${taken + 2} ${who!}`);
        });
        const expected = plain.map((byline, record) => [
          ...new Set(
            byline.map((who) => {
              const own = first(
                (i) =>
                  cells[i]![0] === who &&
                  titles[record] !== '' &&
                  cells[i]![2]!.toLowerCase() === titles[record],
              );
              return own < 0 ? follow(who) : (numbers.get(own) ?? follow(cells[own]![1]!));
            }),
          ),
        ]);
        const shape = (lists: readonly (readonly string[])[]) =>
          lists.map((list) =>
            list.map((each) => {
              const numbered = /^(.*) \((\d)\)(.*)$/.exec(each);
              return numbered === null ? each : `${numbered[2]!} ${numbered[1]!}${numbered[3]!}`;
            }),
          );
        expect(shape(bylines(dataset))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
