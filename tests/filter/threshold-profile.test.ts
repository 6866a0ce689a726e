import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { withMembership, withMinScore } from '../../src/filter/passing/filter-state.ts';
import { profileOf } from '../../src/filter/profile-of.ts';
import {
  rankAt,
  rankedCount,
  stableRange,
  THRESHOLD_COUNT,
  valueAt,
  type ThresholdProfile,
} from '../../src/filter/tally/threshold-profile.ts';
import { COUNTING_RULES, type CountingRule } from '../../src/model/counting-rule.ts';
import { arbitraryDataset, arbitraryFilter } from './arbitrary-dataset.ts';
import { makeDataset } from './make-dataset.ts';
import { syntheticDataset } from './synthetic-dataset.ts';

/** Random runs take a few seconds; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const THRESHOLDS = Array.from({ length: THRESHOLD_COUNT }, (_, t) => t);

/** Compares every entry with a full count at its threshold. */
function expectSameAsCounts(engine: CrossFilter, facet: string, nodes: readonly number[]): void {
  const profile = profileOf(engine, facet, nodes);
  const { filter } = engine;
  for (const threshold of THRESHOLDS) {
    engine.setFilter(withMinScore(filter, facet, threshold));
    const counts = engine.countsFor(facet);
    const column = { records: counts.records, fractional: counts.fractional, score: counts.scoreSum };
    nodes.forEach((node, position) => {
      const at = `node ${node} at ${threshold}`;
      const value = (rule: CountingRule) => valueAt(profile, rule, position, threshold);
      expect(value('records'), at).toBe(column.records[node]);
      expect(value('score'), at).toBe(column.score[node]);
      expect(Math.abs(value('fractional') - column.fractional[node]!), at).toBeLessThan(1e-9);
      expect(value('fractional') > 0, at).toBe(column.fractional[node]! > 0);
    });
  }
  engine.setFilter(filter);
}

describe('the profile over thresholds', { timeout: BUSY_MACHINE_MS }, () => {
  it('equals a full count at each of the 101 thresholds, for any dataset, filter and nodes', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryFilter,
        fc.infiniteStream(fc.boolean()),
        (dataset, filter, picks) => {
          const engine = new CrossFilter(dataset);
          engine.setFilter(filter);
          for (const [facet, { nodeCount }] of engine.indexes) {
            const all = Array.from({ length: nodeCount }, (_, node) => node);
            const some = all.filter(() => picks.next().value);
            expectSameAsCounts(engine, facet, some.reverse());
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('equals a full count over two thousand records, with the countries of several continents', () => {
    const engine = new CrossFilter(syntheticDataset(2000, 7));
    const { nodeByCode, unions } = engine.indexes.get('geography')!;
    expect(unions.length).toBeGreaterThan(0);
    const countries = [...nodeByCode].filter(([code]) => code.length === 3).map(([, node]) => node);
    expectSameAsCounts(engine, 'geography', countries);
  });

  it('has no value for nodes that the facet lacks', () => {
    const engine = new CrossFilter(syntheticDataset(20, 7));
    const profile = profileOf(engine, 'geography', [-1, 1e6]);
    for (const rule of COUNTING_RULES) expect(profile[rule].every((value) => value === 0)).toBe(true);
    expect(rankAt(profile, 'records', 0, 0)).toBe(0);
  });
});

const places = makeDataset({
  authors: [],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: ['A', 'B', 'C'].map((label) => ({ label, parent: -1 })),
    },
    { id: 'technology', kind: 'taxonomy', concepts: [{ label: 'T', parent: -1 }] },
  ],
  records: [
    [
      [0, 10],
      [1, 20],
    ],
    [
      [0, 12],
      [1, 50],
    ],
    [[0, 90]],
    [[2, 50]],
  ].map((tags, i) => ({
    title: 'A title',
    authors: [],
    tags: { geography: tags as [number, number][], technology: i === 2 ? [] : [[0, 80] as const] },
    hidden: {},
  })),
});

describe('three places counted by hand', () => {
  const engine = new CrossFilter(places);
  const profile = () => profileOf(engine, 'geography', [0, 1, 2]);
  const ranks = (rule: CountingRule, threshold: number) =>
    [0, 1, 2].map((position) => rankAt(profile(), rule, position, threshold));

  it.each([
    { rule: 'records', threshold: 0, ranks: [1, 2, 3] },
    { rule: 'records', threshold: 11, ranks: [1, 1, 3] },
    { rule: 'records', threshold: 13, ranks: [2, 1, 2] },
    { rule: 'records', threshold: 21, ranks: [1, 1, 1] },
    { rule: 'records', threshold: 51, ranks: [1, 0, 0] },
    { rule: 'records', threshold: 91, ranks: [0, 0, 0] },
    { rule: 'score', threshold: 0, ranks: [1, 2, 3] },
    { rule: 'fractional', threshold: 0, ranks: [1, 2, 3] },
    { rule: 'fractional', threshold: 11, ranks: [2, 1, 3] },
  ] as const)('rank $ranks by $rule at $threshold hundredths', ({ rule, threshold, ranks: expected }) => {
    expect(ranks(rule, threshold)).toEqual(expected);
    expect(rankedCount(profile(), rule, threshold)).toBe(expected.filter((rank) => rank > 0).length);
  });

  it.each([
    { position: 0, threshold: 5, range: { from: 0, to: 12 } },
    { position: 0, threshold: 13, range: { from: 13, to: 20 } },
    { position: 0, threshold: 60, range: { from: 21, to: 90 } },
    { position: 0, threshold: 100, range: { from: 91, to: 100 } },
    { position: 1, threshold: 11, range: { from: 11, to: 50 } },
    { position: 1, threshold: 10, range: { from: 0, to: 10 } },
  ])('place $position keeps its rank from $range.from to $range.to around $threshold', (test) => {
    expect(stableRange(profile(), 'records', test.position, test.threshold)).toEqual(test.range);
  });

  it('obey the other clauses, and no own clause or threshold', () => {
    const before = profile();
    const filter = engine.filter;
    engine.setFilter(withMinScore(withMembership(filter, 'geography', 1, 'included'), 'geography', 30));
    expect(profile()).toBe(before);
    engine.setFilter(withMembership(filter, 'technology', 0, 'included'));
    expect([0, 1, 2].map((position) => valueAt(profile(), 'records', position, 0))).toEqual([2, 2, 1]);
    engine.setFilter(filter);
  });
});

it('sums that differ by rounding only share a rank', () => {
  const column = new Float64Array(2 * THRESHOLD_COUNT);
  column[0] = 0.1 + 0.2;
  column[THRESHOLD_COUNT] = 0.3;
  const profile: ThresholdProfile = {
    nodes: [0, 1],
    records: new Uint32Array(column.length),
    fractional: column,
    score: column,
  };
  expect([0, 1].map((position) => rankAt(profile, 'fractional', position, 0))).toEqual([1, 1]);
});
