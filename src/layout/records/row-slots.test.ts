import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSlots } from './row-slots.ts';

describe('slots of a window of rows', () => {
  it('are given to other rows in the order in which they stood', () => {
    const slots = new RowSlots();
    expect(slots.assign([7, 3, 9], null)).toEqual([0, 1, 2]);
    expect(slots.assign([1, 2, 4, 5], null)).toEqual([0, 1, 2, 3]);
  });

  it('stay with a row that stays, and pass it in neither direction', () => {
    const slots = new RowSlots();
    slots.assign([10, 11, 12, 13], null);
    expect(slots.assign([12, 13, 14, 15], null)).toEqual([2, 3, 4, 5]);
    expect(slots.assign([1, 12, 2, 15, 3], null)).toEqual([6, 2, 3, 5, 7]);
  });

  it('stay with rows in another order too', () => {
    const slots = new RowSlots();
    slots.assign([1, 2, 3], null);
    expect(slots.assign([3, 1, 2], null)).toEqual([2, 0, 1]);
  });

  it('of a row with the focus are nobody’s else', () => {
    const slots = new RowSlots();
    slots.assign([5, 6], null);
    expect(slots.assign([1, 2], 5)).toEqual([1, 2]);
  });

  it('whatever comes: each row has one of its own and keeps it, and elements that are used on stay in their order', () => {
    const windows = fc.array(
      fc.record({ rows: fc.uniqueArray(fc.nat(20), { maxLength: 8 }), held: fc.option(fc.nat(20)) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(windows, fc.boolean(), (steps, isSorted) => {
        const slots = new RowSlots();
        let before: [row: number, slot: number][] = [];
        for (const { rows, held } of steps) {
          if (isSorted) rows.sort((a, b) => a - b);
          const now = slots.assign(rows, held);
          expect(now).toHaveLength(rows.length);
          expect(new Set(now).size).toBe(rows.length);
          const places = now.map((slot) => before.findIndex(([, other]) => other === slot));
          for (const [row, slot] of before) {
            if (rows.includes(row)) expect(now[rows.indexOf(row)]).toBe(slot);
            else if (row === held) expect(now).not.toContain(slot);
          }
          // where those that stay are in order, nobody has to be moved
          const used = places.filter((place) => place >= 0);
          if (isSorted) expect(used).toEqual([...used].sort((a, b) => a - b));
          // where nobody stays, nothing is made that could be used on
          const isOther = !rows.some((row) => before.some(([other]) => other === row));
          const free = before.filter(([row]) => row !== held).length;
          if (isOther) expect(used).toHaveLength(Math.min(rows.length, free));
          before = rows.map((row, i) => [row, now[i]!]);
        }
      }),
    );
  });
});
