/** What stands beside colours that compare, and in their place where there is nothing to compare: the same for places and topics. */

export const AGAINST_NOTE = 'coloured only where chance alone is unlikely';
/** More on that, for who asks. */
export const AGAINST_MEANING =
  'How often a place or topic is tagged in what is filtered, against how often in all records, or in what is compared with ' +
  '(location quotient). Of those that do not differ up to one in twenty is coloured by chance. Hidden tags count as not tagged.';

export const NOTHING_PASSES = 'No record passes the filters: there is nothing to compare';
export const NOTHING_THERE = 'No record passes on the other side: there is nothing to compare';
export const NOTHING_TO_COMPARE = 'Filter by a topic, an author or a word to compare with all records';
export const theSame = (kind: string): string =>
  `Both let the same records pass here: change a filter by another kind than ${kind} to compare`;

/**
 * Why nothing is compared, where nothing is.
 * @param kind of the view: "place", "technology"
 * @param passing how many records pass every filter but the view's own
 * @param reference what is compared with, and whether no record passes there; undefined for all records
 */
export function whyNotCompared(
  kind: string,
  passing: number,
  reference: { readonly isEmpty: boolean } | undefined,
): string {
  if (passing === 0) return NOTHING_PASSES;
  if (!reference) return NOTHING_TO_COMPARE;
  return reference.isEmpty ? NOTHING_THERE : theSame(kind);
}
