/** CSV as RFC 4180 has it: commas, CRLF, quotes doubled. Text is not altered, whatever it begins with. */

/** A cell; undefined and null don't occur. */
export type Cell = string | number;

/** The lines of a table, one at a time, each with its line end. */
export function* csvLines(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield csvLine(header);
  for (const cells of rows) yield csvLine(cells);
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** At most six decimals and no noise: 0.1 + 0.2 gives 0.3. */
export function decimal(value: number): number {
  return Number(value.toFixed(6));
}
