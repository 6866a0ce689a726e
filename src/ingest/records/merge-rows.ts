/** Merges rows that are copies of one record: only rows of equal titles are ever looked at as objects. */
import type { Apart } from './copy-groups.ts';
import { compareCopies, groupsOf, mergeCopies, type Merge, type MergedRecord } from './dedupe.ts';
import { FirstPlaces } from '../columns/first-places.ts';
import { recordIdNumber } from './record-id.ts';
import type { RecordRows, Row } from './record-rows.ts';
import type { PathNumber } from '../tags/tag-reader.ts';

/** What copies came to where it is not what the first of them says. */
export interface MergedRow {
  /** All copies, the first one first. */
  readonly rows: readonly Row[];
  /** The copy whose abstract is kept. */
  readonly abstract: Row;
  /** The copy whose authors are kept. */
  readonly authors: Row;
  readonly id: number;
  /** In the order of the source's lists. */
  readonly lists: readonly MergedList[];
}

/** The tags of one facet. */
export interface MergedList {
  readonly paths: readonly PathNumber[];
  readonly scores: readonly number[];
  readonly hidden: number;
}

/** The distinct records, in order of their first copies. */
export interface MergedRows {
  readonly rows: RecordRows;
  /** First copies; rising. */
  readonly order: Uint32Array;
  /** By first copy, those that have others. */
  readonly merged: ReadonlyMap<Row, MergedRow>;
  readonly merges: readonly Merge[];
  readonly apart: readonly Apart[];
}

/** Merges duplicates as `dedupe` does. */
export function mergeRows(rows: RecordRows): MergedRows {
  const merged = new Map<Row, MergedRow>();
  const mergesByRow = new Map<Row, Merge[]>();
  const isCopy = new Uint8Array(rows.length);
  const apart: Apart[] = [];
  const yearFacet = rows.source.facets.find(({ kind }) => kind === 'time')?.id;
  let copies = 0;
  for (const sameTitle of rowsOfEqualTitles(rows)) {
    const records = sameTitle.map((row) => rows.record(row));
    const indexOf = new Map(records.map((record, i) => [record, sameTitle[i]!]));
    const found = groupsOf(records, yearFacet);
    apart.push(...found.apart);
    for (const group of found.groups.values()) {
      if (group.length === 1) continue;
      const of = group.map((record) => indexOf.get(record)!);
      for (const row of of.slice(1)) isCopy[row] = 1;
      copies += of.length - 1;
      merged.set(of[0]!, mergedRow(rows, of, mergeCopies(group)));
      mergesByRow.set(
        of[0]!,
        group.slice(1).map((copy) => compareCopies(group[0]!, copy)),
      );
    }
  }
  const order = new Uint32Array(rows.length - copies);
  const merges: Merge[] = [];
  for (let row = 0, at = 0; row < rows.length; row++) {
    if (isCopy[row] === 1) continue;
    order[at++] = row;
    for (const merge of mergesByRow.get(row) ?? []) merges.push(merge);
  }
  return { rows, order, merged, merges, apart };
}

/** Rows whose titles have one hash, two or more; rising. */
function rowsOfEqualTitles({ length, titleHash }: RecordRows): Iterable<Row[]> {
  const places = new FirstPlaces(length);
  const rowsByFirst = new Map<Row, Row[]>();
  for (let row = 0; row < length; row++) {
    const first = places.firstOf(titleHash.values[row]!, row);
    if (first === row) continue;
    const others = rowsByFirst.get(first);
    if (others === undefined) rowsByFirst.set(first, [first, row]);
    else others.push(row);
  }
  return rowsByFirst.values();
}

function mergedRow(
  rows: RecordRows,
  copies: readonly Row[],
  { title, authors, facets }: MergedRecord,
): MergedRow {
  const first = copies[0]!;
  return {
    rows: copies,
    abstract: copies.find((row) => !rows.abstracts.isEmpty(row)) ?? first,
    authors: copies.find((row) => rows.authorCount(row) > 0) ?? first,
    id: recordIdNumber(title, authors),
    lists: rows.source.listOrder.map((facet) => {
      const { tags, hidden } = facets[facet] ?? { tags: [], hidden: 0 };
      return {
        paths: tags.map(({ path }) => rows.tags.numberOf(path)),
        scores: tags.map(({ score }) => score),
        hidden,
      };
    }),
  };
}
