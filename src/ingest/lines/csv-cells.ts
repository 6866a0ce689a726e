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

/** The cells of one line as RFC 4180 has them, or what is wrong with it. */
export function csvCells(line: string): readonly string[] | string {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const cell = /"((?:[^"]|"")*)"(,|$)/y;
      cell.lastIndex = at;
      const match = cell.exec(line);
      if (match === null) return quoteFault(line.slice(at));
      cells.push(match[1]!.replaceAll('""', '"'));
      at = cell.lastIndex;
      if (match[2] === '') return cells;
    } else {
      const end = line.indexOf(',', at);
      cells.push(line.slice(at, end === -1 ? undefined : end));
      if (end === -1) return cells.length === 1 ? (separatorFault(line) ?? cells) : cells;
      at = end + 1;
    }
  }
}

/** What is wrong with a first line that is not the header. */
export function headerFault(line: string, header: string): string {
  return (line.includes(',') ? undefined : separatorFault(line)) ?? `the first line is not "${header}"`;
}

/** What is wrong where another sign stands in a comma's place. */
function separatorFault(line: string): string | undefined {
  const other = /[;\t]/.exec(line)?.[0];
  if (other === undefined) return undefined;
  return `columns are separated by commas, not by ${other === ';' ? 'semicolons' : 'tabs'}`;
}

/** What is wrong with a cell that begins with a quote. */
function quoteFault(rest: string): string {
  const behind = /^"(?:[^"]|"")*"([^"].*)/.exec(rest)?.[1];
  if (behind === undefined) return 'a quote is not closed';
  return (
    (/^\s*[;\t]/.test(behind) ? separatorFault(behind) : undefined) ??
    'text stands right behind a closing quote'
  );
}
