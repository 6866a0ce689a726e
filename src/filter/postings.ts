/** Which records show a node: the rows of a facet turned round, so that a clause need not look at every record. */
import type { Hundredths } from '../model/dataset.ts';
import { cellCount, type FacetIndex } from './facet-index.ts';
import type { CellForm } from './reach.ts';

export class Postings {
  readonly #cells: CellForm;
  readonly #nodeCount: number;
  /** By cell where its records begin; one entry more than there are cells. */
  readonly #start: Uint32Array;
  readonly #record: Uint32Array;

  constructor(index: FacetIndex) {
    this.#cells = index.cells;
    this.#nodeCount = index.nodeCount;
    const cells = cellCount(index);
    // counted one entry late, so that filling a row moves its start to where it belongs
    const start = new Uint32Array(cells + 2);
    visitCells(index, start, null);
    for (let cell = 2; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
    this.#record = new Uint32Array(start[cells + 1]!);
    visitCells(index, start, this.#record);
    this.#start = start.subarray(0, cells + 1);
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
 * Counts the cells of all records, or fills in the records; a plain loop, since there are millions.
 * @param start by cell: one more in the second next entry, or where the next record goes in the next one
 */
function visitCells(index: FacetIndex, start: Uint32Array, list: Uint32Array | null): void {
  const { parent, tagOffset, tagConcept, tagScore, tagEnd, unionOffset, unionCell, cells, isFlat } = index;
  const { width, lowest } = cells;
  const late = list ? 1 : 2;
  for (let record = 0; record + 1 < tagOffset.length; record++) {
    const last = tagOffset[record + 1]!;
    for (let tag = tagOffset[record]!; tag < last; tag++) {
      const end = isFlat ? -1 : tagEnd[tag]!;
      const score = isFlat ? 0 : tagScore[tag]! - lowest;
      for (let at = tagConcept[tag]!; at >= 0 && at !== end; at = parent[at]!) {
        const to = start[Math.imul(at, width) + score + late]!++;
        if (list) list[to] = record;
      }
    }
    if (unionCell.length === 0) continue;
    for (let i = unionOffset[record]!; i < unionOffset[record + 1]!; i++) {
      const to = start[unionCell[i]! + late]!++;
      if (list) list[to] = record;
    }
  }
}
