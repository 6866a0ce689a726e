/**
 * How sure a place's tags are, as one of the palette's levels. Scores are not probabilities: they only say which
 * tags their source trusts more. So the levels cut the scores that occur, and claim nothing beyond "higher" and "lower".
 */
import { LEVEL_COUNT } from './uncertainty-palette.ts';

/** The cuts between the levels. */
export interface CertaintyScale {
  /** The lowest score that counts, in hundredths: no mean lies below. */
  readonly lowest: number;
  /** Mean scores in whole hundredths, from the most certain level on: level i holds means of `cuts[i]` and more. */
  readonly cuts: readonly number[];
}

/** One sentence for tooltips and the about panel. */
export const CERTAINTY_MEANING =
  'The mean score of the tags counted at a place. The levels are thirds of the way from the lowest score that ' +
  'counts to the mean that nine in ten places do not exceed; a score is no probability.';

/** Names of the levels, from the most certain. */
export const CERTAINTY_LABELS: readonly string[] = ['surest', 'less sure', 'least sure'];

/** So many of the places lie at or below the upper end: one place with a single very sure tag shall not move all others. */
const UPPER_SHARE = 0.9;

/**
 * Cuts mean scores into levels of the same width. Where all places are about as sure, all are on the most certain
 * level, because the scale begins at the lowest score and not at the lowest mean.
 * @param means mean counted score of each place with a value, in hundredths, 0 to 100; any order
 * @param lowest the lowest score that counts, in hundredths: the threshold, or the facet's lowest score if higher
 */
export function certaintyScale(means: readonly number[], lowest: number): CertaintyScale {
  const sorted = [...means].sort((a, b) => a - b);
  const upper = sorted[Math.max(0, Math.ceil(UPPER_SHARE * sorted.length) - 1)] ?? lowest;
  const width = Math.max(0, upper - lowest) / LEVEL_COUNT;
  const cuts = Array.from({ length: LEVEL_COUNT - 1 }, (_, i) =>
    Math.round(lowest + (LEVEL_COUNT - 1 - i) * width),
  );
  return { lowest, cuts };
}

/** The level of a mean score: 0 (most certain) to `LEVEL_COUNT - 1`. */
export function certaintyLevel({ cuts }: CertaintyScale, mean: number): number {
  const level = cuts.findIndex((cut) => mean >= cut - 1e-9);
  return level < 0 ? cuts.length : level;
}

/** The certainty of a mean score as the palette takes it: the middle of its level, between 0 and 1. */
export function certaintyShare(scale: CertaintyScale, mean: number): number {
  return (LEVEL_COUNT - certaintyLevel(scale, mean) - 0.5) / LEVEL_COUNT;
}

/**
 * The mean scores of each level in words, from the most certain: "0.14 and more", "0.09 to 0.14", "0.04 to 0.09",
 * the upper limit excluded; "–" for a level that no mean can fall into.
 */
export function certaintyLimits({ lowest, cuts }: CertaintyScale): string[] {
  const score = (hundredths: number) => (hundredths / 100).toFixed(2);
  return [...cuts, lowest].map((from, i) => {
    const to = cuts[i - 1];
    if (to === undefined) return `${score(from)} and more`;
    return to > from ? `${score(from)} to ${score(to)}` : '–';
  });
}
