/** How likely chance alone brings two things together as often as they are: the hypergeometric distribution, exactly. */

/** Numbers of records, each 0 or more. */
export interface TogetherCounts {
  /** With both, at most each alone. */
  readonly both: number;
  readonly one: number;
  readonly other: number;
  /** All records, at least `one + other - both`. */
  readonly all: number;
}

/** ln n! up to 9; beyond, Stirling's series is exact to nine digits and more. */
const SMALL = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880].map(Math.log);

function logFactorial(n: number): number {
  const small = SMALL[n];
  if (small !== undefined) return small;
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series;
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** What is left to add is less than this share of the sum. */
const NEGLIGIBLE = 1e-12;

/**
 * The chance of as many records with both, or more (or fewer), if one thing had nothing to do with the other; of exactly
 * as many only half is taken (mid-p, Lancaster 1961), since counts come in steps.
 * @param side 1 for as many or more, -1 for as many or fewer
 */
export function chanceBeyond({ both, one, other, all }: TogetherCounts, side: 1 | -1): number {
  // towards the middle a sum that begins with next to nothing would be worth as little
  if (side * (both * all - one * other) < 0)
    return 1 - beyond({ both, one, other, all }, side === 1 ? -1 : 1);
  return beyond({ both, one, other, all }, side);
}

function beyond({ both, one, other, all }: TogetherCounts, side: 1 | -1): number {
  const neither = all - one - other + both;
  let term = Math.exp(logChoose(one, both) + logChoose(all - one, other - both) - logChoose(all, other));
  let sum = term / 2;
  for (let step = 0; ; step++) {
    const [b, n] = [both + side * step, neither + side * step];
    term *=
      side > 0
        ? ((one - b) * (other - b)) / ((b + 1) * (n + 1))
        : (b * n) / ((one - b + 1) * (other - b + 1));
    sum += term;
    if (term <= sum * NEGLIGIBLE) return sum;
  }
}
