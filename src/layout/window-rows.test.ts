import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAfterKey, scrollTopToShow, windowRows, type RowList } from './window-rows.ts';

const list: RowList = { rowCount: 100, rowHeightPx: 50, viewportPx: 250 };

describe('the window of a list', () => {
  it.each([
    { scrollTop: 0, overscan: 0, first: 0, last: 5 },
    { scrollTop: 49, overscan: 0, first: 0, last: 6 },
    { scrollTop: 50, overscan: 0, first: 1, last: 6 },
    { scrollTop: 1000, overscan: 2, first: 18, last: 27 },
    { scrollTop: 4750, overscan: 3, first: 92, last: 100 },
    { scrollTop: 99_999, overscan: 0, first: 95, last: 100 },
    { scrollTop: -80, overscan: 0, first: 0, last: 5 },
  ])('at $scrollTop px with $overscan more holds $first to $last', ({ scrollTop, overscan, first, last }) => {
    expect(windowRows(list, scrollTop, overscan)).toEqual({ first, last, totalPx: 5000 });
  });

  it('of no rows is empty', () => {
    expect(windowRows({ ...list, rowCount: 0 }, 0, 4)).toEqual({ first: 0, last: 0, totalPx: 0 });
  });

  it('of fewer rows than fit holds them all', () => {
    expect(windowRows({ ...list, rowCount: 3 }, 120, 0)).toEqual({ first: 0, last: 3, totalPx: 150 });
  });

  it('holds every row in sight and stays small, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(600_000),
        fc.integer({ min: 1, max: 900 }),
        (rowCount, top, viewportPx) => {
          const rows: RowList = { rowCount, rowHeightPx: 50, viewportPx };
          const { first, last } = windowRows(rows, top, 4);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThanOrEqual(rowCount);
          expect(last - first).toBeLessThanOrEqual(viewportPx / 50 + 2 + 8);
          const inside = Math.min(top, Math.max(0, rowCount * 50 - viewportPx));
          for (let row = Math.floor(inside / 50); row < rowCount && row * 50 < inside + viewportPx; row++) {
            expect(row >= first && row < last).toBe(true);
          }
        },
      ),
    );
  });
});

describe('scrolling to a row', () => {
  it.each([
    { from: 0, row: 2, to: 0, how: 'in sight: stays' },
    { from: 0, row: 5, to: 50, how: 'below: comes to the lower edge' },
    { from: 1000, row: 3, to: 150, how: 'above: comes to the upper edge' },
    { from: 0, row: 99, to: 4750, how: 'last: comes to the end' },
    { from: 40, row: 0, to: 0, how: 'partly hidden: comes wholly in' },
  ])('$how', ({ from, row, to }) => {
    expect(scrollTopToShow(list, from, row)).toBe(to);
  });

  it('shows the top of a row that is higher than the viewport', () => {
    expect(scrollTopToShow({ ...list, viewportPx: 20 }, 0, 4)).toBe(200);
  });
});

describe('keys in a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 0, 4],
    ['PageUp', 2, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s moves from %i to %i', (key, from, to) => {
    expect(rowAfterKey(key, from, list)).toBe(to);
  });

  it('other keys move nowhere', () => {
    expect(rowAfterKey('a', 3, list)).toBeNull();
  });
});
