/**
 * The rows with the largest counts, the largest first; of equal ones those that come first. Takes time linear in rows
 * and counts: sorting all authors of a large dataset takes longer than a frame.
 * @param rows ascending
 * @param limit how many at most
 * @param countOf of a row, a whole number of at least 0
 */
export function largest(rows: readonly number[], limit: number, countOf: (row: number) => number): number[] {
  const counts = new Uint32Array(rows.length);
  for (let i = 0; i < counts.length; i++) counts[i] = countOf(rows[i]!);
  let most = 0;
  for (let i = 0; i < counts.length; i++) most = Math.max(most, counts[i]!);
  const rowsAt = new Uint32Array(most + 1);
  for (let i = 0; i < counts.length; i++) rowsAt[counts[i]!]!++;
  // all above `least` are wanted, and the first few of those that have it
  let least = most;
  let left = limit;
  while (least > 0 && rowsAt[least]! <= left) left -= rowsAt[least--]!;
  const wanted: number[] = [];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > least || (counts[i] === least && left-- > 0)) wanted.push(i);
  }
  return wanted.sort((a, b) => counts[b]! - counts[a]! || a - b).map((i) => rows[i]!);
}
