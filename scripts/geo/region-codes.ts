import { readFileSync } from 'node:fs';
import { iso31662 } from 'iso-3166';
import { NEWER_CODES, OUTDATED_AREAS, OWN_CODES, WITHDRAWN_CODES } from './region-policy.ts';
import type { OwnedUnit } from './types.ts';

/** What is known of a first-level code. */
export interface RegionStatus {
  /** Set when the area is that of before a reform. */
  readonly outdated?: true;
  /** Set when ISO 3166-2 has no such code. */
  readonly unofficial?: true;
}

const ISO_NAME_BY_CODE: ReadonlyMap<string, string> = new Map(iso31662.map(({ code, name }) => [code, name]));
const ALPHA2_WITH_CODES: ReadonlySet<string> = new Set(iso31662.map(({ code }) => code.slice(0, 2)));

/** Reads a table of two columns, its heading left out. No cell has a comma. */
function readPairs(file: string): Map<string, string> {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return new Map(
    lines.map((line) => {
      const [key = '', value = ''] = line.split(',');
      return [key, value];
    }),
  );
}

const RECODINGS = readPairs('region-codes.csv');

/** English names by code, where the source has none that fits. */
export const REGION_NAMES: ReadonlyMap<string, string> = readPairs('region-names.csv');

/** Name of a code in ISO 3166-2, in the national spelling; undefined for codes that are not in it. */
export function isoRegionName(code: string): string | undefined {
  return ISO_NAME_BY_CODE.get(code);
}

/**
 * The code a unit is filed under today: its own, or what region-codes.csv says by the unit's key in the source, its
 * code there, or the source's country code. Empty when it has none and is left out.
 */
export function currentCode({ unit, regionCode }: OwnedUnit): string {
  const recoded = RECODINGS.get(unit.key) ?? RECODINGS.get(regionCode) ?? RECODINGS.get(unit.adm0);
  return recoded ?? regionCode.replace('~', '');
}

/** What is known of a code. Throws for a code that neither ISO 3166-2 nor the policy knows. */
export function statusOf(code: string): RegionStatus {
  if (ISO_NAME_BY_CODE.has(code)) return OUTDATED_AREAS.includes(code) ? { outdated: true } : {};
  if (NEWER_CODES.includes(code)) return {};
  if (WITHDRAWN_CODES.includes(code)) return { outdated: true };
  if (OWN_CODES.includes(code) || !ALPHA2_WITH_CODES.has(code.slice(0, 2))) return { unofficial: true };
  throw new Error(`unknown region code: "${code}"`);
}
