import { describe, expect, it } from 'vitest';
import { pageOf } from './pages.ts';

describe('pages of a table', () => {
  it.each([
    { rows: 0, asked: 0, page: 0, pageCount: 1, first: 0, last: 0 },
    { rows: 100, asked: 0, page: 0, pageCount: 1, first: 0, last: 100 },
    { rows: 101, asked: 1, page: 1, pageCount: 2, first: 100, last: 101 },
    { rows: 101, asked: 7, page: 1, pageCount: 2, first: 100, last: 101 },
    { rows: 250, asked: -1, page: 0, pageCount: 3, first: 0, last: 100 },
  ])('page $asked of $rows rows', ({ rows, asked, ...expected }) => {
    expect(pageOf(rows, 100, asked)).toEqual(expected);
  });
});
