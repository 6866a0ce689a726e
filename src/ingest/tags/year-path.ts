/** A year as a tag of a facet of the kind "time". */
import { decadeOf, isYear } from '../../model/years.ts';
import type { RecordLog } from '../lines/record-log.ts';

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

/** The same of a value that a source need not have; what is there and is no year is told. */
export function readYear(value: unknown, log: RecordLog): readonly string[] | undefined {
  const path = yearPath(value);
  if (path === undefined && value !== undefined && value !== null) {
    const said = typeof value === 'string' ? value : JSON.stringify(value);
    log('unreadable-tag', `year ${said}`, 'is no year from 1000 to 2999; left out');
  }
  return path;
}
