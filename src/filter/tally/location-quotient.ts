/**
 * Whether two things are tagged together more often than each by itself lets expect: the location quotient of a topic
 * at a place, with its interval.
 */

/** Numbers of records, each 0 or more. */
export interface TogetherCounts {
  /** With both, at most each alone. */
  readonly both: number;
  readonly one: number;
  readonly other: number;
  /** All records, at least `one + other - both`. */
  readonly all: number;
}

/** How many times as often as expected; 1 is as expected. */
export interface LocationQuotient {
  /** `(both / one) / (other / all)`, 0 or more. */
  readonly value: number;
  /** Its 95 % interval, which holds the value; 0 < `high`. */
  readonly low: number;
  readonly high: number;
  /** Whether there are enough records for it to tell something: {@link LEAST_RECORDS} of either thing. */
  readonly isTelling: boolean;
}

/** Of fewer records no quotient tells anything. */
export const LEAST_RECORDS = 5;

/** Standard errors to either side of a 95 % interval. */
const Z_95 = 1.959964;

/** Added to each of the four kinds of records (both, either alone, neither), so that none is empty (Haldane, Anscombe 1956). */
const CONTINUITY = 0.5;

/**
 * The quotient and its interval. That is log-normal, with the variance of the logarithm by the delta method for records drawn
 * at random: 1/both - 1/one - 1/other + 2 both / (one · other) - 1/all, which is the usual one where both are independent.
 * @returns null where one of the two has no record: nothing can be expected then
 */
export function locationQuotient({ both, one, other, all }: TogetherCounts): LocationQuotient | null {
  if (one === 0 || other === 0) return null;
  const value = (both * all) / (one * other);
  const b = both + CONTINUITY;
  const o = one + 2 * CONTINUITY;
  const p = other + 2 * CONTINUITY;
  const n = all + 4 * CONTINUITY;
  const variance = 1 / b - (1 / o + 1 / p) + (2 * b) / (o * p) - 1 / n;
  const reach = Math.exp(Z_95 * Math.sqrt(Math.max(0, variance)));
  const middle = (b * n) / (o * p);
  return {
    value,
    low: Math.min(value, middle / reach),
    high: Math.max(value, middle * reach),
    isTelling: Math.min(one, other) >= LEAST_RECORDS,
  };
}
