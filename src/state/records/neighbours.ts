/** Where a record stands among the active ones, and which stand beside it. */
import type { RecordIndex } from '../../model/dataset.ts';

export interface Neighbours {
  /** From 0; -1 where the record is not active. */
  readonly position: number;
  readonly previous: RecordIndex | null;
  readonly next: RecordIndex | null;
}

/** @param active ascending */
export function neighboursOf(active: Uint32Array, record: RecordIndex): Neighbours {
  let low = 0;
  let high = active.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (active[middle]! < record) low = middle + 1;
    else high = middle;
  }
  const isActive = active[low] === record;
  return {
    position: isActive ? low : -1,
    previous: active[low - 1] ?? null,
    next: active[isActive ? low + 1 : low] ?? null,
  };
}
