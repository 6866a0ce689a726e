/** Small CSV files that people write by hand: one row a line, lines with "#" first are remarks. */

/** A line that is neither empty nor a remark. */
export interface CsvRow {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The rows of a file, its header among them. */
export function csvRows(text: string): CsvRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines
    .map((each, i) => ({ line: i + 1, text: each }))
    .filter((row) => row.text.trim() !== '' && !row.text.startsWith('#'));
}

/** The cells of one line as RFC 4180 has them; undefined where a quote stays open. */
export function csvCells(line: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const cell = /"((?:[^"]|"")*)"(,|$)/y;
      cell.lastIndex = at;
      const match = cell.exec(line);
      if (match === null) return undefined;
      cells.push(match[1]!.replaceAll('""', '"'));
      at = cell.lastIndex;
      if (match[2] === '') return cells;
    } else {
      const end = line.indexOf(',', at);
      cells.push(line.slice(at, end === -1 ? undefined : end));
      if (end === -1) return cells;
      at = end + 1;
    }
  }
}
