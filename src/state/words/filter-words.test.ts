import { expect, it } from 'vitest';
import { withYears } from '../../../tests/filter/with-years.ts';
import { Explorer } from '../explorer.svelte.ts';
import { filterWords } from './filter-words.ts';

it('a line of words for what is compared with', () => {
  const explorer = new Explorer(withYears, 'geography=AUT&vs.year=2010&vs.year=2011');
  expect(filterWords(explorer)).toBe('place Austria');
  expect(filterWords(explorer, undefined, explorer.reference!)).toBe('year 2010–2011');
});

it.each([
  ['', ''],
  ['year=2010&year=2011&geography=AUT', 'place Austria, year 2010–2011'],
  ['year=2021&year=2011&year=2012&year=1999', 'year 1999 or 2011–2012 or 2021'],
  ['not.year=2010&not.year=2011', 'not year 2010–2011'],
])('a line of words for years: %s', (query, words) => {
  expect(filterWords(new Explorer(withYears, query))).toBe(words);
});
