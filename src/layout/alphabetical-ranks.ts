/** Ranks by the list of names: a list that was ranked once is never sorted again. */
const known = new WeakMap<readonly string[], Uint32Array>();

/**
 * Each name's position when names are sorted as a reader expects: case, accents and quotes aside, numbers by
 * their value; equal names keep their order. Worked out once a list, it makes every later sort a matter of numbers.
 * @param names a list that doesn't change
 */
export function alphabeticalRanks(names: readonly string[]): Uint32Array {
  const before = known.get(names);
  if (before) return before;
  const collator = new Intl.Collator('en', { ignorePunctuation: true, numeric: true, sensitivity: 'base' });
  const order = names.map((_, position) => position);
  order.sort((a, b) => collator.compare(names[a]!, names[b]!) || a - b);
  const ranks = new Uint32Array(names.length);
  order.forEach((position, rank) => (ranks[position] = rank));
  known.set(names, ranks);
  return ranks;
}
