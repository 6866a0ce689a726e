/** Nodes for codes that several concepts carry: "Asia > Middle East > Cyprus" and "Europe > Cyprus" are both CYP. */
import type { ConceptColumns, ConceptId } from '../model/dataset.ts';

/** One node that stands for all concepts with the same code. A record shows it when it shows any member. */
export interface UnionNode {
  /** Node id: at least the facet's number of concepts. */
  readonly node: number;
  /** ISO code of all members; never "". */
  readonly code: string;
  /** Two concepts or more, ascending. */
  readonly members: readonly ConceptId[];
  /** The members that stand below no other member: what falls below them is all that falls below the union, once. */
  readonly upperMembers: readonly ConceptId[];
}

/** The facet's unions, in the order in which their codes first occur; ids follow on those of the concepts. */
export function findUnions(concepts: ConceptColumns): UnionNode[] {
  const conceptCount = concepts.parent.length;
  const unions: UnionNode[] = [];
  for (const [code, members] of conceptsByCode(concepts)) {
    if (members.length < 2) continue;
    const node = conceptCount + unions.length;
    unions.push({ node, code, members, upperMembers: upperOf(concepts, members) });
  }
  return unions;
}

/** For each code the node that stands for it. */
export function nodesByCode(
  concepts: ConceptColumns,
  unions: readonly UnionNode[],
): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  for (const [code, members] of conceptsByCode(concepts)) nodes.set(code, members[0]!);
  for (const { code, node } of unions) nodes.set(code, node);
  return nodes;
}

/** Each node's code, "" where it has none. */
export function codeOfNodes(concepts: ConceptColumns, unions: readonly UnionNode[]): string[] {
  return [...concepts.code, ...unions.map((union) => union.code)];
}

/** For each concept the union that it belongs to, or -1. */
export function unionByConcept(conceptCount: number, unions: readonly UnionNode[]): Int32Array {
  const unionOf = new Int32Array(conceptCount).fill(-1);
  for (const { node, members } of unions) {
    for (const member of members) unionOf[member] = node;
  }
  return unionOf;
}

function conceptsByCode(concepts: ConceptColumns): Map<string, ConceptId[]> {
  const byCode = new Map<string, ConceptId[]>();
  for (let concept = 0; concept < concepts.code.length; concept++) {
    const code = concepts.code[concept]!;
    if (code === '') continue;
    const others = byCode.get(code);
    if (others) others.push(concept);
    else byCode.set(code, [concept]);
  }
  return byCode;
}

function upperOf(concepts: ConceptColumns, members: readonly ConceptId[]): ConceptId[] {
  const isMember = new Set(members);
  return members.filter((member) => {
    for (let at = concepts.parent[member]!; at >= 0; at = concepts.parent[at]!) {
      if (isMember.has(at)) return false;
    }
    return true;
  });
}
