import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Dataset } from '../../model/dataset.ts';
import type { LikelyDuplicate } from '../../model/report.ts';
import { keepAnswers, keptAnswers } from './kept-answers.ts';

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

const suggestion = (name: string): LikelyDuplicate => ({
  strength: 'likely',
  names: [name],
  sameAs: 'Doe, Jane',
  record: '',
  reason: 'initial',
});
const datasetWith = (...shown: LikelyDuplicate[]) =>
  ({
    title: 'T',
    recordCount: 9,
    report: { likelyDuplicates: { count: shown.length, shown } },
  }) as unknown as Dataset;

it('answers are found again after a reload, each with its suggestion', () => {
  const [one, two] = [suggestion('Doe, J'), suggestion('Doe, Janet')];
  keepAnswers(
    datasetWith(one, two),
    new Map([
      [one, 'same'],
      [two, 'distinct'],
    ]),
  );
  // another order, one gone, one new
  const [again, other] = [suggestion('Doe, Janet'), suggestion('Doe, X')];
  expect([...keptAnswers(datasetWith(other, again))]).toEqual([[again, 'distinct']]);
});

it('without storage they are kept until the page is left', () => {
  vi.stubGlobal('sessionStorage', undefined);
  const one = suggestion('Doe, J');
  const dataset = datasetWith(one);
  expect(keptAnswers(dataset).size).toBe(0);
  keepAnswers(dataset, new Map([[one, 'same']]));
  expect([...keptAnswers(dataset)]).toEqual([[one, 'same']]);
});

it.each([
  '{',
  '{}',
  '[1, [2], ["a", "b"]]',
  'null',
  '[["[[\\"Doe, J\\"],\\"Doe, Jane\\",\\"\\"]", "maybe"]]',
])('of what is none of ours nothing is taken: %s', (text) => {
  stored.set('whereabouts answers 9 T', text);
  expect(keptAnswers(datasetWith(suggestion('Doe, J'))).size).toBe(0);
});
