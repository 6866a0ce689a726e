/** Which records show a node: the rows of a facet turned round, so that a clause need not look at every record. */
import type { Hundredths } from '../model/dataset.ts';
import { cellCount, cellOf, type FacetIndex } from './facet-index.ts';
import type { CellForm } from './reach.ts';
import { forShown } from './show.ts';

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
    const recordCount = index.tagOffset.length - 1;
    // counted one entry late, so that filling a row moves its start to where it belongs
    const start = new Uint32Array(cells + 2);
    const count = (node: number, score: number) => start[cellOf(index, node, score) + 2]!++;
    for (let record = 0; record < recordCount; record++) forShown(index, record, count);
    for (let cell = 2; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
    this.#record = new Uint32Array(start[cells + 1]!);
    let record = 0;
    const fill = (node: number, score: number) => {
      this.#record[start[cellOf(index, node, score) + 1]!++] = record;
    };
    for (; record < recordCount; record++) forShown(index, record, fill);
    this.#start = start.subarray(0, cells + 1);
  }

  /**
   * The records that show the node, each once, by score and then by record; none for a node that the facet doesn't
   * have.
   * @param minScore lowest score that counts, inclusive, 0 to 100
   */
  showing(node: number, minScore: Hundredths): Uint32Array {
    if (!Number.isInteger(node) || node < 0 || node >= this.#nodeCount) return this.#record.subarray(0, 0);
    const { scoreBits, lowest } = this.#cells;
    const width = 2 ** scoreBits;
    const first = node * width + Math.min(width, Math.max(0, minScore - lowest));
    return this.#record.subarray(this.#start[first], this.#start[(node + 1) * width]);
  }
}
