import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropIndex, makesWay, type RowSpan } from './drop-index.ts';

/** Rows of any heights, one below the other. */
const stacked = (heights: readonly number[]): RowSpan[] => {
  let top = 0;
  return heights.map((height) => {
    top += height;
    return { top: top - height, height };
  });
};
const list = fc
  .array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 40 })
  .chain((heights) => fc.tuple(fc.constant(stacked(heights)), fc.nat(heights.length - 1)));

describe('a dragged row', () => {
  it('stays where it is while it is not dragged, and ends at the ends however far it is', () => {
    fc.assert(
      fc.property(list, ([rows, from]) => {
        expect(dropIndex(rows, from, 0)).toBe(from);
        expect(dropIndex(rows, from, -1e6)).toBe(0);
        expect(dropIndex(rows, from, 1e6)).toBe(rows.length - 1);
      }),
    );
  });

  it('lands further down the further it is dragged, and the others close up around it', () => {
    fc.assert(
      fc.property(list, fc.integer(), fc.nat(4000), ([rows, from], by, more) => {
        const to = dropIndex(rows, from, by);
        expect(dropIndex(rows, from, by + more)).toBeGreaterThanOrEqual(to);
        // where the rows are drawn is where they would stand after the move
        const order = rows.map((_, i) => i).filter((i) => i !== from);
        order.splice(to, 0, from);
        const settled = stacked(order.map((i) => rows[i]!.height));
        order.forEach((i, place) => {
          if (i !== from) expect(rows[i]!.top + makesWay(rows, i, from, to)).toBe(settled[place]!.top);
        });
      }),
    );
  });
});
