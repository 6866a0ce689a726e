/** Which nodes each record shows, and how surely: how far up from its concept each of its tags is the surest one. */
import type { Facet, Hundredths } from '../../model/dataset.ts';
import type { UnionsByConcept } from './union-nodes.ts';

/** A node has one cell a score, from the lowest to the highest that occurs: so the cells stay few. */
export interface CellForm {
  /** Cells of one node. */
  readonly width: number;
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
  return { width: highest - lowest + 1, lowest, highest };
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
  const { tagOffset } = facet;
  const climber = new Climber(facet, nodeCount);
  for (let record = 0; record < recordCount; record++) {
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    // one tag alone is the surest all the way up
    if (end - start > 1) climber.climb(record, start, end);
  }
  const unions = unionRows(facet, recordCount, nodeCount, unionsOf, form);
  return { tagMaxBelow: climber.maxBelow, tagEnd: climber.end, ...unions };
}

class Climber {
  readonly end: NodeColumn;
  readonly maxBelow: Int8Array;
  readonly #facet: Facet;
  /** By concept: what stands above it, the number of nodes where that is nothing. */
  readonly #above: NodeColumn;
  /** By node: the last record, from 1, of which a tag has climbed over it. */
  readonly #climbed: Uint32Array;
  /** By node: the last tag at it, from 1. Tags rise with their records: a record's own are those from its first. */
  readonly #tagAt: Uint32Array;

  constructor(facet: Facet, nodeCount: number) {
    const tagCount = facet.tagConcept.length;
    const { parent } = facet.concepts;
    const Nodes = nodeCount <= TWO_BYTES ? Uint16Array : Uint32Array;
    this.#facet = facet;
    this.#above = new Nodes(parent.length);
    for (let c = 0; c < parent.length; c++) this.#above[c] = parent[c]! < 0 ? nodeCount : parent[c]!;
    this.end = new Nodes(tagCount).fill(nodeCount);
    this.maxBelow = new Int8Array(tagCount).fill(-1);
    this.#climbed = new Uint32Array(nodeCount + 1);
    this.#tagAt = new Uint32Array(nodeCount + 1);
  }

  climb(record: number, start: number, end: number): void {
    const { tagConcept, tagScore } = this.#facet;
    const above = this.#above;
    const climbed = this.#climbed;
    const tagAt = this.#tagAt;
    const maxBelow = this.maxBelow;
    const stamp = record + 1;
    // every way ends there
    climbed[climbed.length - 1] = stamp;
    for (let tag = start; tag < end; tag++) tagAt[tagConcept[tag]!] = tag + 1;
    const surest = surestFirst(tagScore, start, end);
    for (let i = 0; i < end - start; i++) {
      const tag = surest[i]!;
      let at: number = tagConcept[tag]!;
      while (climbed[at] !== stamp) {
        climbed[at] = stamp;
        at = above[at]!;
        const passed = tagAt[at]! - 1;
        // the first to come from below is the surest that does
        if (passed >= start && maxBelow[passed]! < 0) maxBelow[passed] = tagScore[tag]!;
      }
      this.end[tag] = at;
    }
  }
}

/** Up to this many entries insertion is quicker than a call into the engine's sort. */
const INSERTION_LIMIT = 24;
let order = new Uint32Array(INSERTION_LIMIT);

/** The tags from `start` to `end`, by falling score and then as they stand, first in the column; until the next call. */
function surestFirst(tagScore: Uint8Array, start: number, end: number): Uint32Array {
  const count = end - start;
  if (count > order.length) order = new Uint32Array(2 * count);
  if (count > INSERTION_LIMIT) {
    for (let i = 0; i < count; i++) order[i] = start + i;
    order.subarray(0, count).sort((a, b) => tagScore[b]! - tagScore[a]! || a - b);
    return order;
  }
  for (let i = 0; i < count; i++) {
    const score = tagScore[start + i]!;
    let at = i;
    for (; at > 0 && tagScore[order[at - 1]!]! < score; at--) order[at] = order[at - 1]!;
    order[at] = start + i;
  }
  return order;
}

type UnionRows = Pick<Reach, 'unionOffset' | 'unionCell'>;

/** The unions that each record shows, with the best score at or below them. */
function unionRows(
  { concepts, tagOffset, tagConcept, tagScore }: Facet,
  recordCount: number,
  nodeCount: number,
  unionsOf: UnionsByConcept,
  { width, lowest }: CellForm,
): UnionRows {
  const { offset, union } = unionsOf;
  const { parent } = concepts;
  const next = nextMembers(parent, offset);
  const cells: number[] = [];
  const unionOffset = new Uint32Array(union.length > 0 ? recordCount + 1 : 0);
  /** By node: best score in the open row, -1 where the row does not hold the node. */
  const best = new Int8Array(nodeCount).fill(-1);
  for (let record = 0; record + 1 < unionOffset.length; record++) {
    const first = cells.length;
    for (let tag = tagOffset[record]!; tag < tagOffset[record + 1]!; tag++) {
      for (let at = next[tagConcept[tag]!]!; at >= 0; at = parent[at]! < 0 ? -1 : next[parent[at]!]!) {
        for (let i = offset[at]!; i < offset[at + 1]!; i++) {
          const node = union[i]!;
          if (best[node]! < 0) cells.push(node);
          best[node] = Math.max(best[node]!, tagScore[tag]!);
        }
      }
    }
    for (let i = first; i < cells.length; i++) {
      const node = cells[i]!;
      cells[i] = node * width + best[node]! - lowest;
      best[node] = -1;
    }
    unionOffset[record + 1] = cells.length;
  }
  return { unionOffset, unionCell: Uint32Array.from(cells) };
}

/** By concept: itself or the next one above that belongs to a union, -1 where there is none. */
function nextMembers(parent: Int32Array, offset: Uint32Array): Int32Array {
  const next = new Int32Array(parent.length);
  for (let c = 0; c < parent.length; c++) {
    const above = parent[c]!;
    next[c] = offset[c + 1]! > offset[c]! ? c : above < 0 ? -1 : next[above]!;
  }
  return next;
}
