/** Up to this many entries insertion is quicker than a call into the engine's sort. */
const INSERTION_LIMIT = 24;

/**
 * Sorts a part of a column in place, ascending.
 * @param start first entry, included
 * @param end last entry, excluded
 */
export function sortRow(column: Uint32Array, start: number, end: number): void {
  if (end - start > INSERTION_LIMIT) {
    column.subarray(start, end).sort();
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const value = column[i]!;
    let j = i - 1;
    while (j >= start && column[j]! > value) {
      column[j + 1] = column[j]!;
      j--;
    }
    column[j + 1] = value;
  }
}
