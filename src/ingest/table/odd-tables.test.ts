import { describe, expect, it } from 'vitest';
import { recordsOf, told } from '../../../tests/ingest/told-records.ts';
import { ingestTexts } from '../ingest.ts';

const HEADER = 'record_id,title,authors,facet,path,score\n';
const read = (text: string) => ingestTexts([{ name: 'in.csv', text }]);
const table = (...rows: string[]) => read(HEADER + rows.join('\n'));

it('tells scores once that may be of a hundred, with what to do, and reads those with the sign', () => {
  const dataset = table('1,T,,topic,A,85', '1,T,,topic,B,1', '2,U,,topic,B,85 %', '2,U,,topic,C,7');
  expect(recordsOf(dataset).map(({ tags }) => tags)).toEqual([['topic: B 100'], ['topic: B 85']]);
  expect(told(dataset)[1]).toBe(
    '0 score-out-of-range: : 2 scores are above 1, none above 100: if the table has them from 0 to 100, write them with “%” or divide all by 100, since those up to 1 were taken as they are',
  );
});

it('tells signs that part no levels once, and arrows not at all', () => {
  const dataset = table(
    '1,T,,topic,A>B,1',
    '1,T,,topic,"A> B",1',
    '2,U,,topic,a->b > c=>d,1',
    '3,V,,topic,x>=1,1',
  );
  expect(told(dataset).slice(1)).toEqual([
    '2 odd-path: A>B: has “>” without a blank on both sides, which parts no levels and is kept as a part of the name: write “A > B”; so it is in 1 more row',
  ]);
});

it('may stand below a heading, which is told', () => {
  const dataset = read(`My tags of 2020\n\n;;;\n${HEADER}1,T,,topic,A,1\n`);
  expect(recordsOf(dataset)).toHaveLength(1);
  expect(dataset.report).toMatchObject({ linesIn: 5, linesReported: 1 });
  expect(told(dataset)[1]).toBe(
    '1 unreadable-record: My tags of 2020: stands before the header of the table; left out',
  );
});

it('tells bytes of zero, which nobody sees', () => {
  const dataset = table('1,T,,to\0pic,A,1');
  expect(dataset.facets.map(({ label }) => label)).toEqual(['To\uFFFDpic']);
  expect(told(dataset)[1]).toMatch(/^2 invalid-utf8: /);
});

describe('with a quote that a row further on closes', () => {
  const sound = '2,U,"Ma, Li",topic,B,1';
  const titles = (...rows: string[]) => recordsOf(table(...rows)).map(({ title }) => title);
  it.each([
    ['in the title', ['1,"T,Ma,topic,A,1', sound, '3,V",,topic,C,1']],
    ['of the first rows, in the authors', ['1,T,"Ma,topic,A,1', sound, '3,V,Bo",topic,C,1']],
    ['and one row between, without a tag', ['1,"T,Ma,topic,A,1', '2,U,,,,', '3,V",,topic,C,1']],
    ['and none between', ['1,"T,x,topic,A,1', '2,U",,topic,B,1']],
  ])('%s, keeps all rows but the first', (_, rows) => {
    const dataset = table(...rows);
    expect(told(dataset).filter((each) => each.includes('quote'))).toEqual([
      `2 unreadable-record: ${rows[0]}: has a quote that is not closed within 500 lines, or closed in a row further on; left out`,
    ]);
    expect(titles(...rows)[0]).toMatch(/^U/);
    expect(dataset.recordCount).toBe(rows.length - 1);
  });

  it.each([
    'title,authors,facet,path,score,abstract',
    'facet,path,score,title,abstract,year',
    'abstract,facet,path,title',
  ])('keeps abstracts of many lines whole, wherever they stand: %s', (columns) => {
    const cells: Record<string, string> = {
      title: 'T',
      authors: 'Ma',
      facet: 'topic',
      path: 'A',
      score: '1',
      year: '',
    };
    const rows = [1, 2, 3].map((id) =>
      [
        `${id}`,
        ...columns.split(',').map((name) => cells[name] ?? '"We show,\nthat, topic,\nand it is\nso."'),
      ].join(','),
    );
    const dataset = read(`record_id,${columns}\n${rows.join('\n')}\n`);
    expect(told(dataset).filter((each) => each.includes('quote'))).toEqual([]);
    expect(dataset.records.abstract.at(0)).toBe('We show, that, topic, and it is so.');
  });

  it('keeps a cell of many lines whole that only looks so', () => {
    const dataset = read(
      [
        'record_id,title,authors,abstract,facet,path,score',
        '1,T,Ma,"We show, in order, that',
        '2, U, Ma, of all, 0.1, 0.2, 0.3',
        'topic, A, B, C, D, E, F',
        'a, b, c, d, topic, and 3, more.",topic,A,1',
      ].join('\n'),
    );
    expect(told(dataset).slice(1)).toEqual([]);
    expect(dataset.records.abstract.at(0)).toMatch(/^We show.*and 3, more\.$/);
  });
});

it('tells blanks before quotes once, and no name has the quotes', () => {
  const dataset = table('1, "T",Ma,topic, "A > B",1', '2, "U, and V",Ma,topic, A,1', '3, "W" X,,topic,A,1');
  expect(recordsOf(dataset).map(({ title, tags }) => [title, ...tags])).toEqual([
    ['T', 'topic: A > B 100'],
    ['U, and V', 'topic: A 100'],
    ['"W" X', 'topic: A 100'],
  ]);
  expect(told(dataset).slice(1)).toEqual([
    '2 odd-quotes: 1, "T",Ma,topic, "A > B",1: blanks stand before a quote: read as a quoted cell; so it is in 1 more row',
    '4 odd-quotes: 3, "W" X,,topic,A,1: blanks stand before a quote: no quoted cell ends there, so that the quote is kept as a part of the text: take the blanks out, or the quote',
  ]);
});

describe('each line is accounted for', () => {
  it.each([
    [
      'with what a spreadsheet writes first',
      `sep=;\r\n${HEADER.replaceAll(',', ';')}1;T;;topic;A;0,5\r\n`,
      3,
      0,
    ],
    ['with empty columns behind', 'record_id,title,facet,path,,,\n1,T,topic,A,,,\n2,U,topic,B\n', 3, 0],
    ['with columns in another order', 'SCORE,Path,FACET,Title,RECORD ID\n1,A,topic,T,1\n', 2, 0],
    ['with tabs in a cell', 'record_id\ttitle\tfacet\tpath\n1\t"T\tx"\ttopic\tA\n2\tU\tV\ttopic\tA\n', 3, 1],
    ['with CR between lines', `${HEADER}1,T,,topic,A,1\n2,U,,topic,B,1\n`.replaceAll('\n', '\r'), 3, 0],
    ['of one row without a line end', `${HEADER}1,T,,topic,A,1`, 2, 0],
    ['of a header', HEADER, 1, 0],
    ['of which one line has other separators', `${HEADER}1;T;;topic;A;1\n2,U,,topic,B,1\n`, 3, 1],
    ['with a sum below', `${HEADER}1,T,,topic,A,1\n\nTotal: 1\n`, 4, 2],
    [
      'with a cell of two million signs',
      `${HEADER}1,${'T'.repeat(2_000_000)},,topic,A,1\n2,U,,topic,B,1\n`,
      3,
      1,
    ],
  ])('%s', (_, text, lines, reported) => {
    const { report, problems } = read(text);
    expect([report.linesIn, report.linesReported]).toEqual([lines, reported]);
    expect(problems.filter(({ line, code }) => line > 0 && code !== 'unread-column')).toHaveLength(reported);
  });
});
