/**
 * Places that names alone cannot settle, from a CSV file with the columns path, code, lon, lat, note. `path` is written
 * as tags are ("Europe > Spain > Cambridge"), `code` is ISO 3166-1 alpha-3 or ISO 3166-2 or empty, `lon` and `lat` are
 * degrees or both empty; `note` says why, for people.
 */
import { excerpt, type Problem } from '../../model/problem.ts';
import { csvCells, csvRows, headerFault } from '../../model/table/csv-cells.ts';
import type { Point } from './gazetteer.ts';
import { pathKey } from '../parsed-record.ts';
import { placeKey } from './place-key.ts';

/** What a path stands for, whatever its names say. A code or a point, or both. */
export interface PlaceOverride {
  /** ISO 3166-1 alpha-3, ISO 3166-2 or "". */
  readonly code: string;
  readonly point: Point | undefined;
}

/** Overrides by {@link overrideKey}. */
export type PlaceOverrides = ReadonlyMap<string, PlaceOverride>;

/** Compares paths as names are compared: without regard to case, diacritics and punctuation. */
export function overrideKey(path: readonly string[]): string {
  return pathKey(path.map(placeKey));
}

const HEADER = 'path,code,lon,lat,note';
const CODE = /^(?:[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3})?$/;
const DEGREES = /^-?\d{1,3}(?:\.\d+)?$/;

/** Reads the file; a line that cannot be used is a problem, and the others hold. Lines with "#" first are remarks. */
export function parsePlaceOverrides(
  file: string,
  text: string,
): { readonly overrides: PlaceOverrides; readonly problems: readonly Problem[] } {
  const overrides = new Map<string, PlaceOverride>();
  const problems: Problem[] = [];
  csvRows(text).forEach((row, i) => {
    const isHeader = i === 0 && row.text.trim() === HEADER;
    if (isHeader) return;
    const fault = i === 0 ? headerFault(row.text, HEADER) : addOverride(overrides, row.text);
    if (fault !== undefined) {
      const reason = `${fault}; the line is left out`;
      problems.push({ code: 'faulty-override', file, line: row.line, text: excerpt(row.text), reason });
    }
  });
  return { overrides, problems };
}

function addOverride(overrides: Map<string, PlaceOverride>, line: string): string | undefined {
  const cells = csvCells(line);
  if (typeof cells === 'string') return cells;
  if (cells.length < 4 || cells.length > 5) return `${cells.length} columns, not 4 or 5`;
  const [path = '', code = '', lon = '', lat = ''] = cells.map((cell) => cell.trim());
  const levels = path.split('>').map((level) => level.trim());
  if (levels.some((level) => placeKey(level) === '')) return 'a level of the path has no name';
  if (!CODE.test(code)) return `"${code}" is neither ISO 3166-1 alpha-3 nor ISO 3166-2`;
  if ((lon === '') !== (lat === '')) return 'lon and lat stand together or not at all';
  if (lon !== '' && !(isDegrees(lon, 180) && isDegrees(lat, 90))) return 'lon or lat is not in degrees';
  if (code === '' && lon === '') return 'neither a code nor a point';
  const key = overrideKey(levels);
  if (overrides.has(key)) return 'the path stands in an earlier line';
  overrides.set(key, { code, point: lon === '' ? undefined : [Number(lon), Number(lat)] });
  return undefined;
}

const isDegrees = (text: string, limit: number) => DEGREES.test(text) && Math.abs(Number(text)) <= limit;
