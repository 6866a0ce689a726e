/**
 * Whether two things are tagged together more often than each by itself lets expect: the location quotient of a topic
 * at a place, with its interval; and whether a thing is shown more often among some records than among others.
 */
import { chanceBeyond, type TogetherCounts } from './chance.ts';

/** How many times as often as expected; 1 is as expected. */
export interface LocationQuotient {
  /** `(both / one) / (other / all)`, 0 or more; infinite where it is shown here and never there. */
  readonly value: number;
  /** Its 95 % interval, which holds the value; 0 < `high`, and `low` is finite. */
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

/**
 * "more" and "less" where the interval lies wholly to one side of 1 and chance alone would hardly make the difference;
 * "untold" of fewer than {@link LEAST_RECORDS} records of either, or with the thing.
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

/** Added to each kind of records that there is, so that none is empty (Haldane, Anscombe 1956). */
const CONTINUITY = 0.5;

/** Some records, and how many of them show a thing. */
export interface ShowingOf {
  readonly showing: number;
  readonly of: number;
}

/** Two choices of records that may overlap. */
export interface TwoChoices {
  readonly here: ShowingOf;
  readonly there: ShowingOf;
  /** The records of both. */
  readonly shared: ShowingOf;
}

/**
 * The quotient of two things among all records, and its interval.
 * @returns null where one of the two has no record: nothing can be expected then
 */
export function locationQuotient({ both, one, other, all }: TogetherCounts): LocationQuotient | null {
  const here = { showing: both, of: one };
  return quotientOf({ here, there: { showing: other, of: all }, shared: here });
}

/**
 * How many times as often a thing is shown here as there, and the interval. Where all that is here is there too, this is
 * the location quotient. The interval is log-normal, with the variance of the logarithm by the delta method for records
 * drawn at random: that of either share, 1/showing - 1/of, less twice the covariance that the shared records bring,
 * showing/(showing here · showing there) · (1 - showing/of).
 * @returns null where one has no record, and where none of either shows it: nothing can be expected then
 */
export function quotientOf({ here, there, shared }: TwoChoices): LocationQuotient | null {
  const shownAtAll = here.showing + there.showing - shared.showing;
  if (here.of === 0 || there.of === 0 || shownAtAll === 0) return null;
  const value = (here.showing * there.of) / (here.of * there.showing);
  const kinds = (of: number) => (of > 0 ? 1 : 0);
  const ofShared = kinds(shared.of);
  const [a, b, s] = [
    widened(here, ofShared + kinds(here.of - shared.of)),
    widened(there, ofShared + kinds(there.of - shared.of)),
    widened(shared, ofShared),
  ];
  const covariance = s.of === 0 ? 0 : (s.showing * (1 - s.showing / s.of)) / (a.showing * b.showing);
  const variance = 1 / a.showing - 1 / a.of + 1 / b.showing - 1 / b.of - 2 * covariance;
  const reach = Math.exp(Z_95 * Math.sqrt(Math.max(0, variance)));
  const middle = (a.showing * b.of) / (a.of * b.showing);
  const [low, high] = [Math.min(value, middle / reach), Math.max(value, middle * reach)];
  const isUntold = Math.min(here.of, there.of, shownAtAll) < LEAST_RECORDS;
  return { value, low, high, verdict: isUntold ? 'untold' : verdictOf({ here, there, shared }, low, high) };
}

/** With what is added to so many kinds of records that show it, and as many that do not. */
const widened = ({ showing, of }: ShowingOf, kinds: number): ShowingOf => ({
  showing: showing + kinds * CONTINUITY,
  of: of + 2 * kinds * CONTINUITY,
});

function verdictOf(choices: TwoChoices, low: number, high: number): Verdict {
  if (low > 1 && chanceOf(choices, 1) < RARE) return 'more';
  return high < 1 && chanceOf(choices, -1) < RARE ? 'less' : 'expected';
}

/** The chance of what is here beside the rest of what is there; where no rest is, of what is there beside the rest here. */
function chanceOf({ here, there, shared }: TwoChoices, side: 1 | -1): number {
  const either = {
    other: here.showing + there.showing - shared.showing,
    all: here.of + there.of - shared.of,
  };
  return there.of > shared.of
    ? chanceBeyond({ both: here.showing, one: here.of, ...either }, side)
    : chanceBeyond({ both: there.showing, one: there.of, ...either }, side === 1 ? -1 : 1);
}
