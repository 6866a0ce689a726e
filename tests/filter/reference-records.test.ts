/** What is counted among records to compare with, against plain loops over all records. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { referenceRecords } from '../../src/filter/tally/reference-records.ts';
import { arbitraryDataset, arbitraryFilter } from './arbitrary-dataset.ts';
import { Oracle } from './oracle.ts';

it('is what both filters let pass and show, each without the facet’s own clause', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      arbitraryDataset,
      fc.array(fc.tuple(arbitraryFilter, arbitraryFilter), { minLength: 1, maxLength: 3 }),
      (dataset, pairs) => {
        const [engine, reference] = [new CrossFilter(dataset), new CrossFilter(dataset)];
        const [here, there] = [new Oracle(dataset), new Oracle(dataset)];
        const records = Array.from({ length: dataset.recordCount }, (_, record) => record);
        for (const [filter, kept] of pairs) {
          const { minScore, completeOnly } = filter;
          const compared = { ...kept, minScore, completeOnly };
          engine.setFilter(filter);
          here.setFilter(filter);
          reference.setFilter(compared);
          there.setFilter(compared);
          for (const { id } of here.facets) {
            const considered = records.filter((record) => there.passesBut(record, id));
            const shared = considered.filter((record) => here.passesBut(record, id));
            const found = referenceRecords(engine, reference, id);
            expect([found.considered, found.shared]).toEqual([considered.length, shared.length]);
            here.counts(id).records.forEach((_, node) => {
              const shows = (record: number) => here.shows(record, id, node);
              expect(found.showing(node)).toEqual({
                considered: considered.filter(shows).length,
                shared: shared.filter(shows).length,
              });
            });
          }
        }
      },
    ),
  );
});
