/** A dataset file whose packed columns and lines are lists, which the format allows as well: for tests that look at values. */
import type { DatasetFile } from '../../src/model/codec/dataset-file.ts';
import type { PackedColumn } from '../../src/model/codec/whole-columns.ts';

/** The same file with lists. */
export function withLists(file: DatasetFile): DatasetFile {
  return JSON.parse(JSON.stringify(file), (_, value: unknown) =>
    isPacked(value) ? listOf(value) : isLines(value) ? value.lines.split('\n').slice(0, -1) : value,
  ) as DatasetFile;
}

/** The numbers of a packed column, read the plain way. */
export function listOf({ bytes, base64 }: PackedColumn): number[] {
  const read = Buffer.from(base64, 'base64');
  return Array.from({ length: read.length / bytes }, (_, i) => read.readUIntLE(i * bytes, bytes));
}

/** Whether a value of a file is a column of texts as lines. */
export function isLines(value: unknown): value is { readonly lines: string } {
  return typeof value === 'object' && value !== null && 'lines' in value;
}

/** Whether a value of a file is a packed column. */
export function isPacked(value: unknown): value is PackedColumn {
  return typeof value === 'object' && value !== null && 'base64' in value && 'bytes' in value;
}
