/** Tells a table of separated values from a text: a header of names, and as many cells in each of the rows below. */
import { SEPARATORS } from '../../model/table/csv-cells.ts';
import { withoutRemarks } from '../../model/table/table-header.ts';

const ROWS = 12;
/** What the columns of lists of publications are called. A name of several words in one, "record_id", is one as well. */
const COLUMN_NAME =
  /^(?:id|title|name|authors?|abstract|summary|date|year|journal|source|publisher|doi|url|link|keywords?|language|type|country|path|score|facet)$|^\w+_\w+$/i;
/** Begins with a letter, and holds what names of columns hold. */
const NAME_LIKE = /^\p{L}[\p{L}\p{M}\p{N} _.:/#&()-]{0,59}$/u;

/**
 * Whether a text begins as a table: its first lines have the same number of cells, the first of them names.
 * @param isCut whether the text goes on, so that its last line may be torn
 */
export function isSeparatedValues(start: string, isCut: boolean): boolean {
  const text = withoutRemarks(start);
  return SEPARATORS.some((separator) => isTable(rowsOf(text, separator, isCut), separator));
}

function isTable([header, ...rows]: readonly (readonly string[])[], separator: string): boolean {
  if (header === undefined || header.length < 2 || rows.length === 0) return false;
  if (rows.some((row) => row.length !== header.length)) return false;
  // spreadsheets and scripts leave the name of a column of row numbers out
  const names = header.map((cell) => cell.trim()).filter((name, i) => i > 0 || name !== '');
  if (!names.every((name) => NAME_LIKE.test(name))) return false;
  return separator !== ',' || isCommaTable(header, names, rows);
}

/** Commas stand in texts too, each before a blank: "language, vision" may be a query, and one comma in each line below. */
function isCommaTable(
  header: readonly string[],
  names: readonly string[],
  rows: readonly (readonly string[])[],
): boolean {
  if (header.length > 2 && names.some((name) => COLUMN_NAME.test(name))) return true;
  const cells = rows.flatMap((row) => row.slice(1));
  return !header.some(isSpaced) && 2 * cells.filter(isSpaced).length < cells.length;
}

const isSpaced = (cell: string) => /^\s/.test(cell);

/**
 * The first rows that are not blank, each as its cells. A quote opens at the beginning of a cell, and holds line ends.
 * @param isCut whether the last row, or one whose quote stays open, may be torn
 */
function rowsOf(text: string, separator: string, isCut: boolean): string[][] {
  const rows: string[][] = [];
  const cell = new RegExp(`("(?:[^"]|"")*"|)([^${separator}\\r\\n]*)([${separator}]|[\\r\\n]+|$)`, 'y');
  let row: string[] = [];
  for (let at = 0; rows.length < ROWS && at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const [, quoted = '', plain = '', end = ''] = cell.exec(text)!;
    if (isCut && (end === '' || (quoted === '' && plain.startsWith('"')))) break;
    row.push(quoted.slice(1, -1) + plain);
    if (end === separator) continue;
    if (row.length > 1 || row[0]!.trim() !== '') rows.push(row);
    row = [];
  }
  return rows;
}
