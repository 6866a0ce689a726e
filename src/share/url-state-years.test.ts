import { expect, it } from 'vitest';
import { handCounted } from '../../tests/filter/hand-counted.ts';
import { withYears, YEAR } from '../../tests/filter/with-years.ts';
import { CrossFilter } from '../filter/cross-filter.ts';
import { isEmptyFilter } from '../filter/passing/filter-state.ts';
import type { Dataset } from '../model/dataset.ts';
import { nodeKeys } from './node-key.ts';
import { decodeState, encodeState, type UrlContext } from './url-state.ts';

function contextOf(dataset: Dataset): UrlContext {
  const { indexes } = new CrossFilter(dataset);
  const keys = new Map([...indexes].map(([facet, index]) => [facet, nodeKeys(dataset, facet, index)]));
  return { dataset, keys, defaultTopicFacet: 'technology' };
}
const [years, none] = [contextOf(withYears), contextOf(handCounted)];

it('a link tells which of its years the dataset has not', () => {
  const { state, unknown } = decodeState('year=1850&year=2014&not.year=1990s&not.year=1850s', years);
  const clause = { included: new Set([YEAR.y2014]), excluded: new Set([YEAR.nineties]), mode: 'any' };
  expect(state.filter.clauses.get('year')).toEqual(clause);
  expect(unknown).toEqual([
    { key: 'not.year', value: '1850s' },
    { key: 'year', value: '1850' },
  ]);
});

it('a link leaves years to the page around where the dataset has none', () => {
  const { state, unknown } = decodeState('year=2014', none);
  expect([isEmptyFilter(state.filter), unknown]).toEqual([true, []]);
  expect(encodeState(state, none, 'year=2014')).toBe('year=2014');
});

it.each(['newest', 'oldest'])(
  'a link orders records by year, the %s first, where there are years',
  (order) => {
    const { state, unknown } = decodeState(`order=${order}`, years);
    expect([state.recordOrder, unknown]).toEqual([order, []]);
    expect(encodeState(state, years)).toBe(`order=${order}&v=1`);
  },
);
