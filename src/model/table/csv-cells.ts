/** Rows of CSV as their cells. Small files that people write by hand: one row a line, lines with "#" first are remarks. */

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

/** What may stand between two cells. */
export const SEPARATORS = [',', '\t', ';', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A quoted cell with what stands behind it. */
const QUOTED: Readonly<Record<Separator, RegExp>> = {
  ',': /"((?:[^"]|"")*)"(,|$)/y,
  '\t': /"((?:[^"]|"")*)"(\t|$)/y,
  ';': /"((?:[^"]|"")*)"(;|$)/y,
  '|': /"((?:[^"]|"")*)"(\||$)/y,
};

/** A quote with blanks before it, where a cell begins. */
const SPACED_QUOTE = / +(?=")/y;

/** Where a cell begins: behind blanks that stand before a quote, where these are none of the cell. */
function cellStart(line: string, at: number, isSpaced: boolean): number {
  if (!isSpaced) return at;
  SPACED_QUOTE.lastIndex = at;
  return SPACED_QUOTE.test(line) ? SPACED_QUOTE.lastIndex : at;
}

/**
 * The cells of one row as RFC 4180 has them, or what is wrong with it; a quoted cell may hold line ends.
 * @param isSpaced whether blanks may stand before a quoted cell
 */
export function csvCells(
  row: string,
  separator: Separator = ',',
  isSpaced = false,
): readonly string[] | string {
  const cells: string[] = [];
  const quoted = QUOTED[separator];
  let at = 0;
  for (;;) {
    at = cellStart(row, at, isSpaced);
    if (row[at] === '"') {
      quoted.lastIndex = at;
      const match = quoted.exec(row);
      if (match === null) return quoteFault(row.slice(at), separator);
      cells.push(match[1]!.replaceAll('""', '"'));
      at = quoted.lastIndex;
      if (match[2] === '') return cells;
    } else {
      const end = row.indexOf(separator, at);
      cells.push(row.slice(at, end === -1 ? undefined : end));
      if (end === -1) return cells.length === 1 ? (separatorFault(row, separator) ?? cells) : cells;
      at = end + 1;
    }
  }
}

/** Where on a line the quote stands that stays open at its end: -1 before it, undefined where none does. */
function openQuote(line: string, separator: Separator, isOpen: boolean, isSpaced: boolean) {
  if (!line.includes('"')) return isOpen ? -1 : undefined;
  let quote = isOpen ? -1 : undefined;
  let at = 0;
  for (;;) {
    if (quote === undefined) {
      at = cellStart(line, at, isSpaced);
      if (line[at] === '"') quote = at++;
    }
    if (quote !== undefined) {
      const end = closingQuote(line, at);
      if (end < 0) return quote;
      at = end;
      quote = undefined;
    }
    at = line.indexOf(separator, at) + 1;
    if (at === 0) return undefined;
  }
}

/**
 * Whether a quoted cell stays open at a line's end.
 * @param isOpen whether one was open at its beginning
 * @param isSpaced whether blanks may stand before a quoted cell
 */
export function staysOpen(line: string, separator: Separator, isOpen: boolean, isSpaced = false): boolean {
  return openQuote(line, separator, isOpen, isSpaced) !== undefined;
}

/** A line by itself, in which a quote that stays open is taken for a sign like others. */
export interface LineCells {
  readonly cells: readonly string[];
  /** Which of them would hold that quote, and the lines below; -1 for none. */
  readonly open: number;
}

/** Undefined where its other quotes cannot be read. */
export function cellsOfLine(line: string, separator: Separator): LineCells | undefined {
  const quote = openQuote(line, separator, false, false);
  const before = quote === undefined ? '' : line.slice(0, quote);
  const cells = csvCells(quote === undefined ? line : before + line.slice(quote + 1), separator);
  const first = csvCells(before, separator);
  if (typeof cells === 'string' || typeof first === 'string') return undefined;
  return { cells, open: quote === undefined ? -1 : first.length - 1 };
}

/** Behind the next quote that is not written twice; -1 where there is none. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at + 1;
  }
  return -1;
}

/** What is wrong with a first line that is not the header. */
export function headerFault(line: string, header: string): string {
  return (line.includes(',') ? undefined : separatorFault(line)) ?? `the first line is not "${header}"`;
}

/** What is wrong where another sign stands in a comma's place. */
function separatorFault(line: string, separator: Separator = ','): string | undefined {
  if (separator !== ',') return undefined;
  const other = /[;\t]/.exec(line)?.[0];
  if (other === undefined) return undefined;
  return `columns are separated by commas, not by ${other === ';' ? 'semicolons' : 'tabs'}`;
}

/** What is wrong with a cell that begins with a quote. */
function quoteFault(rest: string, separator: Separator): string {
  const behind = /^"(?:[^"]|"")*"([^"].*)/.exec(rest)?.[1];
  if (behind === undefined) return 'a quote is not closed';
  return (
    (/^\s*[;\t]/.test(behind) ? separatorFault(behind, separator) : undefined) ??
    'text stands right behind a closing quote'
  );
}
