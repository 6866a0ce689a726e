import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handCounted, PLACE } from '../../../tests/filter/hand-counted.ts';
import { oddDataset, oddText } from '../../../tests/filter/odd-dataset.ts';
import { CrossFilter } from '../../filter/cross-filter.ts';
import { AUTHOR_FACET, authorName, type Dataset, type FacetId } from '../../model/dataset.ts';
import { folded } from '../../search/fold-text.ts';
import { recordGroups, SuggestionIndex, withMore } from './suggest.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

function indexOf(dataset: Dataset): SuggestionIndex {
  const { indexes } = new CrossFilter(dataset);
  return new SuggestionIndex(dataset, (facet, code) => indexes.get(facet)!.nodeByCode.get(code));
}

/** The labels found, by group. */
function find(dataset: Dataset, query: string): Readonly<Record<string, string[]>> {
  const groups = indexOf(dataset).find(query);
  return Object.fromEntries(groups.map(({ label, suggestions }) => [label, suggestions.map((s) => s.label)]));
}

function withAuthors(...family: string[]): Dataset {
  return { ...handCounted, authors: { family, given: family.map(() => null) } };
}

it('somebody is found by a form of the name that was merged, under the name that stays', () => {
  const forms = { author: Uint32Array.of(1), family: ['Quillfeather'], given: ['M.'] };
  const dataset = withAuthors('Ada', 'Bo', 'Cy', 'Di');
  const merged = { ...dataset, authors: { ...dataset.authors, forms } };
  expect(find(merged, 'quillf')).toEqual({ Authors: ['Bo'] });
  expect(find(dataset, 'quillf')).toEqual({});
});

describe('folding a text', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Søren Ørsted', 'soren orsted'],
    ['İstanbul ISPARTA', 'istanbul isparta'],
    ['Straße', 'strasse'],
    ['Ærø, Œuvre', 'aero, oeuvre'],
    ['Nguyễn Đức', 'nguyen duc'],
    ['Ísland, Þórður', 'island, thordur'],
    ['ﬁne', 'fine'],
    ['東京', '東京'],
  ])('leaves case and diacritics out: %s', (text, plain) => expect(folded(text)).toBe(plain));

  it('is done after once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(folded(text)) === folded(text)));
  });
});

