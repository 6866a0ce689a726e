import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FacetIndex } from '../index/facet-index.ts';
import { taggedBetween } from './tagged-between.ts';

const score = fc.integer({ min: 0, max: 100 });

it('finds the records that count other tags at one threshold than at another', () => {
  const rows = fc.array(fc.array(score, { maxLength: 4 }), { maxLength: 20 });
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.boolean()), score, score, (scores, isIn, a, b) => {
      const tagOffset = Uint32Array.from([0, ...scores.map((_, r) => scores.slice(0, r + 1).flat().length)]);
      const index = { tagOffset, tagScore: Uint8Array.from(scores.flat()) } as unknown as FacetIndex;
      const records = Uint32Array.from([...scores.keys()].filter(() => isIn.next().value));
      const countedAt = (record: number, threshold: number) =>
        scores[record]!.filter((each) => each >= threshold).length;
      expect([...taggedBetween(index, records, a, b)]).toEqual(
        [...records].filter((record) => countedAt(record, a) !== countedAt(record, b)),
      );
    }),
  );
});
