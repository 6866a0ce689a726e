/** One page of a long table: rows `first` (included) to `last` (excluded). */
export interface TablePage {
  /** From 0; an asked page that doesn't exist is brought to the nearest that does. */
  readonly page: number;
  readonly pageCount: number;
  readonly first: number;
  readonly last: number;
}

/** The rows on a page; no rows at all are one empty page. */
export function pageOf(rowCount: number, pageSize: number, asked: number): TablePage {
  const pageCount = Math.max(1, Math.ceil(rowCount / pageSize));
  const page = Math.max(0, Math.min(pageCount - 1, asked));
  return { page, pageCount, first: page * pageSize, last: Math.min(rowCount, (page + 1) * pageSize) };
}
