import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryDataset } from '../../tests/filter/arbitrary-dataset.ts';
import { CrossFilter } from './cross-filter.ts';
import { openFilter } from './open-filter.ts';

it('a filter made in short tasks is the one made at once, and pauses before every index and count but the first', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDataset, async (dataset) => {
      let pauses = 0;
      const pause = () => {
        pauses++;
        return Promise.resolve();
      };
      const opened = await openFilter(dataset, pause);
      const plain = new CrossFilter(dataset);
      expect([...opened.indexes]).toEqual([...plain.indexes]);
      for (const facet of plain.indexes.keys()) {
        expect({ ...opened.countsFor(facet) }).toEqual({ ...plain.countsFor(facet) });
      }
      expect(pauses).toBe(2 * plain.indexes.size);
    }),
  );
});
