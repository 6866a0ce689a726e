/** What is shown while what comes next is not known yet. */

/**
 * The last value that was known: what stands there stays until the next one is. Call in a set-up.
 * @param first stands before any was known
 */
export function lastKnown<T>(value: () => T, isKnown: () => boolean, first: T): () => T {
  let last = first;
  const known = $derived.by(() => {
    if (isKnown()) last = value();
    return last;
  });
  return () => known;
}
