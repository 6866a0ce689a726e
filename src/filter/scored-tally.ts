/**
 * A facet's sums over a set of records, kept up to date record by record: how many records show each node with each
 * score, from which everything that depends on a threshold follows, and the rule "fractional" at one threshold. A
 * record is counted at its tags' concepts and taken off where their ways end ({@link FacetIndex.tagEnd}), so that all
 * that is counted at a node and below it is what shows the node. Loops are the page's innermost: they count with an
 * index, since iterators make them a quarter slower, and end their function, since V8 leaves a loop that it compiled
 * while it ran, each time anew, by way of the interpreter where something follows.
 */
import type { Hundredths } from '../model/dataset.ts';
import { cellCount, nodeOfCell, type FacetIndex } from './facet-index.ts';
import { addRecord, newBits, type RecordBits } from './record-bits.ts';
import { addSharesByHand, BY_HAND, roundingFor, shareKey, SUM_LIMIT, takesShare } from './shares.ts';
import { SCORE_COUNT, TAGGED, WITH_HIDDEN, type Sums, type Tally } from './sums.ts';

export class ScoredTally implements Tally {
  readonly sums: Sums;
  readonly touched: Uint8Array;
  readonly #index: FacetIndex;
  readonly #rounding: number;
  /** By record, see {@link shareKey}; worked out anew where the threshold is another one. */
  readonly #keys: Int32Array;
  /** The records that {@link #addRare} has something to do with. */
  readonly #rare: RecordBits;
  /** By sum of scores: 1 / sum, 0 for 0. */
  readonly #inverse = Float64Array.from({ length: SUM_LIMIT }, (_, sum) => (sum === 0 ? 0 : 1 / sum));

  constructor(index: FacetIndex, recordCount: number) {
    const { nodeCount, conceptCount, cells, isCut } = index;
    this.#index = index;
    this.#rounding = roundingFor(recordCount);
    this.#keys = new Int32Array(recordCount).fill(BY_HAND);
    this.sums = {
      // ways that lead out at the top end in one node more
      cells: new Int32Array(cellCount(index) + cells.width),
      bins: new Int32Array(SCORE_COUNT),
      known: new Int32Array(isCut ? nodeCount + 1 : 0),
      shares: new Float64Array(conceptCount),
      totals: new Int32Array(2),
    };
    this.touched = new Uint8Array(nodeCount + 1);
    this.#rare = rareRecords(index, recordCount);
  }

  add(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void {
    const { tagOffset, tagConcept, tagScore, tagEnd, tagMaxBelow } = this.#index;
    const { width, lowest } = this.#index.cells;
    const { cells, bins, shares, totals } = this.sums;
    const [rounding, rare, touched] = [this.#rounding, this.#rare, this.touched];
    const [keys, inverse] = [this.#keys, this.#inverse];
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
      let key = keys[record]!;
      if ((key & BY_HAND) !== minScore) key = this.#newKey(record, minScore);
      const unit = inverse[key >> 16]!;
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
      if (unit === 0) this.#addByHand(record, key, sign, minScore);
      else {
        totals[TAGGED]! += sign;
        shares[tagConcept[start + ((key >> 8) & BY_HAND)]!]! += sign * left;
      }
    }
  }

  addShares(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void {
    const { tagOffset, tagConcept, tagScore, tagMaxBelow } = this.#index;
    const { shares, totals } = this.sums;
    const [rounding, keys, inverse] = [this.#rounding, this.#keys, this.#inverse];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      if (end - start < 2) {
        if (start === end || tagScore[start]! < minScore) continue;
        shares[tagConcept[start]!]! += sign;
        totals[TAGGED]! += sign;
        continue;
      }
      let key = keys[record]!;
      if ((key & BY_HAND) !== minScore) key = this.#newKey(record, minScore);
      const unit = inverse[key >> 16]!;
      if (unit === 0) {
        this.#addByHand(record, key, sign, minScore);
        continue;
      }
      totals[TAGGED]! += sign;
      let left = 1;
      for (let tag = start; tag < end; tag++) {
        const score = tagScore[tag]!;
        const takes = takesShare(score, tagMaxBelow[tag]!, minScore);
        const share = unit * (score & takes) + rounding - rounding;
        shares[tagConcept[tag]!]! += sign * share;
        left -= share;
      }
      shares[tagConcept[start + ((key >> 8) & BY_HAND)]!]! += sign * left;
    }
  }

  /** Of a record that was last counted at another threshold, or never. */
  #newKey(record: number, minScore: Hundredths): number {
    return (this.#keys[record] = shareKey(this.#index, record, minScore));
  }

  #addByHand(record: number, key: number, sign: number, minScore: Hundredths): void {
    if (key >> 8 !== BY_HAND) return;
    const { shares, totals } = this.sums;
    const isTagged = addSharesByHand(this.#index, record, minScore, this.#rounding, sign, shares);
    if (isTagged) totals[TAGGED]! += sign;
  }

  /** What few records have: unions that they show, hidden tags. */
  #addRare(record: number, sign: number): void {
    const index = this.#index;
    const { tagOffset, tagConcept, tagEnd, unionOffset, unionCell, hidden } = index;
    const { cells, known, totals } = this.sums;
    const [from, to] = unionCell.length === 0 ? [0, 0] : [unionOffset[record]!, unionOffset[record + 1]!];
    for (let i = from; i < to; i++) {
      cells[unionCell[i]!]! += sign;
      this.touched[nodeOfCell(index, unionCell[i]!)] = 1;
    }
    if (hidden[record] === 0) return;
    totals[WITH_HIDDEN]! += sign;
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
