/** How often something is tagged, against how often elsewhere, as classes: the same for places and topics. */

/** How a place or topic stands against all records, or those of another filter. */
export interface Standing {
  /** How many times as often as expected. */
  readonly value: number;
  /** "more" and "less" where chance alone is unlikely; "untold" of too few records. */
  readonly verdict: 'more' | 'less' | 'expected' | 'untold';
}

/** The classes, which are the colours' positions; breaks are as far from 1 on either side. */
export const AGAINST_LABELS: readonly string[] = [
  'under ½×',
  '½× to 1×',
  'no clear difference',
  '1× to 2×',
  'over 2×',
];
export const AGAINST_MIDDLE = 2;

/** Where it cannot be told: the position after the classes. */
export const AGAINST_UNTOLD = AGAINST_LABELS.length;
export const UNTOLD_LABEL = 'too few records to tell';

/** The class of it, as a position among {@link AGAINST_LABELS}, or {@link AGAINST_UNTOLD}. */
export function againstClass({ value, verdict }: Standing): number {
  if (verdict === 'untold') return AGAINST_UNTOLD;
  if (verdict === 'expected') return AGAINST_MIDDLE;
  if (verdict === 'less') return value < 1 / 2 ? 0 : 1;
  return value > 2 ? 4 : 3;
}
