/** How far two spellings are apart. */

/** How many letters may differ in a name of that length. */
export function editLimit(name: string): number {
  return name.length >= 9 ? 2 : name.length >= 5 ? 1 : 0;
}

/** Letters to add, drop or change to make one name of the other; more than `limit` is given as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (row.length <= b.length) row = new Uint32Array(2 * b.length + 1);
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let diagonal = row[0]!;
    let least = (row[0] = i);
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      const changed = diagonal + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const cost = Math.min(changed, above + 1, row[j - 1]! + 1);
      diagonal = above;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  return Math.min(row[b.length]!, limit + 1);
}

/** Which of 32 kinds of letters a name has, as bits. */
export function letterKinds(name: string): number {
  let kinds = 0;
  for (let i = 0; i < name.length; i++) kinds |= 1 << (name.charCodeAt(i) & 31);
  return kinds;
}

/** Names of these {@link letterKinds} are at least so far apart: an edit brings or takes one kind at most. */
export function leastDistance(a: number, b: number): number {
  return Math.max(bitCount(a & ~b), bitCount(b & ~a));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Used again by every call. */
let row = new Uint32Array(64);
