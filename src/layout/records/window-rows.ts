/** Which rows of a long list stand in the window, when every row is equally high. */

/** What a scrolling list knows of itself; lengths in CSS pixels. */
export interface RowList {
  readonly rowCount: number;
  readonly rowHeightPx: number;
  /** Height of the part of the scroller in which rows can be seen. */
  readonly viewportPx: number;
}

/** Rows `first` (included) to `last` (excluded) of a list. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Height of the whole list in the document. */
  readonly totalPx: number;
  /** How much higher a row stands in the document than `row * rowHeightPx`; 0 where the list has its full height. */
  readonly shiftPx: number;
}

/**
 * Browsers end an element somewhere between 17 and 33 million pixels; a list that is higher is scrolled in scale: from
 * its first row to its last over this height.
 */
export const HEIGHT_LIMIT_PX = 15_000_000;

/** Height of all rows, what of it the document has, and how far one scrolls in them. */
function heightsOf({ rowCount, rowHeightPx, viewportPx }: RowList) {
  const rowsPx = rowCount * rowHeightPx;
  const totalPx = Math.min(rowsPx, HEIGHT_LIMIT_PX);
  const seenPx = Math.max(0, viewportPx);
  const scrollPx = Math.max(0, totalPx - seenPx);
  const rowsScrollPx = Math.max(0, rowsPx - seenPx);
  const scale = rowsPx > totalPx && scrollPx > 0 ? rowsScrollPx / scrollPx : 1;
  return { totalPx, seenPx, scrollPx, rowsScrollPx, scale };
}

/**
 * The rows to draw: those that are at least partly in sight, and a few more on either side.
 * @param scrollTopPx how far the list is scrolled; values outside the list are brought inside
 * @param overscan rows drawn beyond either edge
 */
export function windowRows(list: RowList, scrollTopPx: number, overscan: number): RowWindow {
  const { rowCount, rowHeightPx } = list;
  const { totalPx, seenPx, scrollPx, scale } = heightsOf(list);
  const scrolled = Math.min(Math.max(0, scrollTopPx), scrollPx);
  const top = scrolled * scale;
  const firstInSight = Math.floor(top / rowHeightPx);
  const lastInSight = Math.ceil((top + seenPx) / rowHeightPx);
  return {
    first: Math.max(0, Math.min(firstInSight, rowCount) - overscan),
    last: Math.min(rowCount, lastInSight + overscan),
    totalPx,
    shiftPx: top - scrolled,
  };
}

/** The rows of a window in their order, and before or behind them one more where it is out of sight. */
export function rowsWith({ first, last }: RowWindow, kept: number): number[] {
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (kept < first) rows.unshift(kept);
  else if (kept >= last) rows.push(kept);
  return rows;
}

/**
 * Where a row stands in the document. One that is kept though it is out of sight stands right beside the window where
 * the list is scrolled in scale: its own place may be beyond the document.
 */
export function rowTopPx(list: RowList, { first, last, shiftPx }: RowWindow, row: number): number {
  const shown = shiftPx === 0 ? row : Math.max(first - 1, Math.min(last, row));
  return shown * list.rowHeightPx - shiftPx;
}

/** The scroll position nearest to the present one at which the row is wholly in sight. */
export function scrollTopToShow(list: RowList, scrollTopPx: number, row: number): number {
  const { rowsScrollPx, scale } = heightsOf(list);
  const top = row * list.rowHeightPx;
  const lowest = top + list.rowHeightPx - list.viewportPx;
  const shown = Math.max(0, Math.min(top, Math.max(lowest, scrollTopPx * scale)));
  return scale === 1 ? shown : Math.min(shown, rowsScrollPx) / scale;
}

/** The row that a key moves to, or null for a key that doesn't move. A page is what the viewport holds. */
export function rowAfterKey(key: string, row: number, list: RowList): number | null {
  const page = Math.max(1, Math.floor(list.viewportPx / list.rowHeightPx) - 1);
  const moves: Readonly<Partial<Record<string, number>>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: list.rowCount - 1,
  };
  const next = moves[key];
  return next === undefined ? null : Math.max(0, Math.min(list.rowCount - 1, next));
}
