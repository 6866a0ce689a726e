import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { authorsByKey, conceptsByPath } from './nodes-by-words.ts';

describe('what the report names', () => {
  const labels = [
    ['Europe', -1],
    ['Atlantis', 0],
    ['Poseidonis', 1],
    ['Atlantis', -1],
    ['Atlantis > Poseidonis', 0],
  ] as const;
  const { facets } = makeDataset({
    authors: [],
    records: [],
    facets: [{ id: 'g', kind: 'place', concepts: labels.map(([label, parent]) => ({ label, parent })) }],
  });

  it('is a place by its whole path, where one place alone has it', () => {
    const paths = ['Europe > Atlantis', 'Atlantis', 'Europe > Atlantis > Poseidonis', 'Europe > Lemuria'];
    expect([...conceptsByPath(facets[0]!, paths)].sort()).toEqual([
      ['Atlantis', 3],
      ['Europe > Atlantis', 1],
    ]);
    expect([...conceptsByPath(facets[0]!, [])]).toEqual([]);
  });

  it('is an author by the name in full, where one author alone has it', () => {
    const authors = {
      family: ['Hu', 'Hu', 'OpenAI', 'Hu', 'Gómez, Jr', 'Li, Na'],
      given: ['Xin', 'Yue', null, 'Xin', 'Ana', null],
    };
    const keys = ['Hu, Yue', 'Hu, Xin', 'Hu', 'OpenAI', 'Gómez, Jr, Ana', 'Li, Na', 'Nobody, Else'];
    expect([...authorsByKey({ authors }, keys)]).toEqual([
      ['Hu, Yue', 1],
      ['OpenAI', 2],
      ['Gómez, Jr, Ana', 4],
      ['Li, Na', 5],
    ]);
  });
});
