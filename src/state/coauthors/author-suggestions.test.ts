import { expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import type { LikelyDuplicate } from '../../model/report.ts';
import { suggestionsOf } from './author-suggestions.ts';

const suggestion = (names: readonly string[], sameAs: string, record = ''): LikelyDuplicate => ({
  strength: 'likely',
  names,
  sameAs,
  record,
  reason: 'a test',
});

it('names for each of the two the other, and the author to look at where a record writes that name', () => {
  const authors = ['Wang, W.', 'Wang, Wei', 'Michael', 'Pokorny', 'Li, Na'];
  const plain = makeDataset({ authors, facets: [], records: [] });
  const shown = [
    suggestion(['Wang, W.'], 'Wang, Wei'),
    suggestion(['Michael', 'Pokorny'], 'Pokorny, Michael', 'r1'),
    suggestion(['Wang, W.'], 'Wang, Wen'),
  ];
  const dataset = { ...plain, report: { ...plain.report, likelyDuplicates: { count: 3, shown } } };
  const told = (name: string) => {
    const id = dataset.authors.family.findIndex(
      (family, at) => [family, dataset.authors.given[at]].filter((part) => part !== null).join(', ') === name,
    );
    return suggestionsOf(dataset, id).map((each) => [
      each.name,
      each.other === null ? null : authors[each.other],
    ]);
  };
  expect(told('Wang, W.')).toEqual([
    ['Wang, Wei', 'Wang, Wei'],
    ['Wang, Wen', null],
  ]);
  expect(told('Wang, Wei')).toEqual([['Wang, W.', 'Wang, W.']]);
  expect(told('Pokorny')).toEqual([['Pokorny, Michael', null]]);
  expect(told('Li, Na')).toEqual([]);
  expect(suggestionsOf(plain, 0)).toEqual([]);
});
