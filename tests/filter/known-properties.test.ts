import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { withMinScore } from '../../src/filter/passing/filter-state.ts';
import { tagScoresOf, type FacetIndex } from '../../src/filter/index/facet-index.ts';
import { arbitraryDataset, arbitraryFilter, arbitraryScore } from './arbitrary-dataset.ts';

/** Random runs take one to three seconds; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const conceptsOf = (index: FacetIndex) => Array.from({ length: index.conceptCount }, (_, concept) => concept);
const childrenOf = (index: FacetIndex, concept: number) =>
  conceptsOf(index).filter((other) => index.parent[other] === concept);

/** Runs a check on every facet of random datasets under random filters. */
function everyFacet(check: (engine: CrossFilter, index: FacetIndex) => void): void {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryFilter, (dataset, filter) => {
      const engine = new CrossFilter(dataset);
      engine.setFilter(filter);
      for (const index of engine.indexes.values()) check(engine, index);
    }),
    { numRuns: 300 },
  );
}

/** Records that pass elsewhere and are tagged with exactly this concept, at the threshold or above. */
function ownRecords(engine: CrossFilter, index: FacetIndex, concept: number): number {
  const minScore = engine.filter.minScore.get(index.facet) ?? 0;
  const scores = tagScoresOf(index);
  const passes = engine.passesElsewhere(index.facet);
  let count = 0;
  for (let record = 0; record + 1 < index.tagOffset.length; record++) {
    if (!passes(record)) continue;
    for (let tag = index.tagOffset[record]!; tag < index.tagOffset[record + 1]!; tag++) {
      if (index.tagConcept[tag] === concept && scores[tag]! >= minScore) count++;
    }
  }
  return count;
}

describe('under any filter', { timeout: BUSY_MACHINE_MS }, () => {
  it('fractional counts over the roots sum to the records that are tagged', () => {
    everyFacet((engine, index) => {
      const { fractional, tagged } = engine.countsFor(index.facet);
      const roots = conceptsOf(index).filter((concept) => index.parent[concept] === -1);
      expect(Math.abs(sum(roots.map((root) => fractional[root]!)) - tagged)).toBeLessThan(1e-9);
    });
  });

  it('the records of a node never rise as the threshold rises', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryFilter,
        arbitraryScore,
        arbitraryScore,
        (dataset, filter, one, other) => {
          const engine = new CrossFilter(dataset);
          for (const [facet, { nodeCount }] of engine.indexes) {
            engine.setFilter(withMinScore(filter, facet, Math.min(one, other)));
            const low = engine.countsFor(facet);
            engine.setFilter(withMinScore(filter, facet, Math.max(one, other)));
            const high = engine.countsFor(facet);
            expect(high.considered).toBe(low.considered);
            for (let node = 0; node < nodeCount; node++) {
              expect(high.records[node]!).toBeLessThanOrEqual(low.records[node]!);
              expect(high.scoreSum[node]!).toBeLessThanOrEqual(low.scoreSum[node]!);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a parent has at least the records of its largest child, and at most their sum and its own', () => {
    everyFacet((engine, index) => {
      const { records } = engine.countsFor(index.facet);
      for (const concept of conceptsOf(index)) {
        const below = childrenOf(index, concept).map((child) => records[child]!);
        expect(records[concept]!).toBeGreaterThanOrEqual(Math.max(0, ...below));
        expect(records[concept]!).toBeLessThanOrEqual(sum(below) + ownRecords(engine, index, concept));
      }
    });
  });

  it('a union has at least the records of its largest member, and at most their sum', () => {
    everyFacet((engine, index) => {
      const { records } = engine.countsFor(index.facet);
      for (const { node, members } of index.unions) {
        const each = members.map((member) => records[member]!);
        expect(records[node]!).toBeGreaterThanOrEqual(Math.max(...each));
        expect(records[node]!).toBeLessThanOrEqual(sum(each));
      }
    });
  });

  it('shown, below the threshold and possible never overlap', () => {
    everyFacet((engine, index) => {
      const { records, belowThreshold, possible, considered } = engine.countsFor(index.facet);
      for (let node = 0; node < index.nodeCount; node++) {
        expect(records[node]! + belowThreshold[node]! + possible[node]!).toBeLessThanOrEqual(considered);
      }
    });
  });

  it("the active records are those that pass without a facet's clause and with it", () => {
    everyFacet((engine, index) => {
      for (const record of engine.activeRecords()) {
        expect(engine.passesElsewhere(index.facet)(record)).toBe(true);
      }
      expect(engine.activeCount).toBeLessThanOrEqual(engine.countsFor(index.facet).considered);
    });
  });
});
