/**
 * Sums of a facet whose scores are all 1 and where nothing stands below anything, as with authors. About its loop, see
 * scored-tally.ts.
 */
import { SURE, type FacetIndex } from './facet-index.ts';
import { roundingFor } from './shares.ts';
import { SCORE_COUNT, TAGGED, type Sums, type Tally } from './sums.ts';

/** Up to so many nodes a record, {@link bringNear} takes less time than it saves. */
const NODES_A_RECORD = 10;

export class FlatTally implements Tally {
  readonly sums: Sums;
  readonly touched: Uint8Array;
  readonly #index: FacetIndex;
  readonly #rounding: number;

  constructor(index: FacetIndex, recordCount: number) {
    this.#index = index;
    this.#rounding = roundingFor(recordCount);
    this.sums = {
      cells: new Int32Array(index.nodeCount),
      bins: new Int32Array(SCORE_COUNT),
      known: new Int32Array(0),
      shares: new Float64Array(index.nodeCount),
      totals: new Int32Array(2),
    };
    this.touched = new Uint8Array(0);
  }

  add(records: Uint32Array, sign: 1 | -1): void {
    const { tagOffset, tagConcept } = this.#index;
    const { cells, shares, bins, totals } = this.sums;
    const rounding = this.#rounding;
    if (NODES_A_RECORD * records.length > cells.length) {
      bringNear(cells);
      // as words: what looks through numbers of one type is quicker
      bringNear(new Int32Array(shares.buffer));
    }
    let [tagged, tags] = [0, 0];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      if (end === start) continue;
      tagged++;
      tags += end - start;
      const share = sign * (1 / (end - start) + rounding - rounding);
      for (let tag = start; tag < end; tag++) {
        const concept = tagConcept[tag]!;
        cells[concept]! += sign;
        shares[concept]! += share;
      }
      // what rounding leaves goes to the last
      shares[tagConcept[end - 1]!]! += sign - share * (end - start);
    }
    totals[TAGGED]! += sign * tagged;
    bins[SURE]! += sign * tags;
  }

  addShares(): void {
    // no threshold changes who is counted
  }
}

/** Words of 32 bits in a line of the machine's near memory. */
const LINE = 16;
const seen = new Int32Array(1);

/**
 * Looks at memory from one end to the other, which a machine does ahead: it is near then, and going through it in no
 * order, as records name their authors, waits less: 5 to 10 % of the slowest steps of a million records.
 */
function bringNear(words: Int32Array): void {
  // what nobody keeps, the engine would leave out
  for (let i = 0; i < words.length; i += LINE) seen[0]! ^= words[i]!;
}
