/** Which nodes each record shows, and how surely: its tags rolled up to all their ancestors. */
import type { Facet, Hundredths } from '../model/dataset.ts';
import { sortRow } from './sort-row.ts';
import type { UnionsByConcept } from './union-nodes.ts';

/** A cell is a node, and below its bits the score, counted from the lowest that occurs: so the cells stay few. */
export interface CellForm {
  readonly scoreBits: number;
  /** Scores that occur lie in this range, hundredths, both included. */
  readonly lowest: Hundredths;
  readonly highest: Hundredths;
}

/** The form of cells for these scores. */
export function cellForm(tagScore: Uint8Array): CellForm {
  let lowest = 100;
  let highest = 0;
  for (let tag = 0; tag < tagScore.length; tag++) {
    lowest = Math.min(lowest, tagScore[tag]!);
    highest = Math.max(highest, tagScore[tag]!);
  }
  highest = Math.max(lowest, highest);
  return { scoreBits: Math.ceil(Math.log2(highest - lowest + 1)), lowest, highest };
}

/** The columns of {@link buildReach}; their meaning is that of the facet index. */
export interface Reach {
  readonly tagMaxBelow: Int8Array;
  readonly reachOffset: Uint32Array;
  readonly reachCell: Uint32Array;
}

/**
 * Rolls every record's tags up to their ancestors and unions.
 * @param nodeCount concepts and unions
 * @param unionsOf by concept: the unions that it belongs to
 * @param form of the cells
 */
export function buildReach(
  facet: Facet,
  recordCount: number,
  nodeCount: number,
  unionsOf: UnionsByConcept,
  form: CellForm,
): Reach {
  const { tagOffset, tagConcept } = facet;
  const tagMaxBelow = new Int8Array(tagConcept.length).fill(-1);
  const reachOffset = new Uint32Array(recordCount + 1);
  const rows = new ReachRows(tagConcept.length * 4, nodeCount);
  for (let record = 0; record < recordCount; record++) {
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    rows.begin();
    for (let tag = start; tag < end; tag++) rows.raiseAncestors(facet, tag);
    for (let tag = start; tag < end; tag++) tagMaxBelow[tag] = rows.best(tagConcept[tag]!);
    for (let tag = start; tag < end; tag++) rows.raise(tagConcept[tag]!, facet.tagScore[tag]!);
    rows.raiseUnions(unionsOf);
    reachOffset[record + 1] = rows.finish(form);
  }
  return { tagMaxBelow, reachOffset, reachCell: rows.cells() };
}

/** Columns under construction: one open row at a time, at the end. */
class ReachRows {
  /** Nodes in the open row, cells in those that are closed. */
  #cell: Uint32Array;
  #start = 0;
  #length = 0;
  /** By node: best score in the open row, -1 where the row does not hold the node. */
  readonly #best: Int8Array;

  constructor(capacity: number, nodeCount: number) {
    this.#cell = new Uint32Array(capacity);
    this.#best = new Int8Array(nodeCount).fill(-1);
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
      const concept = this.#cell[i]!;
      const end = offset[concept + 1]!;
      for (let at = offset[concept]!; at < end; at++) this.raise(union[at]!, this.#best[concept]!);
    }
  }

  /** Closes the row and returns where it ends. */
  finish({ scoreBits, lowest }: CellForm): number {
    for (let i = this.#start; i < this.#length; i++) {
      const node = this.#cell[i]!;
      this.#cell[i] = ((node << scoreBits) | (this.#best[node]! - lowest)) >>> 0;
      this.#best[node] = -1;
    }
    sortRow(this.#cell, this.#start, this.#length);
    return this.#length;
  }

  cells(): Uint32Array {
    return this.#cell.slice(0, this.#length);
  }

  #push(node: number): void {
    if (this.#length === this.#cell.length) this.#grow();
    this.#cell[this.#length++] = node;
  }

  #grow(): void {
    const cell = new Uint32Array(Math.max(64, this.#cell.length * 2));
    cell.set(this.#cell);
    this.#cell = cell;
  }
}
