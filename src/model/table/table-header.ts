/** How a long table begins: what may stand before its header, and the header, by which it is told from all else. */
import { csvCells, SEPARATORS, staysOpen, type Separator } from './csv-cells.ts';
import { columnNamed, NEEDED_COLUMNS } from './table-columns.ts';

/** A remark, what spreadsheets write to say what separates the cells, or a row in which nothing stands. */
const REMARK = /^(?:#.*|"?sep=.?"?[\s,;|]*|[\s,;|]*)$/i;

/** Whether a line before the header is none. */
export const isRemark = (line: string) => REMARK.test(line);

/** Whether these cells are a header: it names all that is needed. */
export function isTableHeader(cells: readonly string[]): boolean {
  const named = new Set(cells.map(columnNamed));
  return NEEDED_COLUMNS.every((column) => named.has(column));
}

const LINE_END = /\r\n|\r|\n/;

/** The beginning of a text without a byte-order mark and without remarks. */
export function withoutRemarks(text: string): string {
  const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    line.lastIndex = at;
    const found = line.exec(text)![0];
    if (!isRemark(found.trimEnd())) break;
    at += found.length;
  }
  return text.slice(at);
}

/** Where the header of a long table stands, in lines from 1, and what separates its cells. */
export interface TableStart {
  readonly separator: Separator;
  readonly line: number;
}

/**
 * Undefined for anything else. People write a heading above their tables.
 * @param beginning of the text, with the whole header
 */
export function tableStart(beginning: string): TableStart | undefined {
  const lines = beginning.replace(/^\uFEFF/, '').split(LINE_END);
  const first = lines.findIndex((line) => !isRemark(line));
  for (let at = first; at >= 0 && at < lines.length; at++) {
    // only of the first one line ends may be looked for: others may be torn out of anything
    const rows = lines.slice(at, at === first ? undefined : at + 1);
    const separator = SEPARATORS.find((each) => isTableHeader(firstRow(rows, each)));
    if (separator !== undefined) return { separator, line: at + 1 };
  }
  return undefined;
}

/** Its cells, of which a quoted one may hold line ends; none where its quotes cannot be read. */
function firstRow(lines: readonly string[], separator: Separator): readonly string[] {
  let isOpen = false;
  const end = lines.findIndex((line) => !(isOpen = staysOpen(line, separator, isOpen, true)));
  const cells = end < 0 ? '' : csvCells(lines.slice(0, end + 1).join('\n'), separator, true);
  return typeof cells === 'string' ? [] : cells;
}

const KEY = /"([^"\\]+)"\s*:/g;

/** Whether JSON, of which this is the beginning, has the key of a row of a long table; texts have quotes written otherwise. */
export function hasRowKey(beginning: string): boolean {
  return Array.from(beginning.matchAll(KEY), ([, key]) => columnNamed(key!)).includes('record_id');
}
