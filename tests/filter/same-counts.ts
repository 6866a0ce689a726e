/** Compares an engine's numbers of a facet with the oracle's. */
import { expect } from 'vitest';
import type { CrossFilter, FacetCounts } from '../../src/filter/cross-filter.ts';
import type { Oracle } from './oracle.ts';

/** Fractions are added in different orders. */
export const TOLERANCE = 1e-9;

/** All but the fractions, as plain lists. */
export function plainCounts(counts: FacetCounts) {
  const { considered, tagged, withHidden } = counts;
  return {
    considered,
    tagged,
    withHidden,
    records: [...counts.records],
    scoreSum: [...counts.scoreSum],
    possible: [...counts.possible],
    belowThreshold: [...counts.belowThreshold],
    maxScore: [...counts.maxScore],
  };
}

export function expectSameCounts(engine: CrossFilter, oracle: Oracle, facet: string): void {
  const counts = engine.countsFor(facet);
  const { fractional, ...others } = oracle.counts(facet);
  expect(plainCounts(counts)).toEqual(others);
  expect(counts.fractional.length).toBe(fractional.length);
  const gap = fractional.map((value, node) => Math.abs(value - counts.fractional[node]!));
  expect(Math.max(0, ...gap)).toBeLessThan(TOLERANCE);
  expect([...engine.scoreHistogram(facet)]).toEqual(oracle.histogram(facet));
}
