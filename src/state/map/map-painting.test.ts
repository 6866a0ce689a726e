import fc from 'fast-check';
import { expect, it } from 'vitest';
import { take, walk } from '../../../tests/filter/explorer-walk.ts';
import { oddDataset } from '../../../tests/filter/odd-dataset.ts';
import { syntheticDataset } from '../../../tests/filter/synthetic-dataset.ts';
import { LEAST_RECORDS } from '../../filter/tally/location-quotient.ts';
import { markCountries } from '../../layout/map/map-marks.ts';
import type { CountryShape } from '../../layout/map/world-map.ts';
import { comparisonOf } from '../comparison.ts';
import { Explorer } from '../explorer.svelte.ts';
import { mapPainting } from './map-painting.ts';

const MIDDLE = 2;
const UNTOLD = 5;

/** Every node of the place facet as an area of a map, and what colours it. */
function colored(explorer: Explorer) {
  const facet = explorer.placeFacet!;
  const counts = explorer.countsFor(facet);
  const nodes = Array.from({ length: counts.records.length }, (_, node) => node);
  return markCountries(
    nodes.map((node) => ({ code: String(node) }) as CountryShape),
    counts,
    Number,
    (node) => counts.records[node]!,
    { whole: true, method: 'auto', painting: mapPainting(explorer, facet), tellable: true },
  );
}

function expectHonest(explorer: Explorer): number {
  const facet = explorer.placeFacet!;
  const { records, considered } = explorer.countsFor(facet);
  const comparison = comparisonOf(explorer, facet);
  let clear = 0;
  for (const { node, look, classIndex } of colored(explorer).countries) {
    const quotient = comparison?.quotient(node);
    const isClear = quotient?.verdict === 'more' || quotient?.verdict === 'less';
    const isColored = look === 'value' && classIndex !== MIDDLE && classIndex !== UNTOLD;
    expect(isColored).toBe(isClear);
    expect(look === 'value').toBe(records[node]! > 0 || isClear);
    if (isClear) {
      expect(considered).toBeGreaterThanOrEqual(LEAST_RECORDS);
      expect(classIndex > MIDDLE).toBe(quotient.value > 1);
      clear++;
    } else if (look === 'value' && quotient) {
      expect(classIndex).toBe(quotient.verdict === 'untold' ? UNTOLD : MIDDLE);
    }
  }
  return clear;
}

it('a colour away from the middle is where chance alone is unlikely and there are 5 records, and nowhere else', () => {
  const dataset = syntheticDataset(3000, 5);
  const topics = [1, 3, 8, 20, 40].map((topic) => {
    const explorer = new Explorer(dataset, 'colour=expected');
    explorer.toggleIncluded('technology', topic);
    return expectHonest(explorer);
  });
  expect(Math.max(...topics)).toBeGreaterThan(0);
});

it('so it is in any walk through any dataset', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(oddDataset, walk(12), (dataset, steps) => {
      const explorer = new Explorer(dataset, 'colour=expected');
      for (const step of steps) take(explorer, step);
      explorer.setMap({ color: 'expected' });
      if (explorer.placeFacet !== undefined) expectHonest(explorer);
    }),
  );
});

it('the plain ramp has no colours of its own', () => {
  const explorer = new Explorer(syntheticDataset(50, 1));
  expect(mapPainting(explorer, explorer.placeFacet!)).toBeNull();
});
