/** The areas of a country by what their names are compared by. */
import type { AreaKeys, GazetteerArea } from './gazetteer.ts';
import { bareKey, placeKey } from './place-key.ts';

type Index = Map<string, Set<GazetteerArea>>;

/** The keys of all names of areas. */
export function areaKeysOf(areas: Iterable<GazetteerArea>): AreaKeys {
  const { exact, bare } = areaIndexes(areas);
  const { byCode, regionByAdmin1 } = areaCodes(areas);
  let regions: ReadonlyMap<string, readonly GazetteerArea[]> | undefined;
  return {
    exact: (key) => [...(exact.get(key) ?? [])],
    bare: (key) => [...(bare.get(key) ?? [])],
    get regions() {
      return (regions ??= regionsOf(bare));
    },
    withCode: (code) => byCode.get(code),
    regionByAdmin1,
  };
}

/** By their own codes, and by GeoNames' codes of the first level. */
export function areaCodes(areas: Iterable<GazetteerArea>) {
  const byCode = new Map<string, GazetteerArea>();
  const regionByAdmin1 = new Map<string, string>();
  for (const area of areas) {
    if (area.code !== '' && !byCode.has(area.code)) byCode.set(area.code, area);
    if (area.admin1 !== '' && area.admin2 === '') regionByAdmin1.set(area.admin1, area.region);
  }
  return { byCode, regionByAdmin1 };
}

/** By whole keys and by bare ones, areas in their order. */
export function areaIndexes(areas: Iterable<GazetteerArea>): { readonly exact: Index; readonly bare: Index } {
  const exact: Index = new Map();
  const bare: Index = new Map();
  for (const area of areas) {
    for (const name of area.names) {
      const key = placeKey(name);
      if (key === '') continue;
      addTo(exact, key, area);
      addTo(bare, bareKey(key), area);
    }
  }
  return { exact, bare };
}

/** Those names only that a first-level region has, in the same order. */
function regionsOf(index: Index): Map<string, GazetteerArea[]> {
  const found = new Map<string, GazetteerArea[]>();
  for (const [name, areas] of index) {
    const regions = [...areas].filter((area) => area.code !== '' && area.code === area.region);
    if (regions.length > 0) found.set(name, regions);
  }
  return found;
}

function addTo(index: Index, key: string, area: GazetteerArea): void {
  const areas = index.get(key);
  if (areas) areas.add(area);
  else index.set(key, new Set([area]));
}
