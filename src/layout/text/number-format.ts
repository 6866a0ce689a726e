/** How numbers are written, everywhere the same. */
import type { CountingRule } from '../../model/counting-rule.ts';

/** Digits in threes, whatever the reader's language: as the rest of the page is written. */
const grouped = (text: string) => text.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ',');
const whole = (count: number) => grouped(Math.round(count).toFixed(0));
const twoDecimals = (value: number) => grouped(value.toFixed(2));

/** A count: "1,234". */
export function formatCount(count: number): string {
  return whole(count);
}

/** A score given in hundredths, as the source prints it: "0.04". */
export function formatScore(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** A value under a counting rule: whole records, or two decimals. */
export function formatValue(value: number, rule: CountingRule): string {
  return rule === 'records' ? whole(value) : twoDecimals(value);
}

/** The least difference between two values that is seen when they are written. */
export const finestShown = (rule: CountingRule): number => (rule === 'records' ? 1 : 0.01);

/** "1 record", "12 records". */
export function countOf(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * Seen records with what the source may have hidden: "5", or "5 – 8" where three further records
 * have hidden tags that could show the concept.
 */
export function formatSeen(records: number, possible: number): string {
  return possible > 0 ? `${whole(records)} – ${whole(records + possible)}` : whole(records);
}
