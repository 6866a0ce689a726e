/** What a facet's counting adds up, record by record; all that it hands out follows from this. */
import type { Hundredths } from '../model/dataset.ts';

/** How many scores there are: 0 to 100 hundredths. */
export const SCORE_COUNT = 101;

export interface Sums {
  /** By cell: records whose tag begins to show the node with the score here, less those whose tag ends here. */
  readonly cells: Int32Array;
  /** By score: tags. */
  readonly bins: Int32Array;
  /** By node: as by cell, at any score, of records with hidden tags. */
  readonly known: Int32Array;
  /** By concept: what falls at it, not below. */
  readonly shares: Float64Array;
  /** Records with hidden tags at {@link WITH_HIDDEN}, those with at least one counted tag at {@link TAGGED}. */
  readonly totals: Int32Array;
}

export const WITH_HIDDEN = 0;
export const TAGGED = 1;

/** Sums that records are put into (sign 1) and taken out of (sign -1). */
export interface Tally {
  readonly sums: Sums;
  /** By node: 1 where its cells changed since somebody last looked at them. */
  readonly touched: Uint8Array;
  /** @param minScore lowest score that counts; the one with which a record was put in */
  add(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void;
  /** The same for shares and tagged records alone. */
  addShares(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void;
}

export function copySums({ cells, bins, known, shares, totals }: Sums): Sums {
  return {
    cells: cells.slice(),
    bins: bins.slice(),
    known: known.slice(),
    shares: shares.slice(),
    totals: totals.slice(),
  };
}

/** Overwrites sums with others of the same facet, or with zeros. */
export function resetSums(sums: Sums, to: Sums | null): void {
  for (const name of ['cells', 'bins', 'known', 'totals'] as const) {
    if (to) sums[name].set(to[name]);
    else sums[name].fill(0);
  }
  if (to) sums.shares.set(to.shares);
  else sums.shares.fill(0);
}
