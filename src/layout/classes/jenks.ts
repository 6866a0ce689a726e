/**
 * Natural breaks: the cut of values into classes whose members differ least from each other. The exact answer by
 * dynamic programming (Fisher 1958, doi:10.1080/01621459.1958.10501479), which Jenks brought to maps.
 */
import type { ValueGroup } from './class-breaks.ts';

/** Adds up squared distances from the mean while values come in one by one (Welford 1962, doi:10.2307/1266577). */
interface Spread {
  weight: number;
  mean: number;
  squares: number;
}

function add(spread: Spread, { low, count }: ValueGroup): void {
  const gap = low - spread.mean;
  spread.weight += count;
  spread.mean += (gap * count) / spread.weight;
  spread.squares += count * gap * (low - spread.mean);
}

/**
 * Where the classes begin, as positions in `groups`: the first is 0. Of equally good cuts the one with the earlier
 * breaks. Takes time in proportion to classes × groups².
 * @param groups distinct values, ascending
 * @param classCount 1 or more; with fewer groups than classes, every group begins one
 */
export function jenksStarts(groups: readonly ValueGroup[], classCount: number): number[] {
  const size = groups.length;
  const most = Math.min(classCount, size);
  // least[c][end]: the least sum of squares of the first `end` groups in c + 1 classes; cut: where the last begins
  const least = Array.from({ length: most }, () => new Float64Array(size + 1).fill(Infinity));
  const cut = Array.from({ length: most }, () => new Uint32Array(size + 1));
  for (let end = 1; end <= size; end++) {
    const spread: Spread = { weight: 0, mean: 0, squares: 0 };
    for (let start = end - 1; start >= 0; start--) {
      add(spread, groups[start]!);
      if (start === 0) least[0]![end] = spread.squares;
      for (let c = 1; c < most && c <= start; c++) {
        const sum = least[c - 1]![start]! + spread.squares;
        if (sum > least[c]![end]!) continue;
        least[c]![end] = sum;
        cut[c]![end] = start;
      }
    }
  }
  const starts: number[] = [];
  for (let c = most - 1, end = size; c >= 0; c--) {
    end = c === 0 ? 0 : cut[c]![end]!;
    starts.unshift(end);
  }
  return starts;
}

/** The sum of squared distances of the values from their class's mean. */
export function squaresWithin(groups: readonly ValueGroup[], starts: readonly number[]): number {
  let sum = 0;
  starts.forEach((start, i) => {
    const spread: Spread = { weight: 0, mean: 0, squares: 0 };
    for (const group of groups.slice(start, starts[i + 1])) add(spread, group);
    sum += spread.squares;
  });
  return sum;
}

/**
 * How much of the values' variance the classes explain: 0 (none) to 1 (all values of a class are equal), the
 * "goodness of variance fit" of cartography.
 */
export function goodnessOfFit(groups: readonly ValueGroup[], starts: readonly number[]): number {
  const all = squaresWithin(groups, [0]);
  return all === 0 ? 1 : 1 - squaresWithin(groups, starts) / all;
}
