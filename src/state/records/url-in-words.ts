/** The address of a work as a person reads it. */

/** Longer ones are cut in their middle: the site stands first, and what tells works apart last. */
const LONGEST = 64;
const KEPT_AT_END = 24;

/** "doi.org/10.1000/182": host and path, what stands before the host left out. */
export function urlInWords(url: string): string {
  const words = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST - 1 - KEPT_AT_END)}…${words.slice(-KEPT_AT_END)}`;
}
