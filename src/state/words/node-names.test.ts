import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { handCounted, PERSON, PLACE, TOPIC } from '../../../tests/filter/hand-counted.ts';
import { CrossFilter } from '../../filter/cross-filter.ts';
import { Explorer } from '../explorer.svelte.ts';
import { NodeNames } from './node-names.ts';
import { taggedOutsideCountries, tableNodes } from '../tables/table-nodes.ts';

const people = { family: ['Lovelace', 'Bo', 'Cy', 'OpenAI'], given: ['Ada', 'B.', '', null] };
const dataset = { ...handCounted, authors: people };
const names = new NodeNames(dataset, new CrossFilter(dataset));

describe('the names of nodes', () => {
  it.each([
    ['geography', PLACE.bavaria, 'Bavaria', ['Europe', 'Germany', 'Bavaria'], ''],
    ['geography', PLACE.germany, 'Germany', ['Europe', 'Germany'], 'DEU'],
    ['geography', PLACE.cyprusInEurope, 'Cyprus', ['Europe', 'Cyprus'], ''],
    // the union is called by its first member
    ['geography', PLACE.cyprus, 'Cyprus', ['Asia', 'Middle East', 'Cyprus'], 'CYP'],
    ['technology', TOPIC.vision, 'Vision', ['Artificial Intelligence', 'Vision'], ''],
    ['author', PERSON.ada, 'Ada Lovelace', ['Ada Lovelace'], ''],
    ['author', PERSON.cy, 'Cy', ['Cy'], ''],
    ['author', PERSON.group, 'OpenAI', ['OpenAI'], ''],
  ])('are short, whole and coded: %s %i is %s', (facet, node, short, path, code) => {
    expect(names.short(facet, node)).toBe(short);
    expect(names.path(facet, node)).toEqual(path);
    expect(names.code(facet, node)).toBe(code);
  });

  it('have a path in every branch that the source has a place in', () => {
    expect(names.paths('geography', PLACE.cyprus)).toEqual([
      ['Asia', 'Middle East', 'Cyprus'],
      ['Europe', 'Cyprus'],
    ]);
    expect(names.paths('geography', PLACE.germany)).toEqual([['Europe', 'Germany']]);
    expect(names.paths('author', PERSON.ada)).toEqual([['Ada Lovelace']]);
  });

  it.each([
    ['geography', 'place'],
    ['technology', 'technology'],
    ['author', 'author'],
  ])('of %s are of the kind %s', (facet, kind) => expect(names.kind(facet)).toBe(kind));
});

describe('a region that only its cities stand for', () => {
  const city = (label: string, geonames: number) => ({
    label,
    parent: 1,
    region: 'FR-ARA',
    lon: 4.8,
    lat: 45.7,
    geonames,
  });
  const concepts = [
    { label: 'Europe', parent: -1 },
    { label: 'France', parent: 0, code: 'FRA' },
    city('Lyon', 1),
    city('Grenoble', 2),
  ];
  const inFrance = (regionNames: Record<string, string>) => {
    const facet = { id: 'geography', kind: 'place' as const, concepts, regionNames };
    const named = makeDataset({ authors: [], facets: [facet], records: [] });
    const engine = new CrossFilter(named);
    const node = engine.indexes.get('geography')!.nodeByCode.get('FR-ARA')!;
    return { node, names: new NodeNames(named, engine) };
  };

  it('goes by the name that the dataset gives, below its country', () => {
    const { node, names } = inFrance({ 'FR-ARA': 'Auvergne-Rhône-Alpes' });
    expect(names.short('geography', node)).toBe('Auvergne-Rhône-Alpes');
    expect(names.path('geography', node)).toEqual(['Europe', 'France', 'Auvergne-Rhône-Alpes']);
    expect(names.code('geography', node)).toBe('FR-ARA');
  });

  it('goes by its code where the dataset has no name', () => {
    const { node, names } = inFrance({});
    expect(names.path('geography', node)).toEqual(['Europe', 'France', 'FR-ARA']);
  });
});

describe('the nodes of a table', () => {
  const explorer = new Explorer(handCounted);

  it('are each country once, and what is tagged outside every country', () => {
    expect(tableNodes(explorer, 'geography')).toEqual([PLACE.cyprus, PLACE.germany, PLACE.europe]);
    expect(taggedOutsideCountries(handCounted.facets[0]!)).toEqual([PLACE.europe]);
  });

  it('are all topics and all authors, and none of a facet that is not there', () => {
    expect(tableNodes(explorer, 'technology')).toEqual([0, 1, 2]);
    expect(tableNodes(explorer, 'author')).toEqual([0, 1, 2, 3]);
    expect(tableNodes(explorer, 'nowhere')).toEqual([]);
  });
});
