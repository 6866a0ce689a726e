/**
 * A facet's sums over a set of records, kept up to date record by record: how many records show each node with each
 * score, from which everything that depends on a threshold follows, and the rule "fractional" at one threshold. A
 * record is counted at its tags' concepts and taken off where their ways end ({@link FacetIndex.tagEnd}), so that all
 * that is counted at a node and below it is what shows the node. Loops are the page's innermost: they count with an
 * index, since iterators make them a quarter slower, and end their function, since V8 leaves a loop that it compiled
 * while it ran, each time anew, by way of the interpreter where something follows.
 */
import type { Hundredths } from '../../model/dataset.ts';
import { cellCount, nodeOfCell, type FacetIndex } from '../index/facet-index.ts';
import { NodeNumbers, type NodeSums } from './node-numbers.ts';
import { addRecord, newBits, type RecordBits } from '../passing/record-bits.ts';
import { addSharesByKey, roundingFor, shareKey, SUM_LIMIT, takesShare, TOP, TOP_BITS } from './shares.ts';
import {
  keepColumns,
  SCORE_COUNT,
  TAGGED,
  WITH_HIDDEN,
  type NodeColumns,
  type Restore,
  type Shares,
  type Tally,
} from './tally.ts';

export class ScoredTally implements Tally {
  readonly bins = new Int32Array(SCORE_COUNT);
  readonly totals = new Int32Array(2);
  readonly #sums: NodeSums;
  readonly #nodes: NodeNumbers;
  readonly #index: FacetIndex;
  readonly #rounding: number;
  /** By record, see {@link shareKey}; 0 where it was not asked for yet: at threshold 0, to which filters return, */
  readonly #keys: Uint16Array;
  /** and at the one of the others that was asked for last. */
  readonly #keysAbove: Uint16Array;
  #above: Hundredths = 0;
  /** The records that {@link #addRare} has something to do with. */
  readonly #rare: RecordBits;
  /** By sum of scores: 1 / sum, 0 for 0. */
  readonly #inverse = Float64Array.from({ length: SUM_LIMIT }, (_, sum) => (sum === 0 ? 0 : 1 / sum));

