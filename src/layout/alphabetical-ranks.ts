/**
 * Each name's position when names are sorted as a reader expects: case, accents and quotes aside, numbers by
 * their value; equal names keep their order. Worked out once, it makes every later sort a matter of numbers.
 */
export function alphabeticalRanks(names: readonly string[]): Uint32Array {
  const collator = new Intl.Collator('en', { ignorePunctuation: true, numeric: true, sensitivity: 'base' });
  const order = names.map((_, position) => position);
  order.sort((a, b) => collator.compare(names[a]!, names[b]!) || a - b);
  const ranks = new Uint32Array(names.length);
  order.forEach((position, rank) => (ranks[position] = rank));
  return ranks;
}
