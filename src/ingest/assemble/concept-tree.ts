/** The hierarchy of one facet, grown from the paths of its tags. */
import type { ConceptColumns, ConceptId } from '../../model/dataset.ts';
import { pathKey } from '../parsed-record.ts';
import type { ResolvedConcept } from '../places/resolve-all-places.ts';
import { byCodeUnits } from '../columns/text-keys.ts';

/** A facet's concepts: a node for each level of each path, parents before children, siblings by code units. */
export interface ConceptTree {
  readonly concepts: ConceptColumns;
  /** The concept of each path and of each of its beginnings, by path key. */
  readonly idByPath: ReadonlyMap<string, ConceptId>;
}

interface Branch {
  readonly branchByLabel: Map<string, Branch>;
}

const NO_PLACE: ResolvedConcept = {
  level: '',
  code: '',
  numeric: '',
  region: '',
  point: undefined,
  geonames: 0,
};

/**
 * Builds the tree.
 * @param placeByPath what is known of places, by path key; a path that is missing is no place
 */
export function conceptTree(
  paths: Iterable<readonly string[]>,
  placeByPath: ReadonlyMap<string, ResolvedConcept>,
): ConceptTree {
  const rows: Rows = { label: [], parent: [], place: [], idByPath: new Map() };
  addBranches(grow(paths), -1, [], rows, placeByPath);
  const { place } = rows;
  return {
    concepts: {
      label: rows.label,
      parent: Int32Array.from(rows.parent),
      code: place.map((each) => each.code),
      numeric: place.map((each) => each.numeric),
      level: place.map((each) => each.level),
      region: place.map((each) => each.region),
      lon: Float64Array.from(place, (each) => degrees(each.point?.[0])),
      lat: Float64Array.from(place, (each) => degrees(each.point?.[1])),
      geonames: Uint32Array.from(place, (each) => each.geonames),
    },
    idByPath: rows.idByPath,
  };
}

/** Three decimals, about 100 m; NaN for what is not known. */
function degrees(value: number | undefined): number {
  return value === undefined ? NaN : Number(value.toFixed(3)) + 0;
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

interface Rows {
  readonly label: string[];
  readonly parent: number[];
  readonly place: ResolvedConcept[];
  readonly idByPath: Map<string, ConceptId>;
}

function addBranches(
  branch: Branch,
  parent: ConceptId,
  above: readonly string[],
  rows: Rows,
  placeByPath: ReadonlyMap<string, ResolvedConcept>,
): void {
  const labels = [...branch.branchByLabel.keys()].sort(byCodeUnits);
  for (const label of labels) {
    const path = [...above, label];
    const key = pathKey(path);
    const id = rows.label.length;
    rows.label.push(label);
    rows.parent.push(parent);
    rows.place.push(placeByPath.get(key) ?? NO_PLACE);
    rows.idByPath.set(key, id);
    addBranches(branch.branchByLabel.get(label)!, id, path, rows, placeByPath);
  }
}
