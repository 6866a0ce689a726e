/**
 * Nodes for places that several concepts stand for: "Asia > Middle East > Cyprus" and "Europe > Cyprus" are both CYP,
 * "United States > California" and "United States > San Diego" both lie in US-CA.
 */
import type { ConceptColumns, ConceptId } from '../../model/dataset.ts';

/** One node that stands for all concepts of one place. A record shows it when it shows any member. */
export interface UnionNode {
  /** Node id: at least the facet's number of concepts. */
  readonly node: number;
  /** The key of the place, see {@link PlaceNodes.nodeByCode}; never "". */
  readonly code: string;
  /** Two concepts or more, ascending. */
  readonly members: readonly ConceptId[];
  /**
   * Two members or more that stand below no other member: what falls below them is all that falls below the union,
   * once.
   */
  readonly upperMembers: readonly ConceptId[];
}

/** The places of a facet. */
export interface PlaceNodes {
  /** In the order of {@link nodeByCode}; ids follow on those of the concepts. */
  readonly unions: readonly UnionNode[];
  /**
   * The node of each country (ISO 3166-1 alpha-3), each first-level region that any concept is or lies in
   * (ISO 3166-2) and each city ({@link cityKey}), in this order and each in the order in which it first occurs:
   * the concept that stands above all others of the place, else their union.
   */
  readonly nodeByCode: ReadonlyMap<string, number>;
}

/** How a city is named where countries and regions have ISO codes: "GN" and its GeoNames id; no ISO code looks so. */
export function cityKey(geonames: number): string {
  return `GN${geonames}`;
}

/** Finds the places of a facet. */
export function findPlaces(concepts: ConceptColumns): PlaceNodes {
  const conceptCount = concepts.parent.length;
  const unions: UnionNode[] = [];
  const nodeByCode = new Map<string, number>();
  // by concept: the last place of which it is a member, from 1
  const memberOf = new Uint32Array(conceptCount);
  let place = 0;
  for (const [code, members] of membersByKey(concepts)) {
    place++;
    for (const member of members) memberOf[member] = place;
    const upperMembers = members.filter((member) => !isBelow(concepts.parent, member, memberOf, place));
    if (upperMembers.length === 1) nodeByCode.set(code, upperMembers[0]!);
    else {
      const node = conceptCount + unions.length;
      unions.push({ node, code, members, upperMembers });
      nodeByCode.set(code, node);
    }
  }
  return { unions, nodeByCode };
}

/** Each node's code: a concept's own, a union's key; "" where it has none. */
export function codeOfNodes(concepts: ConceptColumns, unions: readonly UnionNode[]): string[] {
  return [...concepts.code, ...unions.map((union) => union.code)];
}

/** For each concept the unions that it belongs to: those of row c run from `offset[c]` to `offset[c + 1]`. */
export interface UnionsByConcept {
  readonly offset: Uint32Array;
  readonly union: Uint32Array;
}

/** Turns the unions' lists of members round. A city may belong to its region's union and to its own. */
export function unionsByConcept(conceptCount: number, unions: readonly UnionNode[]): UnionsByConcept {
  const offset = new Uint32Array(conceptCount + 1);
  for (const { members } of unions) for (const member of members) offset[member + 1]!++;
  for (let concept = 0; concept < conceptCount; concept++) offset[concept + 1]! += offset[concept]!;
  const union = new Uint32Array(offset[conceptCount]!);
  const filled = offset.slice(0, conceptCount);
  for (const { node, members } of unions) for (const member of members) union[filled[member]!++] = node;
  return { offset, union };
}

function membersByKey({ code, level, region, geonames }: ConceptColumns): Map<string, ConceptId[]> {
  const byKey = new Map<string, ConceptId[]>();
  const add = (key: string, concept: ConceptId) => {
    const others = byKey.get(key);
    if (others) others.push(concept);
    else byKey.set(key, [concept]);
  };
  level.forEach((each, concept) => {
    if (each === 'country') add(code[concept]!, concept);
  });
  region.forEach((each, concept) => {
    if (each !== '') add(each, concept);
  });
  geonames.forEach((each, concept) => {
    if (each !== 0) add(cityKey(each), concept);
  });
  return byKey;
}

/** Whether a concept stands below a member of a place. */
function isBelow(parent: Int32Array, concept: ConceptId, memberOf: Uint32Array, place: number): boolean {
  for (let at = parent[concept]!; at >= 0; at = parent[at]!) if (memberOf[at] === place) return true;
  return false;
}
