/** The columns of a long table, by which it is told from other tables. */

/** The names of the columns; a header is compared with them in small letters, "Record ID" as "record_id". */
export const COLUMNS = [
  'record_id',
  'title',
  'authors',
  'abstract',
  'facet',
  'path',
  'score',
  'hidden',
  'url',
  'year',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A table without one of these cannot be read. */
export const NEEDED_COLUMNS = ['record_id', 'title', 'facet', 'path'] as const satisfies readonly Column[];

/** The column that a cell of the header names, or undefined. */
export function columnNamed(name: string): Column | undefined {
  const key = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');
  return COLUMNS.find((column) => column === key);
}
