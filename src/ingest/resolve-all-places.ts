/** Resolves all geographic paths of the input, once each, and lists those without a country. */
import type { Country } from './country-names.ts';
import { pathKey, type TaggedPath } from './parsed-record.ts';
import { resolvePlace } from './resolve-places.ts';

/** What the places of the input came to. */
export interface Gazetteer {
  /** By the key of the path that ends at the country: "Europe", "Austria" for "Europe > Austria > Vienna". */
  readonly countryByPath: ReadonlyMap<string, Country>;
  /** Distinct tagged paths in which a country was found. */
  readonly resolved: number;
  /** Distinct tagged paths without one that are no continent or ocean, where each stands first. */
  readonly unresolved: readonly TaggedPath[];
}

/** Resolves each distinct path; `paths` come in reading order. */
export function gazetteer(paths: Iterable<TaggedPath>): Gazetteer {
  const seen = new Set<string>();
  const countryByPath = new Map<string, Country>();
  const unresolved: TaggedPath[] = [];
  let resolved = 0;
  for (const tagged of paths) {
    const key = pathKey(tagged.path);
    if (seen.has(key)) continue;
    seen.add(key);
    const place = resolvePlace(tagged.path);
    if (place.kind === 'country') {
      resolved++;
      countryByPath.set(pathKey(tagged.path.slice(0, place.level + 1)), place.country);
    } else if (place.kind === 'unresolved') unresolved.push(tagged);
  }
  return { countryByPath, resolved, unresolved };
}
