import { describe, expect, it } from 'vitest';
import { namesIn, rowOfCells, rowOfObject, scoreIn, tableHeader } from './table-row.ts';

const HEADER = ['', 'Record ID', 'TITLE', 'authors', 'facet', 'path', 'Score', 'year?', 'title'];

describe('tableHeader', () => {
  it('knows columns by their names, however they are written, and tells the others', () => {
    const { at, unread } = tableHeader(HEADER);
    expect(Object.fromEntries(at)).toEqual({
      record_id: 1,
      title: 2,
      authors: 3,
      facet: 4,
      path: 5,
      score: 6,
    });
    expect(unread).toEqual(['year?', 'title']);
  });
});

describe('a row', () => {
  const read = (...cells: string[]) => rowOfCells(['0', ...cells], tableHeader(HEADER));

  it('is read from cells and from an object alike', () => {
    const row = {
      id: '7',
      title: 'T',
      abstract: '',
      authors: 'Ma, Li; OpenAI',
      facet: 'topic',
      path: ['A', 'B, C'],
      score: '0.14',
      hidden: '',
      url: '',
      year: '',
    };
    expect(read('7', 'T', 'Ma, Li; OpenAI', 'topic', 'A > B, C', '0.14')).toEqual(row);
    const object = { record_id: 7, title: 'T', facet: 'topic', score: 0.14 };
    const read1 = rowOfObject({ ...object, authors: 'Ma, Li; OpenAI', path: 'A > B, C' });
    expect(read1).toEqual({ row, unread: [] });
    const read2 = rowOfObject({ ...object, authors: ['Ma, Li', 'OpenAI'], path: ['A', 'B, C'] });
    expect(read2).toEqual({ row, unread: [] });
  });

  it('of JSON tells what it cannot read, and knows keys as headers are known', () => {
    const { row, unread } = rowOfObject({
      'Record ID': 2 ** 60,
      TITLE: 'T',
      title: 'U',
      authors: ['Ma, Li', { name: 'x' }],
      path: [1, null],
      score: true,
      note: null,
    });
    expect(row).toMatchObject({ id: '', title: 'T', authors: 'Ma, Li; ', path: ['1', ''], score: '' });
    expect(unread).toEqual([
      { key: 'title', value: undefined },
      { key: 'note', value: undefined },
      { key: 'authors', value: { name: 'x' } },
      { key: 'Record ID', value: 2 ** 60 },
      { key: 'score', value: true },
    ]);
  });

  it('takes NA for no value where it stands for a whole tag, and for a name where it is one', () => {
    expect(read('7', 'NA', 'NA', 'NA', 'NA', 'NA')).toMatchObject({
      title: '',
      authors: '',
      facet: '',
      path: [],
      score: '',
    });
    expect(read('NA', '', '', 'country', 'NA', '1')).toMatchObject({ id: 'NA', path: ['NA'] });
  });

  it('has levels between signs with blanks around them', () => {
    expect(read('1', '', '', 'x', 'A->B > C>D', '').path).toEqual(['A->B', 'C>D']);
    expect(read('1', '', '', 'x', 'A >  > C', '').path).toEqual(['A', '', 'C']);
    expect(read('1', '', '', 'x', ' > A > ', '').path).toEqual(['', 'A', '']);
    expect(read('1', '', '', 'x', ' A > B ', '').path).toEqual(['A', 'B']);
  });
});

describe('namesIn', () => {
  it('has names between semicolons', () =>
    expect(namesIn(' Ma, Li;OpenAI ; ')).toEqual(['Ma, Li', 'OpenAI']));
});

describe('scoreIn', () => {
  it.each([
    ['0.14', 0.14],
    [' 1 ', 1],
    ['.5', 0.5],
    ['0,25', 0.25],
    ['1e-2', 0.01],
    ['-0.5', -0.5],
    ['14%', 0.14],
    ['8,5 %', 0.085],
    ['%', undefined],
    ['1 % 2', undefined],
    ['', undefined],
    ['Infinity', undefined],
    ['0x1', undefined],
  ])('reads %s', (text, score) => expect(scoreIn(text)).toBe(score));
});
