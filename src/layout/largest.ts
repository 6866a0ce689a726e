/** Counts by row; used again by each call, so that a click makes no garbage of the size of all authors. */
let counts = new Int32Array();

/**
 * The rows with the largest counts, the largest first; of equal ones those that come first. Takes time linear in rows
 * and counts: sorting all authors of a large dataset takes longer than a frame.
 * @param rowCount rows are 0 up to here
 * @param limit how many at most
 * @param countOf of a row, a whole number of at least 0; below 0 where the row is not wanted. Asked once for each row
 */
export function largest(rowCount: number, limit: number, countOf: (row: number) => number): number[] {
  if (counts.length < rowCount) counts = new Int32Array(rowCount);
  let most = 0;
  for (let row = 0; row < rowCount; row++) {
    counts[row] = countOf(row);
    most = Math.max(most, counts[row]!);
  }
  const rowsAt = new Uint32Array(most + 1);
  for (let row = 0; row < rowCount; row++) if (counts[row]! >= 0) rowsAt[counts[row]!]!++;
  // all above `least` are wanted, and the first few of those that have it
  let least = most;
  let left = limit;
  while (least > 0 && rowsAt[least]! <= left) left -= rowsAt[least--]!;
  const wanted: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (counts[row]! > least || (counts[row] === least && left-- > 0)) wanted.push(row);
  }
  return wanted.sort((a, b) => counts[b]! - counts[a]! || a - b);
}
