/** The part of the dataset that tells where the people of the co-author graph stand; optional, and worth nothing but time. */
import type { CoauthorLayoutColumns, RecordColumns } from '../dataset.ts';
import { DatasetError, listAt, objectAt, wholeAt } from './decode-values.ts';
import type { Problem } from '../problem.ts';

/** Farthest from the middle that somebody stands, layout units: far above what any graph takes. */
export const LAYOUT_REACH = 100_000;

/**
 * The positions, or why they are not used: a picture can be made without them, so a fault in them does not cost the
 * dataset.
 */
export function decodeCoauthorLayout(
  json: unknown,
  records: RecordColumns,
  authorCount: number,
): { readonly layout?: CoauthorLayoutColumns; readonly problem?: Problem } {
  if (json === undefined) return {};
  try {
    const layout = objectAt(json, 'coauthorLayout');
    const maxPairAuthors = wholeAt(layout['maxPairAuthors'], 'coauthorLayout.maxPairAuthors', 1);
    const count = coauthorNodeCount(records, authorCount, maxPairAuthors);
    const x = positionColumn(layout['x'], 'coauthorLayout.x', count);
    const y = positionColumn(layout['y'], 'coauthorLayout.y', count);
    return { layout: { maxPairAuthors, x, y } };
  } catch (fault) {
    if (!(fault instanceof DatasetError)) throw fault;
    const reason = 'the positions are not used, the people are arranged anew';
    return { problem: { code: 'unfit-layout', file: 'dataset', line: 0, text: fault.message, reason } };
  }
}

/** Whole hundredths to layout units. */
function positionColumn(value: unknown, path: string, count: number): Float32Array {
  const list = listAt(value, path);
  if (list.length !== count) {
    throw new DatasetError(path, `has ${list.length} entries, not one for each of ${count} people and hubs`);
  }
  const column = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const hundredths = list[i];
    if (!Number.isInteger(hundredths) || Math.abs(hundredths as number) > 100 * LAYOUT_REACH) {
      throw new DatasetError(
        `${path}[${i}]`,
        `is not a whole number from -${100 * LAYOUT_REACH} to ${100 * LAYOUT_REACH}`,
      );
    }
    column[i] = (hundredths as number) / 100;
  }
  return column;
}

/** Authors with a record, and records that are hubs. */
function coauthorNodeCount(
  { author, authorOffset }: RecordColumns,
  authorCount: number,
  maxPairAuthors: number,
): number {
  const lastRecord = new Int32Array(authorCount).fill(-1);
  let count = 0;
  for (let record = 0; record + 1 < authorOffset.length; record++) {
    let people = 0;
    for (let i = authorOffset[record]!; i < authorOffset[record + 1]!; i++) {
      const id = author[i]!;
      if (lastRecord[id] === record) continue;
      if (lastRecord[id] === -1) count++;
      lastRecord[id] = record;
      people++;
    }
    if (people >= 2 && people > maxPairAuthors) count++;
  }
  return count;
}
