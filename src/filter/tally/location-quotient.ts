/**
 * Whether two things are tagged together more often than each by itself lets expect: the location quotient of a topic
 * at a place, with its interval.
 */
import { chanceBeyond, type TogetherCounts } from './chance.ts';

/** How many times as often as expected; 1 is as expected. */
export interface LocationQuotient {
  /** `(both / one) / (other / all)`, 0 or more. */
  readonly value: number;
  /** Its 95 % interval, which holds the value; 0 < `high`. */
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

/**
 * "more" and "less" where the interval lies wholly to one side of 1 and chance alone would hardly make the difference;
 * "untold" of fewer than {@link LEAST_RECORDS} records of either thing.
 */
export type Verdict = 'more' | 'less' | 'expected' | 'untold';

/** Of fewer records no quotient tells anything. */
export const LEAST_RECORDS = 5;

/**
 * What chance makes more rarely to one side is a difference. The interval is too narrow for that where numbers are small:
 * with one record where a fifth of one is expected it would leave out 1, so that the exact chance decides besides.
 */
const RARE = 0.025;

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
  const [low, high] = [Math.min(value, middle / reach), Math.max(value, middle * reach)];
  return { value, low, high, verdict: verdictOf({ both, one, other, all }, low, high) };
}

function verdictOf(records: TogetherCounts, low: number, high: number): Verdict {
  if (Math.min(records.one, records.other) < LEAST_RECORDS) return 'untold';
  if (low > 1 && chanceBeyond(records, 1) < RARE) return 'more';
  return high < 1 && chanceBeyond(records, -1) < RARE ? 'less' : 'expected';
}
