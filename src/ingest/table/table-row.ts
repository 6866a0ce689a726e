/** A row of a long table: one tag of one record, or a record without tags. */
import { foldText } from '../columns/text-keys.ts';
import type { JsonObject } from '../json/json-values.ts';
import { columnNamed, type Column } from '../../model/table/table-columns.ts';

/** What a row says, as it stands there; "" for what it does not say. */
export interface TableRow {
  /** Whatever the table calls the record by. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** See {@link namesIn}. */
  readonly authors: string;
  readonly facet: string;
  /** From the root down. */
  readonly path: readonly string[];
  readonly score: string;
  /** How many further tags of the facet the record has that the table does not show. */
  readonly hidden: string;
  /** Of the work itself: an address or a DOI. */
  readonly url: string;
  /** In which the work was published. */
  readonly year: string;
}

/** Where the columns stand. */
export interface TableHeader {
  readonly at: ReadonlyMap<Column, number>;
  /** Names of columns that are not read, those that stand there again among them. */
  readonly unread: readonly string[];
}

/** Reads the header. */
export function tableHeader(cells: readonly string[]): TableHeader {
  const at = new Map<Column, number>();
  const unread: string[] = [];
  cells.forEach((cell, i) => {
    const column = columnNamed(cell);
    if (column !== undefined && !at.has(column)) at.set(column, i);
    // spreadsheets and scripts leave the name of a column of row numbers out
    else if (cell.trim() !== '') unread.push(cell.trim());
  });
  return { at, unread };
}

/** How programs write that a cell has no value. A record or a level may be called so, and Namibia's code is "NA". */
const NO_VALUE = /^\s*(?:NA|<NA>|#?N\/A|n\/a|NaN|nan|null|NULL|None)?\s*$/;
const valueOf = (text: string) => (NO_VALUE.test(text) ? '' : text);

/** Whether a path is what programs write where there is none. */
export const isNoPath = (path: readonly string[]) => path.length === 1 && NO_VALUE.test(path[0]!);

/** A row of separated values. */
export function rowOfCells(cells: readonly string[], { at }: Pick<TableHeader, 'at'>): TableRow {
  const cell = (column: Column) => {
    const i = at.get(column);
    return i === undefined ? '' : (cells[i] ?? '');
  };
  return rowOf(cell, cell('authors'), levelsOf(cell('path')));
}

/** What of a row cannot be read: a key that no column has, or a value of another kind than the column's. */
export interface Unread {
  readonly key: string;
  /** Undefined where the key is not known. */
  readonly value: unknown;
}

/** A row of JSON, whose lists may be lists or texts as in a cell, and whose numbers numbers or texts. */
export function rowOfObject(object: JsonObject): {
  readonly row: TableRow;
  readonly unread: readonly Unread[];
} {
  const unread: Unread[] = [];
  const values = new Map<Column, Unread>();
  for (const [key, value] of Object.entries(object)) {
    const column = columnNamed(key);
    if (column === undefined || values.has(column)) unread.push({ key, value: undefined });
    else values.set(column, { key, value });
  }
  const textOf = (column: Column, value: unknown): string => {
    const text = textIn(value);
    if (text === undefined) unread.push({ key: values.get(column)!.key, value });
    return text ?? '';
  };
  const text = (column: Column) => textOf(column, values.get(column)?.value);
  const list = (column: Column) => {
    const value = values.get(column)?.value;
    return Array.isArray(value) ? value.map((each) => textOf(column, each)) : undefined;
  };
  const authors = list('authors')?.join('; ') ?? text('authors');
  const row = rowOf(text, authors, list('path') ?? levelsOf(text('path')));
  return { row, unread };
}

function rowOf(text: (column: Column) => string, authors: string, levels: readonly string[]): TableRow {
  const facet = valueOf(text('facet'));
  const hasNoTag = facet === '' && valueOf(levels.join('')) === '';
  return {
    id: text('record_id').trim(),
    title: valueOf(text('title')),
    abstract: valueOf(text('abstract')),
    authors: valueOf(authors),
    facet,
    path: hasNoTag ? [] : levels,
    score: valueOf(text('score')),
    hidden: valueOf(text('hidden')),
    url: valueOf(text('url')).trim(),
    year: valueOf(text('year')).trim().replace(DATED_YEAR, '$1'),
  };
}

/** A year as programs write it whose columns of numbers have gaps ("2014.0"), and one with its day (ISO 8601). */
const DATED_YEAR = /^(\d{4})(?:\.0+|-(?:0\d|1[0-2])(?:-[0-3]\d(?:[T ].*)?)?)$/;

/** Undefined for what is neither text nor number, and for a number whose last digits were lost when it was read. */
function textIn(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  const isExact = typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return isExact ? String(value) : undefined;
}

/** "A > B > C", with blanks around each sign, since levels may hold one ("input->output"). */
function levelsOf(path: string): string[] {
  const trimmed = path.trim();
  return trimmed === '' ? [] : trimmed.split(/(?:^|\s)>(?=\s|$)/).map((level) => level.trim());
}

/** The names of "Family, Given; Family, Given". */
export function namesIn(authors: string): string[] {
  return authors
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names of facets are one where this is the same. */
export function facetKey(name: string): string {
  return foldText(name).toLowerCase();
}

/** A number written "0.14", ".14", "1", "0,14", "1e-2" or "14 %"; undefined for anything else. */
export function scoreIn(text: string): number | undefined {
  const [, written = '', sign] = /^([^%]*?)\s*(%?)$/.exec(text.trim()) ?? [];
  const number = written.replace(/^(\d*),(\d+)$/, '$1.$2');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(number)) return undefined;
  return sign === '%' ? Number(number) / 100 : Number(number);
}

/** A whole number from 0 to a thousand million; undefined for anything else. */
export function wholeIn(text: string): number | undefined {
  return /^\d{1,9}(?:\.0+)?$/.test(text.trim()) ? Number(text) : undefined;
}
