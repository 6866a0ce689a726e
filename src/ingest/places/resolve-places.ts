/** Finds the country in a geographic path. */
import { countryNamed, type Country } from './country-names.ts';
import { isContinent, isOpenWater, isWorldRegion } from './world-regions.ts';

/**
 * `country`: found at that level of the path, from 0 · `larger`: a continent, an ocean or a sea, which no single
 * country could name · `unresolved`: anything else
 */
export type ResolvedPlace =
  | { readonly kind: 'country'; readonly level: number; readonly country: Country }
  | { readonly kind: 'larger' }
  | { readonly kind: 'unresolved' };

/**
 * Resolves a path to a country by name. The continent and informal regions are passed over and decide nothing; the
 * first other level must be a country, and what stands below it is not looked at ("United States > Georgia").
 */
export function resolvePlace(path: readonly string[]): ResolvedPlace {
  for (let level = 0; level < path.length; level++) {
    const name = path[level]!;
    // "Antarctica" is a continent and a country of ISO 3166-1: the country by itself, the continent above others
    const isAbove = level === 0 && path.length > 1;
    const country = isAbove && isContinent(name) ? undefined : countryNamed(name);
    if (country !== undefined) return { kind: 'country', level, country };
    if (!isWorldRegion(name) && !isOpenWater(name)) return { kind: 'unresolved' };
  }
  const isLarger = path.every((name, level) => isOpenWater(name) || (level === 0 && isContinent(name)));
  return { kind: isLarger ? 'larger' : 'unresolved' };
}
