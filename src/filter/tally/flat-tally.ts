/**
 * Sums of a facet whose scores are all 1 and where nothing stands below anything, as with authors. About its loop, see
 * scored-tally.ts.
 */
import type { FacetCounts } from './facet-counts.ts';
import { SURE, type FacetIndex } from '../index/facet-index.ts';
import { bitsFor } from './shares.ts';
import {
  keepColumns,
  SCORE_COUNT,
  TAGGED,
  type NodeColumns,
  type Restore,
  type Shares,
  type Tally,
} from './tally.ts';

/** Up to so many nodes a record, {@link bringNear} takes less time than it saves. */
const NODES_A_RECORD = 10;

/** Of fewer nodes all sums are near anyway, and taking them apart costs more than it saves. */
const PACKED_FROM = 150_000;

/** Bits of a sum of shares before and behind its point, and those that are behind it at least beside a count. */
const SHARE_BITS = 52;
const LEAST_SHARE_BITS = 25;

export class FlatTally implements Tally {
  readonly bins = new Int32Array(SCORE_COUNT);
  readonly totals = new Int32Array(2);
  readonly #index: FacetIndex;
  /** Shares are multiples of 1 / this, a power of two: so all sums are exact. */
  readonly #grains: number;
  /**
   * What a record adds to {@link #sums} besides its share, more than all shares of a node together: so one number holds
   * both sums, since a large step waits for little else than for the memory of nodes in no order. 0 where
   * records are counted apart: of few nodes, or where one has so many records that shares would be too coarse.
   */
  readonly #unit: number;
  /** By node: shares, and its records times the unit. */
  readonly #sums: Float64Array;
  /** By node, where the unit is 0. */
  readonly #records: Int32Array;

  /** @param packedFrom how many nodes there are at least where one number holds both sums of a node */
  constructor(index: FacetIndex, recordCount: number, packedFrom = PACKED_FROM) {
    const { nodeCount } = index;
    const apart = SHARE_BITS - bitsFor(recordCount);
    const bits = nodeCount < packedFrom ? 0 : bitsFor(mostRecords(index));
    // a count, as many whole shares, and what is behind their point, in the 53 bits of a number
    const together = Math.min(apart, SHARE_BITS + 1 - 2 * bits);
    const isPacked = bits > 0 && together >= LEAST_SHARE_BITS;
    this.#index = index;
    this.#unit = isPacked ? 2 ** bits : 0;
    this.#grains = 2 ** (isPacked ? together : apart);
    this.#sums = new Float64Array(nodeCount);
    this.#records = new Int32Array(isPacked ? 0 : nodeCount);
  }

  add(records: Uint32Array, sign: 1 | -1): void {
    const { tagOffset, tagConcept } = this.#index;
    const [bins, totals, sums, counts] = [this.bins, this.totals, this.#sums, this.#records];
    const [unit, grains, grain] = [this.#unit, this.#grains, 1 / this.#grains];
    if (NODES_A_RECORD * records.length > sums.length) {
      bringNear(counts);
      // as words: what looks through numbers of one type is quicker
      bringNear(new Int32Array(sums.buffer));
    }
    let [tagged, tags] = [0, 0];
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      const start = tagOffset[record]!;
      const end = tagOffset[record + 1]!;
      if (end === start) continue;
      tagged++;
      tags += end - start;
      // rounded down, so that nobody's share is negative: what that leaves goes to the last
      const share = Math.floor(grains / (end - start)) * grain;
      const both = sign * (unit + share);
      if (unit > 0) for (let tag = start; tag < end; tag++) sums[tagConcept[tag]!]! += both;
      else {
        for (let tag = start; tag < end; tag++) {
          const concept = tagConcept[tag]!;
          counts[concept]! += sign;
          sums[concept]! += both;
        }
      }
      sums[tagConcept[end - 1]!]! += sign * (1 - share * (end - start));
    }
    totals[TAGGED]! += sign * tagged;
    bins[SURE]! += sign * tags;
  }

  addShares(): void {
    // no threshold changes who is counted
  }

  write({ records, fractional }: NodeColumns): void {
    const [sums, unit] = [this.#sums, this.#unit];
    if (unit === 0) {
      records.set(this.#records);
      fractional.set(sums);
      return;
    }
    const perUnit = 1 / unit;
    for (let node = 0; node < sums.length; node++) {
      const both = sums[node]!;
      const count = Math.floor(both * perUnit);
      records[node] = count;
      fractional[node] = both - count * unit;
    }
  }

  clear(): void {
    for (const column of [this.bins, this.totals, this.#sums, this.#records]) column.fill(0);
  }

  clearShares(): void {
    // as with addShares
  }

  /** Keeps the columns that were handed out rather than copies. */
  keep({ records, fractional }: Pick<FacetCounts, 'records' | 'fractional'>): Restore {
    const restoreColumns = keepColumns([this.bins, this.totals]);
    return () => {
      const [sums, unit] = [this.#sums, this.#unit];
      restoreColumns();
      sums.set(fractional);
      // of one type copying is quicker
      if (unit === 0) this.#records.set(new Int32Array(records.buffer));
      else for (let node = 0; node < sums.length; node++) sums[node]! += unit * records[node]!;
    };
  }

  shares(): Shares {
    return { byConcept: new Float64Array(0), tagged: 0 };
  }

  takeShares(): void {
    // as with addShares
  }
}

/** How many records the node with the most has. */
function mostRecords({ nodeCount, tagConcept }: FacetIndex): number {
  const counts = new Uint32Array(nodeCount);
  let most = 0;
  for (let tag = 0; tag < tagConcept.length; tag++) most = Math.max(most, ++counts[tagConcept[tag]!]!);
  return most;
}

/** Words of 32 bits in a line of the machine's near memory. */
const LINE = 16;
const seen = new Int32Array(1);

/**
 * Looks at memory from one end to the other, which a machine does ahead: it is near then, and going through it in no
 * order, as records name their authors, waits less.
 */
function bringNear(words: Int32Array): void {
  // what nobody keeps, the engine would leave out
  for (let i = 0; i < words.length; i += LINE) seen[0]! ^= words[i]!;
}
