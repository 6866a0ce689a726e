/** Which records show a node: the rows of a facet turned round, so that a clause need not look at every record. */
import type { Hundredths } from '../../model/dataset.ts';
import type { Work } from '../../model/work.ts';
import { cellCount, type FacetIndex } from './facet-index.ts';
import type { CellForm } from './reach.ts';

export class Postings {
  readonly #cells: CellForm;
  readonly #nodeCount: number;
  /** By cell where its records begin; one entry more than there are cells. */
  readonly #start: Uint32Array;
  readonly #record: Uint32Array;

  /** See {@link turningRound}. */
  constructor({ cells, nodeCount }: FacetIndex, start: Uint32Array, record: Uint32Array) {
    this.#cells = cells;
    this.#nodeCount = nodeCount;
    this.#start = start;
    this.#record = record;
  }

  /**
   * The records that show the node, each once, by score and then by record; none for a node that the facet doesn't
   * have.
   * @param minScore lowest score that counts, inclusive, 0 to 100
   */
  showing(node: number, minScore: Hundredths): Uint32Array {
    if (!Number.isInteger(node) || node < 0 || node >= this.#nodeCount) return this.#record.subarray(0, 0);
    const { width, lowest } = this.#cells;
    const first = node * width + Math.min(width, Math.max(0, minScore - lowest));
    return this.#record.subarray(this.#start[first], this.#start[(node + 1) * width]);
  }
}

/**
 * Turns a facet's rows round.
 * @param recordsAStep how many records are looked at in a step; each is looked at twice
 */
export function* turningRound(index: FacetIndex, recordsAStep: number): Work<Postings> {
  const recordCount = index.tagOffset.length - 1;
  const cells = cellCount(index);
  // counted one entry late, so that filling a row moves its start to where it belongs
  const start = new Uint32Array(cells + 2);
  for (let from = 0; from < recordCount; from += recordsAStep) {
    visitCells(index, start, null, from, Math.min(recordCount, from + recordsAStep));
    yield from / recordCount / 2;
  }
  for (let cell = 2; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  const list = new Uint32Array(start[cells + 1]!);
  for (let from = 0; from < recordCount; from += recordsAStep) {
    visitCells(index, start, list, from, Math.min(recordCount, from + recordsAStep));
    yield (1 + from / recordCount) / 2;
  }
  return new Postings(index, start.subarray(0, cells + 1), list);
}

/**
 * Counts the cells of some records, or fills in the records; a plain loop, since there are millions.
 * @param start by cell: one more in the second next entry, or where the next record goes in the next one
 */
function visitCells(
  index: FacetIndex,
  start: Uint32Array,
  list: Uint32Array | null,
  from: number,
  to: number,
): void {
  const { parent, tagOffset, tagConcept, tagScore, tagEnd, unionOffset, unionCell, cells, isFlat } = index;
  const { width, lowest } = cells;
  const late = list ? 1 : 2;
  for (let record = from; record < to; record++) {
    const last = tagOffset[record + 1]!;
    for (let tag = tagOffset[record]!; tag < last; tag++) {
      const end = isFlat ? -1 : tagEnd[tag]!;
      const score = isFlat ? 0 : tagScore[tag]! - lowest;
      for (let at = tagConcept[tag]!; at >= 0 && at !== end; at = parent[at]!) {
        const place = start[Math.imul(at, width) + score + late]!++;
        if (list) list[place] = record;
      }
    }
    if (unionCell.length === 0) continue;
    for (let i = unionOffset[record]!; i < unionOffset[record + 1]!; i++) {
      const place = start[unionCell[i]! + late]!++;
      if (list) list[place] = record;
    }
  }
}
