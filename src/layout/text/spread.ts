/** Things on a line, in a given order, as near to where they belong as their sizes let them. */

/**
 * The middles of things that do not overlap, keep their order and lie within the line, at the least sum of squared
 * distances from where they belong; null where the line is too short. With the sizes before each taken off, this is an
 * isotonic regression, solved by pooling adjacent violators (Barlow et al. 1972); the best within bounds is the best
 * without, held to them.
 * @param targets where the middle of each belongs
 * @param sizes how much of the line each takes
 * @param from start of the line
 * @param to its end, in the unit of the sizes
 */
export function spread(
  targets: readonly number[],
  sizes: readonly number[],
  from: number,
  to: number,
): Float64Array | null {
  const count = targets.length;
  // things that touch stand as one block: how many, and where on average they would begin
  const counts = new Int32Array(count);
  const means = new Float64Array(count);
  let blocks = 0;
  let filled = 0;
  for (let i = 0; i < count; i++) {
    let mean = targets[i]! - (filled + sizes[i]! / 2);
    let size = 1;
    while (blocks > 0 && means[blocks - 1]! > mean) {
      blocks -= 1;
      mean = (means[blocks]! * counts[blocks]! + mean * size) / (counts[blocks]! + size);
      size += counts[blocks]!;
    }
    counts[blocks] = size;
    means[blocks] = mean;
    blocks += 1;
    filled += sizes[i]!;
  }
  if (filled > to - from) return null;
  const middles = new Float64Array(count);
  let before = 0;
  for (let block = 0, i = 0; block < blocks; block++) {
    const start = Math.min(Math.max(means[block]!, from), to - filled);
    for (const end = i + counts[block]!; i < end; i++) {
      middles[i] = start + before + sizes[i]! / 2;
      before += sizes[i]!;
    }
  }
  return middles;
}
