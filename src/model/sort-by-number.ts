/** Sorts by numbers without a function to compare: each item goes to its place at once. */

/**
 * Sorts items by a number of each; equal ones keep the order in which they are given.
 * @param key any number but NaN; asked once for each item
 */
export function sortByNumber(
  items: Uint32Array,
  key: (item: number) => number,
  direction: 'ascending' | 'descending',
): Uint32Array {
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = new Float64Array(items.length);
  let [isRising, isWhole, least, most] = [true, true, Infinity, -Infinity];
  for (let i = 0; i < items.length; i++) {
    const value = sign * key(items[i]!);
    if (i > 0 && value < keys[i - 1]!) isRising = false;
    if (!Number.isInteger(value)) isWhole = false;
    if (value < least) least = value;
    if (value > most) most = value;
    keys[i] = value;
  }
  if (isRising) return items.slice();
  if (!isWhole || most - least > KEYS_AN_ITEM * items.length) {
    toPositions(keys);
    [least, most] = [0, items.length - 1];
  }
  const next = new Uint32Array(most - least + 2);
  for (const value of keys) next[value - least + 1]!++;
  for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
  const sorted = new Uint32Array(items.length);
  for (let i = 0; i < items.length; i++) sorted[next[keys[i]! - least]!++] = items[i]!;
  return sorted;
}

/** So many different keys are counted as they are; more take longer than to find their positions first. */
const KEYS_AN_ITEM = 8;

/** Each key becomes the number of those that are smaller. */
function toPositions(keys: Float64Array): void {
  const sorted = keys.slice().sort();
  for (let i = 0; i < keys.length; i++) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < keys[i]!) low = middle + 1;
      else high = middle;
    }
    keys[i] = low;
  }
}
