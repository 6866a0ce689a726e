/** How days are written. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "22 November 2026" from "2026-11-22". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? date : `${day} ${name} ${year}`;
}
