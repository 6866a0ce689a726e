/** Sorts by names as a reader expects: word by word ("A. Silva" before "Ana Kim"), case, accents and punctuation aside. */

/** What stands between words: all that is no letter, mark, number or symbol, within a word too. */
const NO_WORD = /[\p{P}\s]+/gu;

/** A name as it is sorted. */
export const wordsOf = (name: string): string => name.replace(NO_WORD, ' ').trim();

/** Compares such names; numbers in them by their value. */
export const readersCollator = (): Intl.Collator =>
  new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts items by a name of each; those of equal names keep the order in which they are given. */
export function sortByName(items: ArrayLike<number>, nameOf: (item: number) => string): Uint32Array {
  const collator = readersCollator();
  const keys = Array.from(items, (item) => wordsOf(nameOf(item)));
  const order = keys.map((_, position) => position);
  order.sort((a, b) => collator.compare(keys[a]!, keys[b]!) || a - b);
  return Uint32Array.from(order, (position) => items[position]!);
}

/** The position of each item when they are sorted so. */
export function ranksBy(
  items: ArrayLike<number>,
  nameOf: (item: number) => string,
): ReadonlyMap<number, number> {
  return new Map(Array.from(sortByName(items, nameOf), (item, rank) => [item, rank] as const));
}

/** Each name's position when they are sorted: with it, every later sort is a matter of numbers. */
export function alphabeticalRanks(names: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(names.length);
  sortByName([...names.keys()], (position) => names[position]!).forEach((position, rank) => {
    ranks[position] = rank;
  });
  return ranks;
}
