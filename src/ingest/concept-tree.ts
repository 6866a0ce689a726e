/** The hierarchy of one facet, grown from the paths of its tags. */
import type { ConceptColumns, ConceptId, PlaceLevel } from '../model/dataset.ts';
import type { Country } from './country-names.ts';
import { pathKey } from './parsed-record.ts';
import { byCodeUnits } from './text-keys.ts';

/** A facet's concepts: a node for each level of each path, parents before children, siblings by code units. */
export interface ConceptTree {
  readonly concepts: ConceptColumns;
  /** The concept of each path and of each of its beginnings, by path key. */
  readonly idByPath: ReadonlyMap<string, ConceptId>;
}

interface Branch {
  readonly branchByLabel: Map<string, Branch>;
}

/**
 * Builds the tree.
 * @param countryByPath the countries, by the key of the path that ends at them
 */
export function conceptTree(
  paths: Iterable<readonly string[]>,
  countryByPath: ReadonlyMap<string, Country>,
): ConceptTree {
  const columns: TreeColumns = {
    label: [],
    parent: [],
    code: [],
    numeric: [],
    level: [],
    idByPath: new Map(),
  };
  addBranches(grow(paths), -1, [], columns, countryByPath);
  return {
    concepts: {
      label: columns.label,
      parent: Int32Array.from(columns.parent),
      code: columns.code,
      numeric: columns.numeric,
      level: columns.level,
      region: columns.label.map(() => ''),
      lon: new Float64Array(columns.label.length).fill(NaN),
      lat: new Float64Array(columns.label.length).fill(NaN),
      geonames: new Uint32Array(columns.label.length),
    },
    idByPath: columns.idByPath,
  };
}

function grow(paths: Iterable<readonly string[]>): Branch {
  const root: Branch = { branchByLabel: new Map() };
  for (const path of paths) {
    let at = root;
    for (const label of path) {
      const next = at.branchByLabel.get(label) ?? { branchByLabel: new Map<string, Branch>() };
      at.branchByLabel.set(label, next);
      at = next;
    }
  }
  return root;
}

interface TreeColumns {
  readonly label: string[];
  readonly parent: number[];
  readonly code: string[];
  readonly numeric: string[];
  readonly level: PlaceLevel[];
  readonly idByPath: Map<string, ConceptId>;
}

function addBranches(
  branch: Branch,
  parent: ConceptId,
  above: readonly string[],
  columns: TreeColumns,
  countryByPath: ReadonlyMap<string, Country>,
): void {
  const labels = [...branch.branchByLabel.keys()].sort(byCodeUnits);
  for (const label of labels) {
    const path = [...above, label];
    const key = pathKey(path);
    const id = columns.label.length;
    const country = countryByPath.get(key);
    columns.label.push(label);
    columns.parent.push(parent);
    columns.code.push(country?.code ?? '');
    columns.numeric.push(country?.numeric ?? '');
    columns.level.push(country === undefined ? '' : 'country');
    columns.idByPath.set(key, id);
    addBranches(branch.branchByLabel.get(label)!, id, path, columns, countryByPath);
  }
}
