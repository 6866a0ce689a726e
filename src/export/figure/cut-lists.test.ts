import { expect, it } from 'vitest';
import { wholeRows } from './cut-lists.ts';

const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => 36 + 50 * (i + 1));

it('a list that fits is not cut', () => {
  expect(wholeRows(rowsOf(3), 186, 3)).toEqual([0, 1, 2]);
  expect(wholeRows(rowsOf(3), 185.6, 3)).toEqual([0, 1, 2]);
  expect(wholeRows([], 100, 0)).toEqual([]);
});

it('a longer one ends with a whole row, below which a line has room', () => {
  expect(wholeRows(rowsOf(10), 230, 15)).toEqual([0, 1, 2]);
  // a fourth would leave no room
  expect(wholeRows(rowsOf(10), 240, 15)).toEqual([0, 1, 2]);
  expect(wholeRows(rowsOf(3), 186, 4)).toEqual([0, 1]);
  expect(wholeRows(rowsOf(3), 20, 3)).toEqual([]);
});

it('rows are those that are drawn, in whatever order', () => {
  expect(wholeRows([186, 86, 136, 936], 200, 40)).toEqual([1, 2]);
});
