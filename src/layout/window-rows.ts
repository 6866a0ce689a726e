/** Which rows of a long list stand in the window, when every row is equally high. */

/** What a scrolling list knows of itself; lengths in CSS pixels. */
export interface RowList {
  readonly rowCount: number;
  readonly rowHeightPx: number;
  /** Height of the part of the scroller in which rows can be seen. */
  readonly viewportPx: number;
}

/** Rows `first` (included) to `last` (excluded), and where the first one stands in the whole list. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly totalPx: number;
}

/**
 * The rows to draw: those that are at least partly in sight, and a few more on either side.
 * @param scrollTopPx how far the list is scrolled; values outside the list are brought inside
 * @param overscan rows drawn beyond either edge
 */
export function windowRows(list: RowList, scrollTopPx: number, overscan: number): RowWindow {
  const { rowCount, rowHeightPx } = list;
  const totalPx = rowCount * rowHeightPx;
  const viewportPx = Math.max(0, list.viewportPx);
  const top = Math.min(Math.max(0, scrollTopPx), Math.max(0, totalPx - viewportPx));
  const firstInSight = Math.floor(top / rowHeightPx);
  const lastInSight = Math.ceil((top + viewportPx) / rowHeightPx);
  return {
    first: Math.max(0, Math.min(firstInSight, rowCount) - overscan),
    last: Math.min(rowCount, lastInSight + overscan),
    totalPx,
  };
}

/** The scroll position nearest to the present one at which the row is wholly in sight. */
export function scrollTopToShow(list: RowList, scrollTopPx: number, row: number): number {
  const top = row * list.rowHeightPx;
  const lowest = top + list.rowHeightPx - list.viewportPx;
  return Math.max(0, Math.min(top, Math.max(lowest, scrollTopPx)));
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
