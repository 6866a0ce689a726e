/** The smallest difference within a set of colours, over every way to see. */
import { ciede2000, labOfHex } from './ciede2000.ts';
import { seenAs, VISION_NAMES, type Vision } from './color-vision.ts';

/** Two colours, how different they look (CIEDE2000), and to whom. */
export interface Difference {
  readonly difference: number;
  readonly first: string;
  readonly second: string;
  readonly vision: Vision;
}

/** CIEDE2000 of two colours as they are seen. */
export function seenDifference(first: string, second: string, vision: Vision): number {
  return ciede2000(labOfHex(seenAs(first, vision)), labOfHex(seenAs(second, vision)));
}

/** The pair that is hardest to tell apart, and to whom. */
export function hardestPair(pairs: readonly (readonly [string, string])[]): Difference {
  const all = pairs.flatMap(([first, second]) =>
    VISION_NAMES.map((vision) => ({
      difference: seenDifference(first, second, vision),
      first,
      second,
      vision,
    })),
  );
  return all.reduce((least, other) => (other.difference < least.difference ? other : least));
}

/** Every pair of different positions. */
export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((first, i) => items.slice(i + 1).map((second) => [first, second] as const));
}
