import { describe, expect, it } from 'vitest';
import { makeDataset, type PlainRecord } from '../../../tests/filter/make-dataset.ts';
import { nearestAbove } from '../../filter/index/nearest-above.ts';
import { CrossFilter } from '../../filter/cross-filter.ts';
import { countryOf, namedTags, noTagInWords, tagsOf } from './record-places.ts';

const EUROPE = 0;
const AUSTRIA = 1;
const VIENNA = 2;
const GRAZ = 3;
const CYPRUS_IN_EUROPE = 4;
const ASIA = 5;
const CYPRUS_IN_ASIA = 6;
const NIKOSIA = 7;

const dataset = makeDataset({
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
    recordTagged([
      [VIENNA, 8],
      [GRAZ, 20],
    ]),
  ],
});
const geography = dataset.facets[0]!;
const index = new CrossFilter(dataset).indexes.get('geography')!;

function recordTagged(geography: readonly (readonly [number, number])[], hidden = 0): PlainRecord {
  return { title: 'A title', authors: [], tags: { geography }, hidden: { geography: hidden } };
}

describe('what is included', () => {
  const told = (record: number, ...nodes: number[]) =>
    namedTags(geography, record, 5, nearestAbove(index, nodes)).map(
      ({ name, score, isIncluded }) => `${name} ${score}${isIncluded ? '!' : ''}`,
    );

  it('is named first, by its country where that is included with all that lies in it', () => {
    expect(told(0)).toEqual(['Cyprus 27', 'Austria 14']);
    expect(told(0, AUSTRIA)).toEqual(['Austria 14!', 'Cyprus 27']);
    expect(told(0, EUROPE)).toEqual(['Austria 14!', 'Cyprus 27']);
    expect(told(0, EUROPE, ASIA)).toEqual(['Cyprus 27!', 'Austria 14!']);
  });

  it('is named by itself where its country is not', () => {
    expect(told(0, VIENNA)).toEqual(['Vienna 14!', 'Cyprus 27']);
    expect(told(4, VIENNA)).toEqual(['Vienna 8!', 'Austria 20']);
  });

  it('is a country under any continent, or under one', () => {
    const cyprus = index.nodeByCode.get('CYP')!;
    expect(told(0, cyprus)).toEqual(['Cyprus 27!', 'Austria 14']);
    expect(told(0, CYPRUS_IN_ASIA)).toEqual(['Cyprus 27!', 'Austria 14']);
  });

  it('is none that lies under the threshold', () => {
    expect(told(0, CYPRUS_IN_EUROPE)).toEqual(['Cyprus 27', 'Austria 14']);
    expect(told(0, GRAZ)).toEqual(['Cyprus 27', 'Austria 14']);
  });
});

describe('the places of a record', () => {
  it('are its countries, the surest first, each once with its highest score', () => {
    expect(namedTags(geography, 0, 0).map(({ name, score }) => [name, score])).toEqual([
      ['Cyprus', 27],
      ['Austria', 14],
    ]);
  });

  it('leave out what lies under the threshold, and keep what lies on it', () => {
    expect(namedTags(geography, 0, 14).map(({ name }) => name)).toEqual(['Cyprus', 'Austria']);
    expect(namedTags(geography, 0, 15).map(({ name }) => name)).toEqual(['Cyprus']);
  });

  it('are the places themselves where no country is known', () => {
    expect(namedTags(geography, 1, 0).map(({ name }) => name)).toEqual(['Asia']);
  });

  it.each([
    [1, 'below the threshold'],
    [2, 'no tag'],
    [3, 'hidden tags only'],
  ])('that are none are told apart: record %i, %s', (record, words) => {
    expect(namedTags(geography, record, 100)).toEqual([]);
    expect(noTagInWords(geography, record)).toBe(words);
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
