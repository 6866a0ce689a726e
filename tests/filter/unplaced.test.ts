/** Records that a drawing cannot place, against plain loops: those tagged, but with none of the places drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossFilter } from '../../src/filter/cross-filter.ts';
import { conceptsWithin, recordsBeyond } from '../../src/filter/tally/unplaced.ts';
import { arbitraryDataset, arbitraryFilter } from './arbitrary-dataset.ts';
import { Oracle } from './oracle.ts';

const BUSY_MACHINE_MS = 60_000;

describe('records that cannot be placed', { timeout: BUSY_MACHINE_MS }, () => {
  it('are those considered and tagged of which no counted tag lies in what is drawn', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryFilter, fc.array(fc.nat(40)), (dataset, filter, choice) => {
        const engine = new CrossFilter(dataset);
        const oracle = new Oracle(dataset);
        engine.setFilter(filter);
        oracle.setFilter(filter);
        const all = Uint32Array.from({ length: dataset.recordCount }, (_, record) => record);
        for (const { id, nodes } of oracle.facets.slice(0, dataset.facets.length)) {
          const index = engine.indexes.get(id)!;
          const drawn = [...nodes.keys()].filter((node) => choice.includes(node));
          const within = conceptsWithin(index, drawn);
          const expected = [...all].filter(
            (record) =>
              oracle.passesBut(record, id) &&
              nodes.some((_, node) => oracle.shows(record, id, node)) &&
              !drawn.some((node) => oracle.shows(record, id, node)),
          );
          expect(engine.countUnplaced(id, all, within)).toBe(expected.length);
          const beyond = recordsBeyond(index, within);
          expect(expected.every((record) => beyond.includes(record))).toBe(true);
          expect(engine.countUnplaced(id, beyond, within)).toBe(expected.length);
          // of those that show one node, as when a country is looked into
          for (const node of nodes.keys()) {
            const count = engine.countUnplaced(id, engine.everyRecordShowing(id, node), within);
            expect(count).toBe(expected.filter((record) => oracle.shows(record, id, node)).length);
          }
        }
      }),
    );
  });
});
