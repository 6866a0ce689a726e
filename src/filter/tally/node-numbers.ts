/** From a facet's sums by cell to its numbers by node at a threshold. Loops count with an index, see scored-tally.ts. */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetIndex } from '../index/facet-index.ts';
import { keepColumns, type NodeColumns, type Restore } from './tally.ts';

/** What a tally adds up by node. */
export interface NodeSums {
  /** By cell: records whose tag begins to show the node with the score here, less those whose tag ends here. */
  readonly cells: Int32Array;
  /** By node: 1 where its cells changed since somebody last looked at them. */
  readonly touched: Uint8Array;
  /** By node: as by cell, at any score, of records with hidden tags. */
  readonly known: Int32Array;
  /** By concept: what falls at it, not below. */
  readonly shares: Float64Array;
}

/** What stands at the nodes themselves, not below, at a threshold. */
interface OwnNumbers {
  readonly records: Int32Array;
  /** Hundredths. */
  readonly scoreSum: Int32Array;
  readonly belowThreshold: Int32Array;
  readonly maxScore: Uint8Array;
}

/** Keeps the own numbers from one step to the next: only nodes whose cells changed are looked at. */
export class NodeNumbers {
  readonly #index: FacetIndex;
  readonly #own: OwnNumbers;
  readonly #columns: readonly (Int32Array | Uint8Array)[];
  #minScore: Hundredths = 0;

  constructor(index: FacetIndex) {
    const { nodeCount } = index;
    this.#index = index;
    this.#own = {
      records: new Int32Array(nodeCount),
      scoreSum: new Int32Array(nodeCount),
      belowThreshold: new Int32Array(nodeCount),
      maxScore: new Uint8Array(nodeCount),
    };
    this.#columns = [this.#own.records, this.#own.scoreSum, this.#own.belowThreshold, this.#own.maxScore];
  }

  keep(): Restore {
    const minScore = this.#minScore;
    const restoreColumns = keepColumns(this.#columns);
    return () => {
      this.#minScore = minScore;
      restoreColumns();
    };
  }

  /** Sets everything to zero, which is right at any threshold. */
  clear(): void {
    for (const column of this.#columns) column.fill(0);
  }

  /**
   * Writes the numbers at a threshold: what stands at each node and below it, together.
   * @param withHidden records with hidden tags
   */
  write(columns: NodeColumns, sums: NodeSums, withHidden: number, minScore: Hundredths): void {
    const { cells, touched, known, shares } = sums;
    if (minScore !== this.#minScore) {
      this.#minScore = minScore;
      touched.fill(1);
    }
    this.#refresh(cells, touched);
    const own = this.#own;
    columns.records.set(own.records);
    columns.scoreSum.set(own.scoreSum);
    columns.belowThreshold.set(own.belowThreshold);
    columns.maxScore.set(own.maxScore);
    columns.fractional.set(shares);
    this.#addUp(columns);
    this.#sumUnions(columns.fractional);
    if (known.length > 0) this.#writePossible(columns.possible, known, withHidden);
  }

  /** Works out the touched nodes' own entries from their cells. No branch hangs on a count: none could be foretold. */
  #refresh(cells: Int32Array, touched: Uint8Array): void {
    const { nodeCount } = this.#index;
    const { width, lowest, highest } = this.#index.cells;
    const from = Math.min(Math.max(lowest, this.#minScore), highest + 1);
    const { records, scoreSum, belowThreshold, maxScore } = this.#own;
    for (let node = 0; node < nodeCount; node++) {
      if (touched[node] === 0) continue;
      touched[node] = 0;
      const row = Math.imul(node, width) - lowest;
      let below = 0;
      for (let score = lowest; score < from; score++) below = (below + cells[row + score]!) | 0;
      let shown = 0;
      let sum = 0;
      let most = 0;
      for (let score = from; score <= highest; score++) {
        const count = cells[row + score]!;
        shown = (shown + count) | 0;
        sum = (sum + Math.imul(count, score)) | 0;
        // all ones where more ways begin than end; where as many, one that comes from below is as sure
        const begins = -count >> 31;
        most = (most & ~begins) | (score & begins);
      }
      records[node] = shown;
      scoreSum[node] = sum;
      belowThreshold[node] = below;
      maxScore[node] = most;
    }
  }

  #addUp({ records, scoreSum, belowThreshold, maxScore, fractional }: NodeColumns): void {
    const { nodeCount, parent } = this.#index;
    for (let node = nodeCount - 1; node >= 0; node--) {
      const above = parent[node]!;
      if (above >= 0) {
        records[above]! += records[node]!;
        scoreSum[above]! += scoreSum[node]!;
        belowThreshold[above]! += belowThreshold[node]!;
        if (maxScore[above]! < maxScore[node]!) maxScore[above] = maxScore[node]!;
        fractional[above]! += fractional[node]!;
      }
      scoreSum[node]! /= 100;
    }
  }

  /** What falls below a union falls below exactly one of its upper members. */
  #sumUnions(fractional: Float64Array): void {
    for (const { node, upperMembers } of this.#index.unions) {
      let sum = 0;
      for (const member of upperMembers) sum += fractional[member]!;
      fractional[node] = sum;
    }
  }

  #writePossible(possible: Int32Array, known: Int32Array, withHidden: number): void {
    const { nodeCount, parent } = this.#index;
    possible.set(known.subarray(0, nodeCount));
    for (let node = nodeCount - 1; node >= 0; node--) {
      if (parent[node]! >= 0) possible[parent[node]!]! += possible[node]!;
      possible[node] = withHidden - possible[node]!;
    }
  }
}
