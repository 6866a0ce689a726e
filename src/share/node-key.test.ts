import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handCounted, PLACE } from '../../tests/filter/hand-counted.ts';
import { makeDataset } from '../../tests/filter/make-dataset.ts';
import { oddDataset, oddText } from '../../tests/filter/odd-dataset.ts';
import { withYears, YEAR } from '../../tests/filter/with-years.ts';
import { CrossFilter } from '../filter/cross-filter.ts';
import { AUTHOR_FACET, type Dataset } from '../model/dataset.ts';
import { nodeKeys, pathKey, type NodeKeys } from './node-key.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

function keysOf(dataset: Dataset, facet: string): NodeKeys {
  return nodeKeys(dataset, facet, new CrossFilter(dataset).indexes.get(facet)!);
}

function authorsNamed(names: readonly (readonly [family: string, given: string | null])[]): NodeKeys {
  const dataset = makeDataset({ authors: names.map(([family]) => family), facets: [], records: [] });
  const authors = { family: dataset.authors.family, given: names.map(([, given]) => given) };
  return keysOf({ ...dataset, authors }, AUTHOR_FACET);
}

/** Places by label, parent and code. */
function placesNamed(
  concepts: readonly (readonly [label: string, parent: number, code?: string])[],
): NodeKeys {
  const list = concepts.map(([label, parent, code = '']) => ({ label, parent, code }));
  const facets = [{ id: 'geography', kind: 'place' as const, concepts: list }];
  return keysOf(makeDataset({ authors: [], facets, records: [] }), 'geography');
}

describe('a name that was merged', () => {
  const dataset = makeDataset({ authors: ['Pokorny', 'Wang', 'Wu'], facets: [], records: [] });
  const given = ['Michael', 'Wei', 'Jo'];
  const forms = {
    author: Uint32Array.of(0, 1, 1, 2),
    family: ['Pokorny', 'Wang', 'Wu', 'Wang'],
    given: ['M.', 'W.', 'Jo', 'W.'],
  };
  const authors = { family: dataset.authors.family, given, forms };
  const keys = keysOf({ ...dataset, authors }, AUTHOR_FACET);

  it.each([
    ['Pokorny, M.', 0],
    ['Pokorny, Michael', 0],
    ['Wang, Wei', 1],
    // an author's own name goes before what another is also called
    ['Wu, Jo', 2],
    // two people are called so
    ['Wang, W.', undefined],
  ])('%s names author %s', (key, author) => expect(keys.nodeOf(key)).toBe(author));
});

it('a year goes by its digits, and is found by its path too', () => {
  const keys = keysOf(withYears, 'year');
  expect(keys.keyOf(YEAR.y2014)).toBe('2014');
  expect(keys.keyOf(YEAR.tens)).toBe('2010s');
  expect(['2014', '2010s>2014', '2010s', '2013'].map(keys.nodeOf)).toEqual([
    YEAR.y2014,
    YEAR.y2014,
    YEAR.tens,
    undefined,
  ]);
});

describe('the key of a place', () => {
  const keys = keysOf(handCounted, 'geography');

  it.each([
    [PLACE.germany, 'DEU'],
    [PLACE.cyprus, 'CYP'],
    [PLACE.cyprusInAsia, 'Asia>Middle East>Cyprus'],
    [PLACE.cyprusInEurope, 'Europe>Cyprus'],
    [PLACE.bavaria, 'Europe>Germany>Bavaria'],
    [PLACE.europe, 'Europe'],
  ])('is its country’s code or its path: node %i is %s', (node, key) => {
    expect(keys.keyOf(node)).toBe(key);
    expect(keys.nodeOf(key)).toBe(node);
  });

  it('is marked as a path where it reads like a code that is in use', () => {
    const places = placesNamed([
      ['Europe', -1],
      ['Germany', 0, 'DEU'],
      ['DEU', -1],
      ['USA', -1],
    ]);
    expect([0, 1, 2, 3].map((node) => places.keyOf(node))).toEqual(['Europe', 'DEU', '>DEU', 'USA']);
  });

  it('escapes what separates levels', () => {
    expect(pathKey(['a>b', 'c\\', 'd'])).toBe('a\\>b>c\\\\>d');
    expect(pathKey(['a', 'b', 'c\\', 'd'])).toBe('a>b>c\\\\>d');
  });

  it('tells two places with the same path apart', () => {
    const places = placesNamed([
      ['Springfield', -1],
      ['Springfield', -1],
      ['Springfield\\2', -1],
      ['Springfield', -1],
    ]);
    expect([0, 1, 2, 3].map((node) => places.keyOf(node))).toEqual([
      'Springfield',
      'Springfield\\2',
      'Springfield\\\\2',
      'Springfield\\3',
    ]);
  });

  it('is undefined for what no node is called', () => {
    for (const key of ['', 'Atlantis', 'deu', 'Europe>', '__proto__', 'toString', '7']) {
      expect(keys.nodeOf(key)).toBeUndefined();
    }
  });
});

describe('the key of an author', () => {
  it('is "Family, Given" for a person and the name alone for a group', () => {
    const authors = authorsNamed([
      ['Bird', 'Steven'],
      ['Bird', null],
      ['Bird, Steven', null],
      ['Bird', ''],
      ['A\\', 'B\\2'],
    ]);
    expect([0, 1, 2, 3, 4].map((author) => authors.keyOf(author))).toEqual([
      'Bird, Steven',
      'Bird',
      'Bird\\, Steven',
      'Bird\\2',
      'A\\\\, B\\\\2',
    ]);
  });
});

describe('keys', { timeout: BUSY_MACHINE_MS }, () => {
  it('name one node each, whatever nodes are called', () => {
    fc.assert(
      fc.property(oddDataset, (dataset) => {
        for (const [facet, index] of new CrossFilter(dataset).indexes) {
          const keys = nodeKeys(dataset, facet, index);
          for (let node = 0; node < index.nodeCount; node++) expect(keys.nodeOf(keys.keyOf(node))).toBe(node);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of different paths differ', () => {
    const path = fc.array(oddText, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(pathKey(a) === pathKey(b)).toBe(
          a.length === b.length && a.every((level, i) => level === b[i]),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
