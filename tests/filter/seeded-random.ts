/** Random numbers that a seed repeats, and the distributions that synthetic datasets are drawn from. */

/** A draw from a distribution. */
export type Draw = () => number;

/**
 * Uniform numbers in [0, 1) by mulberry32 (Tommy Ettinger, public domain).
 * @param seed a whole number; the same seed gives the same numbers
 */
export function uniform(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Whole numbers 0 to `count - 1`; number k comes up in proportion to 1 / (k + 1) ** exponent. */
export function zipf(random: Draw, count: number, exponent: number): Draw {
  const cumulated = new Float64Array(count);
  let total = 0;
  for (let k = 0; k < count; k++) cumulated[k] = total += (k + 1) ** -exponent;
  return () => {
    const target = random() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulated[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Whole numbers from `min` with P(n or more) = (min / n) ** exponent, cut off at `max`. */
export function pareto(random: Draw, min: number, max: number, exponent: number): Draw {
  return () => Math.min(max, Math.floor(min * (1 - random()) ** (-1 / exponent)));
}

/** One of the values, each as likely. */
export function oneOf<T>(random: Draw, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}
