/** Round numbers beside bars, so that a bar without a number of its own can be read too. */
import { roundDownTo125 } from '../classes/class-breaks.ts';

/** Two numbers nearer to each other than this run together, px. */
const LEAST_APART_PX = 11.5;
/** More of them would be louder than the bars; fewer would often leave one alone. */
const MOST_TICKS = 4;

/**
 * Two to four multiples of 1, 2 or 5 times a power of ten up to the largest value, fewer where bars are low.
 * @param most the largest value of all bars
 * @param highPx how high its bar is
 * @param finest the least difference that numbers show: 1 for counts, of which there are no halves
 */
export function valueTicks(most: number, highPx: number, finest: number): number[] {
  if (most <= 0 || highPx < LEAST_APART_PX) return [];
  const share = Math.max(LEAST_APART_PX / highPx, 1 / (MOST_TICKS + 1 - 1e-6));
  const step = roundUpTo125(Math.max(finest, most * share));
  return Array.from({ length: Math.floor(most / step + 1e-9) }, (_, i) => (i + 1) * step);
}

/** One over such a number is such a number again. */
const roundUpTo125 = (value: number) => Number((1 / roundDownTo125(1 / value)).toPrecision(9));
