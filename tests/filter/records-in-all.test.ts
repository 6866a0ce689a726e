/** How many records show a node in the whole dataset, against a plain loop. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { recordsInAll } from '../../src/filter/index/records-in-all.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';

it('are the records that are counted where nothing is filtered', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryDataset, (dataset) => {
      const engine = new CrossFilter(dataset);
      for (const [facet, index] of engine.indexes) {
        const counted = engine.countsFor(facet).records.slice(0, index.conceptCount);
        expect([...recordsInAll(index)]).toEqual([...counted]);
      }
    }),
  );
});
