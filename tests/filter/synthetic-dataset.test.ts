import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { EMPTY_FILTER, withMembership, withMinScore } from '../../src/filter/passing/filter-state.ts';
import { authorKey } from '../../src/model/dataset.ts';
import { decodeDataset } from '../../src/model/codec/decode-dataset.ts';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { Oracle } from './oracle.ts';
import { syntheticDataset } from './synthetic-dataset.ts';

const dataset = syntheticDataset(1500, 7);

describe('a synthetic dataset', { timeout: 60_000 }, () => {
  it('passes through its file format unchanged', () => {
    expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset))))).toEqual(dataset);
  });

  it('is the same for the same seed and another for another', () => {
    const bytes = (seed: number) => JSON.stringify(encodeDataset(syntheticDataset(50, seed)));
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('has some 200 coded countries, two of them in two places, 2,000 regions and 5,000 cities', () => {
    const { concepts } = dataset.facets[0]!;
    const { nodeByCode, unions } = new CrossFilter(dataset).indexes.get('geography')!;
    expect(nodeByCode.size).toBeGreaterThanOrEqual(195);
    expect(unions.map(({ code }) => code).sort()).toEqual(['CYP', 'TUR']);
    expect(concepts.label.length).toBeGreaterThan(7200);
    expect(concepts.label).toContain('Switzerland');
  });

  it('has names that tell its authors apart, and bylines from 1 to hundreds', () => {
    const keys = dataset.authors.family.map((_, author) => authorKey(dataset.authors, author));
    expect(new Set(keys).size).toBe(keys.length);
    const { authorOffset } = dataset.records;
    const sizes = [...dataset.records.title].map(
      (_, record) => authorOffset[record + 1]! - authorOffset[record]!,
    );
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(80);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
  });

  it('is counted as the oracle counts it, under a country and a threshold', () => {
    const small = syntheticDataset(40, 3);
    const engine = new CrossFilter(small);
    const oracle = new Oracle(small);
    const { nodeByCode } = engine.indexes.get('geography')!;
    const filter = withMinScore(
      withMembership(EMPTY_FILTER, 'geography', nodeByCode.get('USA')!, 'included'),
      'geography',
      6,
    );
    engine.setFilter(filter);
    oracle.setFilter(filter);
    for (const facet of ['technology', 'industry', 'genre']) {
      expect([...engine.countsFor(facet).records]).toEqual(oracle.counts(facet).records);
      expect([...engine.countsFor(facet).possible]).toEqual(oracle.counts(facet).possible);
    }
    expect([...engine.activeRecords()]).toEqual(oracle.active());
  });
});
