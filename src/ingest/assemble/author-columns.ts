/** The authors of merged rows: numbered by name, and their names as columns of text. */
import { sortAuthors } from '../authors/author-order.ts';
import type { AuthorNumber, AuthorTable } from '../authors/author-table.ts';
import type { MergedRows } from '../records/merge-rows.ts';
import { TextColumn, TextStore } from '../columns/text-store.ts';

const COMMA = 0x2c;

/** Bylines one after the other, and the names. */
export interface PackedAuthors {
  readonly offset: Uint32Array;
  /** Indexes into the names, in the order of the bylines. */
  readonly author: Uint32Array;
  /** By key in code units, each key once. */
  readonly family: TextColumn;
  /** null for a group. */
  readonly given: TextColumn;
}

/** Numbers the authors of the records by their keys in code units. */
export function packAuthors({ rows, order, merged }: MergedRows): PackedAuthors {
  const offset = new Uint32Array(order.length + 1);
  const author = new Uint32Array(rows.author.length);
  let at = 0;
  for (let i = 0; i < order.length; i++) {
    const row = merged.get(order[i]!)?.authors ?? order[i]!;
    const end = rows.authorOffset.values[row + 1]!;
    for (let from = rows.authorOffset.values[row]!; from < end; from++)
      author[at++] = rows.author.values[from]!;
    offset[i + 1] = at;
  }
  const column = author.subarray(0, at);
  const names = distinct(column, rows.authorTable.limit);
  sortAuthors(names, rows.authorTable);
  const idOf = new Uint32Array(rows.authorTable.limit);
  for (let id = 0; id < names.length; id++) idOf[names[id]!] = id;
  for (let i = 0; i < at; i++) column[i] = idOf[column[i]!]!;
  return { offset, author: column, ...packNames(names, rows.authorTable) };
}

function distinct(numbers: Uint32Array, limit: number): Uint32Array {
  const isThere = new Uint8Array(limit);
  let count = 0;
  for (const number of numbers) {
    if (isThere[number] === 0) count++;
    isThere[number] = 1;
  }
  const found = new Uint32Array(count);
  for (let number = 0, at = 0; number < limit; number++) if (isThere[number] === 1) found[at++] = number;
  return found;
}

function packNames(names: Uint32Array, table: AuthorTable): Pick<PackedAuthors, 'family' | 'given'> {
  const family = new TextStore({ capacity: names.length });
  const given = new TextStore({ capacity: names.length });
  const { bytes } = table;
  for (const author of names) {
    const end = table.endOf(author);
    const start = table.startOf(author);
    const comma = commaOf(bytes, start, end);
    if (comma === NEEDS_TEXT) addName(family, given, table, author);
    else {
      family.addPlain(bytes, start, comma);
      if (comma === end) given.addText(null);
      else given.addPlain(bytes, comma + 2, end);
    }
  }
  return { family: new TextColumn(family), given: new TextColumn(given) };
}

function addName(family: TextStore, given: TextStore, table: AuthorTable, author: AuthorNumber): void {
  const name = table.nameOf(author);
  family.addText(name.family);
  given.addText(name.given);
}

const NEEDS_TEXT = -1;

/** Where the family name ends; {@link NEEDS_TEXT} where JSON escapes something in the name. */
function commaOf(bytes: Uint8Array, start: number, end: number): number {
  let comma = end;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === COMMA) comma = i;
    else if (byte < 0x20 || byte === 0x22 || byte === 0x5c) return NEEDS_TEXT;
  }
  return comma;
}
