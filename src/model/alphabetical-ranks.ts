/** Ranks by the list of names: a list that was ranked once is never sorted again. */
const known = new WeakMap<readonly string[], Uint32Array>();

/** What stands between words: all that is no letter, mark, number or symbol, within a word too. */
const NO_WORD = /[\p{P}\s]+/gu;

/** A name as it is sorted. */
export const wordsOf = (name: string): string => name.replace(NO_WORD, ' ').trim();

/** Compares such names. */
export const readersCollator = (): Intl.Collator =>
  new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Each name's position when names are sorted as a reader expects: word by word ("A. Silva" before "Ana Kim"), case,
 * accents and punctuation aside, numbers by their value; equal names keep their order. Worked out once a list, it makes
 * every later sort a matter of numbers.
 * @param names a list that doesn't change
 */
export function alphabeticalRanks(names: readonly string[]): Uint32Array {
  const before = known.get(names);
  if (before) return before;
  const collator = readersCollator();
  const keys = names.map(wordsOf);
  const order = names.map((_, position) => position);
  order.sort((a, b) => collator.compare(keys[a]!, keys[b]!) || a - b);
  const ranks = new Uint32Array(names.length);
  order.forEach((position, rank) => (ranks[position] = rank));
  known.set(names, ranks);
  return ranks;
}
