import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HEIGHT_LIMIT_PX,
  rowAfterKey,
  rowsWith,
  rowTopPx,
  scrollTopToShow,
  windowRows,
  type RowList,
} from './window-rows.ts';

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
    expect(windowRows(list, scrollTop, overscan)).toEqual({ first, last, totalPx: 5000, shiftPx: 0 });
  });

  it('of no rows is empty', () => {
    expect(windowRows({ ...list, rowCount: 0 }, 0, 4)).toEqual({ first: 0, last: 0, totalPx: 0, shiftPx: 0 });
  });

  it('of fewer rows than fit holds them all', () => {
    expect(windowRows({ ...list, rowCount: 3 }, 120, 0)).toEqual({
      first: 0,
      last: 3,
      totalPx: 150,
      shiftPx: 0,
    });
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

describe('a list that is higher than a browser allows', () => {
  const long = fc.record({
    rowCount: fc.integer({ min: 300_001, max: 20_000_000 }),
    rowHeightPx: fc.constantFrom(50, 68),
    viewportPx: fc.integer({ min: 100, max: 900 }),
  });

  it('has the height allowed, its first row at the top and its last at the end', () => {
    fc.assert(
      fc.property(long, (rows) => {
        const start = windowRows(rows, 0, 6);
        expect(start).toMatchObject({ first: 0, totalPx: HEIGHT_LIMIT_PX, shiftPx: 0 });
        const end = windowRows(rows, HEIGHT_LIMIT_PX, 6);
        expect(end.last).toBe(rows.rowCount);
        expect(rowTopPx(rows, end, rows.rowCount - 1) + rows.rowHeightPx).toBeCloseTo(HEIGHT_LIMIT_PX, 3);
      }),
    );
  });

  it('fills the viewport without a gap, and holds no more rows than any list, wherever it is', () => {
    fc.assert(
      fc.property(
        long,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(20_000_000),
        (rows, share, any) => {
          const top = share * (HEIGHT_LIMIT_PX - rows.viewportPx);
          const window = windowRows(rows, top, 6);
          const { first, last } = window;
          expect(last - first).toBeLessThanOrEqual(rows.viewportPx / rows.rowHeightPx + 14);
          expect(rowTopPx(rows, window, first)).toBeLessThanOrEqual(top + 0.001);
          expect(rowTopPx(rows, window, last - 1) + rows.rowHeightPx).toBeGreaterThanOrEqual(
            top + rows.viewportPx - 0.001,
          );
          // the row that is kept for the focus is never in sight by mistake
          const kept = any % rows.rowCount;
          if (kept >= first && kept < last) return;
          const keptTop = rowTopPx(rows, window, kept);
          const isOut = keptTop + rows.rowHeightPx <= top + 0.001 || keptTop >= top + rows.viewportPx - 0.001;
          expect(isOut).toBe(true);
        },
      ),
    );
  });

  it('is scrolled so that any row asked for is wholly in sight', () => {
    fc.assert(
      fc.property(
        long,
        fc.nat(20_000_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, any, share) => {
          const row = any % rows.rowCount;
          const to = scrollTopToShow(rows, share * (HEIGHT_LIMIT_PX - rows.viewportPx), row);
          const window = windowRows(rows, to, 0);
          const top = rowTopPx(rows, window, row);
          expect(row >= window.first && row < window.last).toBe(true);
          expect(top).toBeGreaterThanOrEqual(to - 0.01);
          expect(top + rows.rowHeightPx).toBeLessThanOrEqual(to + rows.viewportPx + 0.01);
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

describe('the rows of a window, with one that is kept', () => {
  it.each([
    { kept: 5, rows: [4, 5, 6] },
    { kept: 0, rows: [0, 4, 5, 6] },
    { kept: 7, rows: [4, 5, 6, 7] },
    { kept: 90, rows: [4, 5, 6, 90] },
  ])('$kept: $rows', ({ kept, rows }) => {
    expect(rowsWith({ first: 4, last: 7, totalPx: 5000, shiftPx: 0 }, kept)).toEqual(rows);
  });
});
