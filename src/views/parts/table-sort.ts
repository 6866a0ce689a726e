/** Which column a table is sorted by, and which way. */
export interface TableSort<Column> {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** The sort after a press on a column's head: that column, its usual way first, then the other way. */
export function sortAfterPress<Column>(
  sort: TableSort<Column>,
  column: Column,
  usual: 'ascending' | 'descending',
): TableSort<Column> {
  if (sort.column !== column) return { column, direction: usual };
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