  constructor(index: FacetIndex, recordCount: number) {
    const { nodeCount, conceptCount, cells, isCut } = index;
    this.#index = index;
    this.#rounding = roundingFor(recordCount);
    this.#keys = new Uint16Array(recordCount);
    this.#keysAbove = new Uint16Array(recordCount);
    this.#nodes = new NodeNumbers(index);
    this.#sums = {
      // ways that lead out at the top end in one node more
      cells: new Int32Array(cellCount(index) + cells.width),
      touched: new Uint8Array(nodeCount + 1),
      known: new Int32Array(isCut ? nodeCount + 1 : 0),
      shares: new Float64Array(conceptCount),
    };
    this.#rare = rareRecords(index, recordCount);
  }

  add(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void {
    const { tagOffset, tagConcept, tagScore, tagEnd, tagMaxBelow } = this.#index;
    const { width, lowest } = this.#index.cells;
    const { cells, touched, shares } = this.#sums;
    const [rounding, rare, bins, totals] = [this.#rounding, this.#rare, this.bins, this.totals];
    const [keys, inverse] = [this.#keysAt(minScore), this.#inverse];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      if ((rare[record >>> 5]! & (1 << record)) !== 0) this.#addRare(record, sign);
      if (end - start < 2) {
        if (start === end) continue;
        // one tag alone: nothing is shared
        const concept = tagConcept[start]!;
        const score = tagScore[start]!;
        cells[Math.imul(concept, width) + score - lowest]! += sign;
        touched[concept] = 1;
        bins[score]! += sign;
        if (score < minScore) continue;
        shares[concept]! += sign;
        totals[TAGGED]! += sign;
        continue;
      }
      const key = keys[record]! || (keys[record] = shareKey(this.#index, record, minScore));
      const unit = inverse[key >> TOP_BITS]!;
      let left = 1;
      for (let tag = start; tag < end; tag++) {
        const concept = tagConcept[tag]!;
        const score = tagScore[tag]!;
        const above = tagEnd[tag]!;
        const cell = score - lowest;
        cells[Math.imul(concept, width) + cell]! += sign;
        cells[Math.imul(above, width) + cell]! -= sign;
        touched[concept] = 1;
        touched[above] = 1;
        bins[score]! += sign;
        const takes = takesShare(score, tagMaxBelow[tag]!, minScore);
        const share = unit * (score & takes) + rounding - rounding;
        shares[concept]! += sign * share;
        left -= share;
      }
      if (unit > 0) shares[tagConcept[start + (key & TOP)]!]! += sign * left;
      if (unit > 0 || addSharesByKey(this.#index, record, key, minScore, rounding, sign, shares)) {
        totals[TAGGED]! += sign;
      }
    }
  }

  addShares(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void {
    const [index, rounding, keys] = [this.#index, this.#rounding, this.#keysAt(minScore)];
    const [shares, totals] = [this.#sums.shares, this.totals];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const key = keys[record]! || (keys[record] = shareKey(index, record, minScore));
      if (addSharesByKey(index, record, key, minScore, rounding, sign, shares)) totals[TAGGED]! += sign;
    }
  }

  write(columns: NodeColumns, minScore: Hundredths): void {
    this.#nodes.write(columns, this.#sums, this.totals[WITH_HIDDEN]!, minScore);
  }

  clear(): void {
    for (const column of this.#columns()) column.fill(0);
    this.clearShares();
    this.#nodes.clear();
  }

  clearShares(): void {
    this.#sums.shares.fill(0);
    this.totals[TAGGED] = 0;
  }

  keep(): Restore {
    const restoreColumns = keepColumns(this.#columns());
    const restoreNodes = this.#nodes.keep();
    return () => {
      restoreColumns();
      restoreNodes();
    };
  }

  shares(): Shares {
    return { byConcept: this.#sums.shares.slice(), tagged: this.totals[TAGGED]! };
  }

  takeShares({ byConcept, tagged }: Shares): void {
    this.#sums.shares.set(byConcept);
    this.totals[TAGGED] = tagged;
  }

  /** All but the shares. */
  #columns(): (Int32Array | Uint8Array)[] {
    const { cells, touched, known } = this.#sums;
    return [cells, touched, known, this.bins, this.totals];
  }

  #keysAt(minScore: Hundredths): Uint16Array {
    if (minScore === 0) return this.#keys;
    if (minScore !== this.#above) this.#keysAbove.fill(0);
    this.#above = minScore;
    return this.#keysAbove;
  }

  /** What few records have: unions that they show, hidden tags. */
  #addRare(record: number, sign: number): void {
    const index = this.#index;
    const { tagOffset, tagConcept, tagEnd, unionOffset, unionCell, hidden } = index;
    const { cells, touched, known } = this.#sums;
    const hasUnions = unionCell.length > 0;
    const from = hasUnions ? unionOffset[record]! : 0;
    const to = hasUnions ? unionOffset[record + 1]! : 0;
    for (let i = from; i < to; i++) {
      cells[unionCell[i]!]! += sign;
      touched[nodeOfCell(index, unionCell[i]!)] = 1;
    }
    if (hidden[record] === 0) return;
    this.totals[WITH_HIDDEN]! += sign;
    for (let i = from; i < to; i++) known[nodeOfCell(index, unionCell[i]!)]! += sign;
    const end = tagOffset[record + 1]!;
    for (let tag = tagOffset[record]!; tag < end; tag++) {
      known[tagConcept[tag]!]! += sign;
      known[tagEnd[tag]!]! -= sign;
    }
  }
}

function rareRecords({ hidden, isCut, unionCell, unionOffset }: FacetIndex, recordCount: number): RecordBits {
  const rare = newBits(recordCount);
  if (!isCut && unionCell.length === 0) return rare;
  for (let record = 0; record < recordCount; record++) {
    const showsUnion = unionCell.length > 0 && unionOffset[record + 1]! > unionOffset[record]!;
    if (showsUnion || hidden[record]! > 0) addRecord(rare, record);
  }
  return rare;
}
