/** Which nodes each record shows, and how surely: how far up from its concept each of its tags is the surest one. */
import type { Facet, Hundredths } from '../model/dataset.ts';
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
    const score = tagScore[tag]!;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
  }
  highest = Math.max(lowest, highest);
  return { scoreBits: Math.ceil(Math.log2(highest - lowest + 1)), lowest, highest };
}

/** Node ids, and the number of nodes: in two bytes where they fit. */
export type NodeColumn = Uint16Array | Uint32Array;

/** The columns of {@link buildReach}; their meaning is that of the facet index. */
export interface Reach {
  readonly tagMaxBelow: Int8Array;
  readonly tagEnd: NodeColumn;
  readonly unionOffset: Uint32Array;
  readonly unionCell: Uint32Array;
}

const TWO_BYTES = 0xffff;

/**
 * Climbs from every tag's concept, each record's surest tag first, up to where a surer one has been.
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
  const climber = new Climber(facet, nodeCount);
  const hasUnions = unionsOf.union.length > 0;
  const unionOffset = new Uint32Array(hasUnions ? recordCount + 1 : 0);
  const unions = new UnionRows(facet, unionsOf, nodeCount, form);
  for (let record = 0; record < recordCount; record++) {
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    // one tag alone is the surest all the way up
    if (end - start > 1) climber.climb(record, start, end);
    if (!hasUnions) continue;
    for (let tag = start; tag < end; tag++) unions.raise(tag, tagConcept[tag]!);
    unionOffset[record + 1] = unions.finish();
  }
  return { tagMaxBelow: climber.maxBelow, tagEnd: climber.end, unionOffset, unionCell: unions.cells() };
}

class Climber {
  readonly end: NodeColumn;
  readonly maxBelow: Int8Array;
  readonly #facet: Facet;
  /** By node: the last record, from 1, that a tag has climbed over it, and that is tagged with it; and that tag. */
  readonly #climbed: Uint32Array;
  readonly #tagged: Uint32Array;
  readonly #tag: Uint32Array;

  constructor(facet: Facet, nodeCount: number) {
    const tagCount = facet.tagConcept.length;
    this.#facet = facet;
    this.end = new (nodeCount <= TWO_BYTES ? Uint16Array : Uint32Array)(tagCount).fill(nodeCount);
    this.maxBelow = new Int8Array(tagCount).fill(-1);
    this.#climbed = new Uint32Array(nodeCount);
    this.#tagged = new Uint32Array(nodeCount);
    this.#tag = new Uint32Array(nodeCount);
  }

  climb(record: number, start: number, end: number): void {
    const { concepts, tagConcept, tagScore } = this.#facet;
    const { parent } = concepts;
    const [climbed, tagged, tagAt, maxBelow] = [this.#climbed, this.#tagged, this.#tag, this.maxBelow];
    const stamp = record + 1;
    for (let tag = start; tag < end; tag++) {
      tagged[tagConcept[tag]!] = stamp;
      tagAt[tagConcept[tag]!] = tag;
    }
    for (const tag of surestFirst(tagScore, start, end)) {
      let at: number = tagConcept[tag]!;
      while (at >= 0 && climbed[at] !== stamp) {
        climbed[at] = stamp;
        at = parent[at]!;
        // the first to come from below is the surest that does
        if (at >= 0 && tagged[at] === stamp && maxBelow[tagAt[at]!]! < 0)
          maxBelow[tagAt[at]!] = tagScore[tag]!;
      }
      if (at >= 0) this.end[tag] = at;
    }
  }
}

/** Up to this many entries insertion is quicker than a call into the engine's sort. */
const INSERTION_LIMIT = 24;
const order: number[] = [];

/** The tags from `start` to `end`, by falling score and then as they stand; valid until the next call. */
function surestFirst(tagScore: Uint8Array, start: number, end: number): readonly number[] {
  order.length = 0;
  for (let tag = start; tag < end; tag++) order.push(tag);
  if (order.length > INSERTION_LIMIT) return order.sort((a, b) => tagScore[b]! - tagScore[a]! || a - b);
  for (let i = 1; i < order.length; i++) {
    const tag = order[i]!;
    const score = tagScore[tag]!;
    let j = i - 1;
    while (j >= 0 && tagScore[order[j]!]! < score) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = tag;
  }
  return order;
}

/** The cells of unions, record by record: one open row at a time, at the end. */
class UnionRows {
  readonly #parent: Int32Array;
  readonly #tagScore: Uint8Array;
  readonly #unionsOf: UnionsByConcept;
  readonly #form: CellForm;
  /** By concept: itself or the next one above that belongs to a union, -1 where there is none. */
  readonly #next: Int32Array;
  /** By node: best score in the open row, -1 where the row does not hold the node. */
  readonly #best: Int8Array;
  /** Nodes in the open row, cells in those that are closed. */
  #cell = new Uint32Array(64);
  #start = 0;
  #length = 0;

  constructor({ concepts, tagScore }: Facet, unionsOf: UnionsByConcept, nodeCount: number, form: CellForm) {
    const { parent } = concepts;
    const { offset } = unionsOf;
    this.#parent = parent;
    this.#tagScore = tagScore;
    this.#unionsOf = unionsOf;
    this.#form = form;
    this.#next = new Int32Array(parent.length);
    for (let c = 0; c < parent.length; c++) {
      const isMember = offset[c + 1]! > offset[c]!;
      this.#next[c] = isMember ? c : parent[c]! < 0 ? -1 : this.#next[parent[c]!]!;
    }
    this.#best = new Int8Array(nodeCount).fill(-1);
  }

  /** Puts all unions that a tag's concept lies in into the row, with at least its score. */
  raise(tag: number, concept: number): void {
    const { offset, union } = this.#unionsOf;
    const score = this.#tagScore[tag]!;
    let at = this.#next[concept]!;
    while (at >= 0) {
      for (let i = offset[at]!; i < offset[at + 1]!; i++) {
        const node = union[i]!;
        if (this.#best[node]! < 0) this.#push(node);
        if (this.#best[node]! < score) this.#best[node] = score;
      }
      at = this.#parent[at]!;
      if (at >= 0) at = this.#next[at]!;
    }
  }

  /** Closes the row and returns where it ends. */
  finish(): number {
    const { scoreBits, lowest } = this.#form;
    for (let i = this.#start; i < this.#length; i++) {
      const node = this.#cell[i]!;
      this.#cell[i] = ((node << scoreBits) | (this.#best[node]! - lowest)) >>> 0;
      this.#best[node] = -1;
    }
    return (this.#start = this.#length);
  }

  cells(): Uint32Array {
    return this.#cell.slice(0, this.#length);
  }

  #push(node: number): void {
    if (this.#length === this.#cell.length) {
      const cell = new Uint32Array(this.#length * 2);
      cell.set(this.#cell);
      this.#cell = cell;
    }
    this.#cell[this.#length++] = node;
  }
}