describe('a search', { timeout: BUSY_MACHINE_MS }, () => {
  it('finds places, topics and authors', () => {
    expect(find(handCounted, 'cy')).toEqual({
      Places: ['Cyprus'],
      Authors: ['Cy'],
    });
    expect(find(handCounted, 'germany')).toEqual({ Places: ['Germany'] });
    expect(find(handCounted, 'machine')).toEqual({ technology: ['Machine Learning'] });
  });

  it('offers a country that stands in two branches once, and two places of the same name both', () => {
    const [countries] = indexOf(handCounted).find('cyprus');
    expect(countries!.suggestions).toEqual([
      {
        kind: 'node',
        facet: 'geography',
        node: PLACE.cyprus,
        label: 'Cyprus',
        context: 'Asia › Middle East, Europe',
      },
    ]);
    const uncoded = {
      ...handCounted.facets[0]!.concepts,
      code: handCounted.facets[0]!.concepts.code.map(() => ''),
    };
    const [places] = indexOf({
      ...handCounted,
      facets: [{ ...handCounted.facets[0]!, concepts: uncoded }],
    }).find('cyprus');
    expect(places!.suggestions).toEqual([
      {
        kind: 'node',
        facet: 'geography',
        node: PLACE.cyprusInAsia,
        label: 'Cyprus',
        context: 'Asia › Middle East',
      },
      { kind: 'node', facet: 'geography', node: PLACE.cyprusInEurope, label: 'Cyprus', context: 'Europe' },
    ]);
  });

  it('wants every word, in any order, whole or not, whatever the case', () => {
    const group = withAuthors('Two countries and five hidden tags');
    for (const query of ['HIDDEN  five ', 'hid tag', 'untries']) {
      expect(find(group, query), query).toEqual({ Authors: group.authors.family });
    }
    expect(find(group, 'hidden six')).toEqual({});
  });

  it.each([[''], ['   '], ['\t\n'], ['\u0301']])('for nothing finds nothing: %j', (query) =>
    expect(find(handCounted, query)).toEqual({}),
  );

  it('puts matches at a word’s start first, and keeps the order of the source among them', () => {
    const names = ['Barnard', 'Anna Bern', 'Arne', 'Bernhard', 'Osborne Arnold'];
    expect(find(withAuthors(...names), 'arn')['Authors']).toEqual(['Arne', 'Osborne Arnold', 'Barnard']);
    expect(find(withAuthors(...names), 'bern')).toEqual({ Authors: ['Anna Bern', 'Bernhard'] });
  });

  it('puts whom it names first, then whose words begin so, of these who has more records', () => {
    const names = ['Hao Jing Wang', 'Jing Wangari', 'Wei Huang-Wang', 'Jing Wang', 'Wei Wang', 'Ann Wang'];
    const dataset = withAuthors(...names);
    const { indexes } = new CrossFilter(handCounted);
    const nodeByCode = (facet: FacetId, code: string) => indexes.get(facet)!.nodeByCode.get(code);
    const weight = (facet: FacetId, node: number) => (facet === AUTHOR_FACET && node === 5 ? 9 : 1);
    const index = new SuggestionIndex({ ...dataset, recordCount: 9 }, nodeByCode, new Map(), weight);
    const found = (query: string) =>
      index.find(query).flatMap(({ suggestions }) => suggestions.map(({ label }) => label));
    expect(found('jing wang')).toEqual(['Jing Wang', 'Hao Jing Wang', 'Jing Wangari']);
    for (const query of ['wei wang', 'Wang, Wei', ' wang ,wei']) {
      expect(found(query), query).toEqual(['Wei Wang', 'Wei Huang-Wang']);
    }
    expect(found('wang')).toEqual([
      'Ann Wang',
      'Hao Jing Wang',
      'Jing Wangari',
      'Jing Wang',
      'Wei Wang',
      'Wei Huang-Wang',
    ]);
    expect(found('wang,')).toEqual(found('wang'));
  });

  it('shows up to a hundred of a kind where more is asked for, and offers that in a last line', () => {
    const names = Array.from({ length: 140 }, (_, i) => `Person ${i}`);
    const index = indexOf(withAuthors(...names));
    const [few] = index.find('person').map(withMore);
    expect(few!.suggestions.at(-1)).toEqual({ kind: 'more', group: 'Authors', count: 94 });
    const [many] = index.find('person', new Set(['Authors'])).map(withMore);
    expect(many!.suggestions.map(({ kind }) => kind)).toEqual(Array(100).fill('node'));
    expect(many!.found).toBe(140);
  });

  it('shows six of a kind and says how many there are', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Person ${i}`);
    const groups = indexOf(withAuthors(...names)).find('person');
    expect(groups.map(({ found, suggestions }) => [found, suggestions.length])).toEqual([[40, 6]]);
  });

  it('finds every name by itself and shows only what holds each word', () => {
    fc.assert(
      fc.property(oddDataset, oddText, (dataset, text) => {
        const index = indexOf(dataset);
        const queries = [
          text,
          ...dataset.authors.family.map((_, author) => authorName(dataset.authors, author)),
        ];
        for (const query of queries) {
          const words = folded(query).split(/\s+/);
          const groups = index.find(query);
          for (const { label: group, suggestions, found } of groups) {
            expect(suggestions.length).toBe(Math.min(6, found));
            // a country that is spelt in two ways is found by both and called by the first
            if (group !== 'Authors') continue;
            for (const { label } of suggestions) {
              for (const word of words) expect(folded(label)).toContain(word);
            }
          }
        }
        for (const name of queries.slice(1)) {
          if (folded(name).trim() === '') continue;
          expect(index.find(name).map(({ label }) => label)).toContain('Authors');
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('a country is found by its code and by what the map calls it', () => {
  const { indexes } = new CrossFilter(handCounted);
  const names = new Map([['DEU', 'Federal Republic']]);
  const index = new SuggestionIndex(
    handCounted,
    (facet, code) => indexes.get(facet)!.nodeByCode.get(code),
    names,
  );
  const labels = (query: string) =>
    index.find(query).flatMap((group) => group.suggestions.map((s) => s.label));
  expect(labels('DEU')).toEqual(['Germany']);
  expect(labels('federal')).toEqual(['Germany']);
});

describe('the records found', () => {
  it('are a group of their own, with how many there are', () => {
    const hit = { record: 4, title: [{ text: 'Tags', isMatch: true }], excerpt: [] };
    const found = { kind: 'found', query: 'tags', found: 42, hits: [hit] } as const;
    expect(recordGroups(found)).toEqual([
      { label: 'Records', found: 42, suggestions: [{ kind: 'record', ...hit }] },
    ]);
  });

  it.each([
    { kind: 'idle' },
    { kind: 'searching', query: 'x', share: 0 },
    { kind: 'found', query: 'x', found: 0, hits: [] },
    { kind: 'fault', query: 'x', message: 'no' },
  ] as const)('are no group while there are none: $kind', (state) => expect(recordGroups(state)).toEqual([]));
});
