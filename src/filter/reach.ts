/** Which nodes each record shows, and how surely: its tags rolled up to all their ancestors. */
import type { Facet } from '../model/dataset.ts';
import { sortRow } from './sort-row.ts';
import type { UnionsByConcept } from './union-nodes.ts';

/** The columns of {@link buildReach}; their meaning is that of the facet index. */
export interface Reach {
  readonly tagMaxBelow: Int16Array;
  readonly reachOffset: Uint32Array;
  readonly reachNode: Uint32Array;
  readonly reachScore: Uint8Array;
}

/**
 * Rolls every record's tags up to their ancestors and unions.
 * @param nodeCount concepts and unions
 * @param unionsOf by concept: the unions that it belongs to
 */
export function buildReach(
  facet: Facet,
  recordCount: number,
  nodeCount: number,
  unionsOf: UnionsByConcept,
): Reach {
  const { tagOffset, tagConcept } = facet;
  const tagMaxBelow = new Int16Array(tagConcept.length).fill(-1);
  const reachOffset = new Uint32Array(recordCount + 1);
  const rows = new ReachRows(tagConcept.length * 2, nodeCount);
  for (let record = 0; record < recordCount; record++) {
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    rows.begin();
    for (let tag = start; tag < end; tag++) rows.raiseAncestors(facet, tag);
    for (let tag = start; tag < end; tag++) tagMaxBelow[tag] = rows.best(tagConcept[tag]!);
    for (let tag = start; tag < end; tag++) rows.raise(tagConcept[tag]!, facet.tagScore[tag]!);
    rows.raiseUnions(unionsOf);
    reachOffset[record + 1] = rows.finish();
  }
  return { tagMaxBelow, reachOffset, ...rows.columns() };
}

/** Columns under construction: one open row at a time, at the end. */
class ReachRows {
  #node: Uint32Array;
  #score: Uint8Array;
  #start = 0;
  #length = 0;
  /** By node: best score in the open row, -1 where the row does not hold the node. */
  readonly #best: Int16Array;

  constructor(capacity: number, nodeCount: number) {
    this.#node = new Uint32Array(capacity);
    this.#score = new Uint8Array(capacity);
    this.#best = new Int16Array(nodeCount).fill(-1);
  }

  begin(): void {
    this.#start = this.#length;
  }

  best(node: number): number {
    return this.#best[node]!;
  }

  /** Puts the node into the row with at least this score; false where it already had it. */
  raise(node: number, score: number): boolean {
    const before = this.#best[node]!;
    if (before >= score) return false;
    this.#best[node] = score;
    if (before < 0) this.#push(node);
    return true;
  }

  /** Raises everything strictly above the tag's concept; an ancestor that is sure enough has surer ones above. */
  raiseAncestors(facet: Facet, tag: number): void {
    const { parent } = facet.concepts;
    const score = facet.tagScore[tag]!;
    let at = parent[facet.tagConcept[tag]!]!;
    while (at >= 0 && this.raise(at, score)) at = parent[at]!;
  }

  raiseUnions({ offset, union }: UnionsByConcept): void {
    const conceptsEnd = this.#length;
    for (let i = this.#start; i < conceptsEnd; i++) {
      const concept = this.#node[i]!;
      const end = offset[concept + 1]!;
      for (let at = offset[concept]!; at < end; at++) this.raise(union[at]!, this.#best[concept]!);
    }
  }

  /** Closes the row and returns where it ends. */
  finish(): number {
    sortRow(this.#node, this.#start, this.#length);
    for (let i = this.#start; i < this.#length; i++) {
      const node = this.#node[i]!;
      this.#score[i] = this.#best[node]!;
      this.#best[node] = -1;
    }
    return this.#length;
  }

  columns(): { reachNode: Uint32Array; reachScore: Uint8Array } {
    return {
      reachNode: this.#node.slice(0, this.#length),
      reachScore: this.#score.slice(0, this.#length),
    };
  }

  #push(node: number): void {
    if (this.#length === this.#node.length) this.#grow();
    this.#node[this.#length++] = node;
  }

  #grow(): void {
    const capacity = Math.max(64, this.#node.length * 2);
    const node = new Uint32Array(capacity);
    node.set(this.#node);
    this.#node = node;
    const score = new Uint8Array(capacity);
    score.set(this.#score);
    this.#score = score;
  }
}
