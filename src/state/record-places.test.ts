import { describe, expect, it } from 'vitest';
import { makeDataset, type PlainRecord } from '../../tests/filter/make-dataset.ts';
import { askedFirst, countryOf, noPlaceInWords, placesOf, tagsOf } from './record-places.ts';

const EUROPE = 0;
const AUSTRIA = 1;
const VIENNA = 2;
const GRAZ = 3;
const CYPRUS_IN_EUROPE = 4;
const ASIA = 5;
const CYPRUS_IN_ASIA = 6;
const NIKOSIA = 7;

const { facets } = makeDataset({
  authors: [],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: [
        { label: 'Europe', parent: -1 },
        { label: 'Austria', parent: EUROPE, code: 'AUT' },
        { label: 'Vienna', parent: AUSTRIA },
        { label: 'Graz', parent: AUSTRIA },
        { label: 'Cyprus', parent: EUROPE, code: 'CYP' },
        { label: 'Asia', parent: -1 },
        { label: 'Cyprus', parent: ASIA, code: 'CYP' },
        { label: 'Nikosia', parent: CYPRUS_IN_ASIA },
      ],
    },
  ],
  records: [
    recordTagged([
      [VIENNA, 14],
      [GRAZ, 4],
      [NIKOSIA, 27],
      [CYPRUS_IN_EUROPE, 4],
    ]),
    recordTagged([[ASIA, 9]], 3),
    recordTagged([]),
    recordTagged([], 12),
  ],
});
const geography = facets[0]!;

function recordTagged(geography: readonly (readonly [number, number])[], hidden = 0): PlainRecord {
  return { title: 'A title', authors: [], tags: { geography }, hidden: { geography: hidden } };
}

it('the places that are asked for stand first, all others stay in their order', () => {
  const places = ['a', 'b', 'c', 'd'].map((name, concept) => ({ name, concept, score: 9 - concept }));
  const named = (isAsked: (concept: number) => boolean) =>
    askedFirst(places, isAsked).map(({ name }) => name);
  expect(named((concept) => concept % 2 === 1)).toEqual(['b', 'd', 'a', 'c']);
  expect(named(() => false)).toEqual(['a', 'b', 'c', 'd']);
  expect(named(() => true)).toEqual(['a', 'b', 'c', 'd']);
});

describe('the places of a record', () => {
  it('are its countries, the surest first, each once with its highest score', () => {
    expect(placesOf(geography, 0, 0).map(({ name, score }) => [name, score])).toEqual([
      ['Cyprus', 27],
      ['Austria', 14],
    ]);
  });

  it('leave out what lies under the threshold, and keep what lies on it', () => {
    expect(placesOf(geography, 0, 14).map(({ name }) => name)).toEqual(['Cyprus', 'Austria']);
    expect(placesOf(geography, 0, 15).map(({ name }) => name)).toEqual(['Cyprus']);
  });

  it('are the places themselves where no country is known', () => {
    expect(placesOf(geography, 1, 0).map(({ name }) => name)).toEqual(['Asia']);
  });

  it.each([
    [1, 'below the threshold'],
    [2, 'no tag'],
    [3, 'hidden tags only'],
  ])('that are none are told apart: record %i, %s', (record, words) => {
    expect(placesOf(geography, record, 100)).toEqual([]);
    expect(noPlaceInWords(geography, record)).toBe(words);
  });
});

describe('the tags of a record', () => {
  it('stand by score, equal ones in the order of the hierarchy', () => {
    expect(tagsOf(geography, 0)).toEqual([
      { concept: NIKOSIA, score: 27 },
      { concept: VIENNA, score: 14 },
      { concept: GRAZ, score: 4 },
      { concept: CYPRUS_IN_EUROPE, score: 4 },
    ]);
  });

  it('belong to the nearest country above them', () => {
    expect(countryOf(geography, VIENNA)).toBe(AUSTRIA);
    expect(countryOf(geography, AUSTRIA)).toBe(AUSTRIA);
    expect(countryOf(geography, EUROPE)).toBe(EUROPE);
  });
});
