/** A year as a tag of a facet of the kind "time". */
import { decadeOf, isYear } from '../../model/years.ts';

/**
 * The path of a year, ["2010s", "2014"].
 * @param value 2014 or "2014", as sources have it
 * @returns undefined for what is no year from 1000 to 2999
 */
export function yearPath(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const year = String(value).trim();
  return isYear(year) ? [decadeOf(year), year] : undefined;
}
