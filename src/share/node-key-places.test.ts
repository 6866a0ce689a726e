import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDataset } from '../../tests/filter/arbitrary-dataset.ts';
import { makeDataset, type PlainConcept } from '../../tests/filter/make-dataset.ts';
import { buildFacetIndex } from '../filter/index/facet-index.ts';
import { nodeKeys } from './node-key.ts';

const AMERICA: readonly PlainConcept[] = [
  { label: 'North America', parent: -1 },
  { label: 'United States', parent: 0, code: 'USA' },
];
const CALIFORNIA = { label: 'California', parent: 1, code: 'US-CA', region: 'US-CA' };
const SAN_DIEGO = { label: 'San Diego', region: 'US-CA', geonames: 5391811 };

function keysOf(...concepts: PlainConcept[]) {
  const facets = [{ id: 'f', kind: 'place', concepts: [...AMERICA, ...concepts] } as const];
  const dataset = makeDataset({ authors: [], facets, records: [] });
  const index = buildFacetIndex(dataset.facets[0]!, 0);
  const keys = nodeKeys(dataset, 'f', index);
  return { ...keys, all: Array.from({ length: index.nodeCount }, (_, node) => keys.keyOf(node)) };
}

describe('the key of a node', () => {
  it('is a code for a country and for a region, a path for a city', () => {
    const { all } = keysOf(CALIFORNIA, { ...SAN_DIEGO, parent: 2 });
    expect(all).toEqual([
      'North America',
      'USA',
      'US-CA',
      'North America>United States>California>San Diego',
    ]);
  });

  it('is a code for unions, and the path for their members', () => {
    const { all } = keysOf(CALIFORNIA, { ...SAN_DIEGO, parent: 2 }, { ...SAN_DIEGO, parent: 1 });
    expect(all.slice(2)).toEqual([
      'North America>United States>California',
      'North America>United States>California>San Diego',
      'North America>United States>San Diego',
      'US-CA',
      'GN5391811',
    ]);
  });

  it('is the path for a city that alone stands for its region, so that the link stays one to the city', () => {
    const { all, nodeOf } = keysOf({ ...SAN_DIEGO, parent: 1 });
    expect(all[2]).toBe('North America>United States>San Diego');
    expect(['US-CA', 'GN5391811'].map(nodeOf)).toEqual([2, 2]);
  });

  it('may be the path of a concept that has a code', () => {
    const { nodeOf } = keysOf(CALIFORNIA);
    expect(nodeOf('North America>United States>California')).toBe(2);
    expect(nodeOf('North America>United States')).toBe(1);
  });

  it('is marked where a path reads like a code in use', () => {
    const { all, nodeOf } = keysOf({ label: 'USA', parent: -1 }, { label: 'GN5', parent: -1 });
    expect(all.slice(2)).toEqual(['>USA', 'GN5']);
    expect([nodeOf('USA'), nodeOf('>USA'), nodeOf('GN5')]).toEqual([1, 2, 3]);
  });

  it('leads back to its node in any dataset', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        for (const facet of dataset.facets) {
          const index = buildFacetIndex(facet, dataset.recordCount);
          const { keyOf, nodeOf } = nodeKeys(dataset, facet.id, index);
          for (let node = 0; node < index.nodeCount; node++) expect(nodeOf(keyOf(node))).toBe(node);
          for (const [code, node] of index.nodeByCode) expect(nodeOf(code)).toBe(node);
        }
      }),
    );
  });
});
