import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSlots } from './row-slots.ts';

describe('slots of a window of rows', () => {
  it('are given to other rows in the order in which they stood', () => {
    const slots = new RowSlots();
    expect(slots.assign([7, 3, 9], null)).toEqual([0, 1, 2]);
    expect(slots.assign([1, 2, 4], null)).toEqual([0, 1, 2]);
  });

  it('stay with a row that stays, wherever it stands', () => {
    const slots = new RowSlots();
    slots.assign([10, 11, 12, 13], null);
    expect(slots.assign([12, 13, 14, 15], null)).toEqual([2, 3, 0, 1]);
    expect(slots.assign([13, 12], null)).toEqual([3, 2]);
  });

  it('of a row with the focus are nobody’s else', () => {
    const slots = new RowSlots();
    slots.assign([5, 6], null);
    expect(slots.assign([1, 2], 5)).toEqual([1, 2]);
  });

  it('whatever comes: each row has one of its own, keeps it while it stays, and no more are made than are needed', () => {
    const windows = fc.array(
      fc.record({
        rows: fc.uniqueArray(fc.nat(20), { maxLength: 8 }),
        held: fc.option(fc.nat(20)),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(windows, (steps) => {
        const slots = new RowSlots();
        let before = new Map<number, number>();
        let made = 0;
        for (const { rows, held } of steps) {
          const now = slots.assign(rows, held);
          expect(now).toHaveLength(rows.length);
          expect(new Set(now).size).toBe(rows.length);
          const after = new Map(rows.map((row, i) => [row, now[i]!]));
          for (const [row, slot] of before) {
            if (after.has(row)) expect(after.get(row)).toBe(slot);
            else if (row === held) expect(now).not.toContain(slot);
          }
          // a new element only where none is free
          const isReused = (slot: number) => slot < made;
          const goneCount = [...before.keys()].filter((row) => !after.has(row) && row !== held).length;
          const enteringCount = rows.filter((row) => !before.has(row)).length;
          const newCount = now.filter((slot) => !isReused(slot)).length;
          expect(newCount).toBe(Math.max(0, enteringCount - goneCount));
          made += newCount;
          before = after;
        }
      }),
    );
  });
});
