import { expect, it } from 'vitest';
import { branchHues, HUES } from './branch-hues.ts';

it('gives the five largest children of a node their hues by size, and one grey to all others', () => {
  const parent = [-1, 0, 0, 0, 0, 0, 0, 0, 1, -1];
  const records = [9, 1, 7, 3, 3, 8, 2, 0, 1, 4];
  const hueOf = branchHues(parent, records, 0);
  expect([5, 2, 3, 4, 6].map(hueOf)).toEqual([0, 1, 2, 3, 4]);
  expect([1, 7, 8].map(hueOf)).toEqual([HUES, HUES, HUES]);
  expect([0, 9, 5].map(branchHues(parent, records, -1))).toEqual([0, 1, HUES]);
});
