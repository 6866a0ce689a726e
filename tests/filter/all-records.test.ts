/** What is counted over all records, against the slow answer without clauses and words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allRecords } from '../../src/filter/tally/all-records.ts';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { EMPTY_FILTER } from '../../src/filter/passing/filter-state.ts';
import { arbitraryDataset, arbitraryFilter } from './arbitrary-dataset.ts';
import { Oracle } from './oracle.ts';

it('is what the facet would count at its threshold without any clause', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      arbitraryDataset,
      fc.array(arbitraryFilter, { minLength: 1, maxLength: 4 }),
      (dataset, filters) => {
        const engine = new CrossFilter(dataset);
        const oracle = new Oracle(dataset);
        for (const filter of filters) {
          engine.setFilter(filter);
          const { minScore, completeOnly } = filter;
          oracle.setFilter({ ...EMPTY_FILTER, minScore, completeOnly });
          for (const { id } of oracle.facets) {
            const expected = oracle.counts(id);
            const { showing, considered } = allRecords(engine, id);
            expect(expected.records.map((_, node) => showing(node))).toEqual(expected.records);
            expect(considered).toBe(expected.considered);
          }
        }
      },
    ),
  );
});

it('is asked only of facets that are there', () => {
  const engine = new CrossFilter(fc.sample(arbitraryDataset, { numRuns: 1, seed: 1 })[0]!);
  expect(() => allRecords(engine, 'nowhere').showing(0)).toThrow('no facet "nowhere"');
});
