/** What a facet's counting adds up, record by record; all that is handed out follows from this. */
import type { Hundredths } from '../../model/dataset.ts';
import type { FacetCounts } from './facet-counts.ts';

/** How many scores there are: 0 to 100 hundredths. */
export const SCORE_COUNT = 101;

/** Numbers by node as they are handed out; those that are never negative are written as signed numbers too. */
export interface NodeColumns extends Pick<FacetCounts, 'scoreSum' | 'maxScore' | 'fractional'> {
  readonly records: Int32Array;
  readonly belowThreshold: Int32Array;
  readonly possible: Int32Array;
}

/** Brings back what a tally held when this was made. */
export type Restore = () => void;

/** What falls at each concept, not below, and how many records have at least one counted tag. */
export interface Shares {
  readonly byConcept: Float64Array;
  readonly tagged: number;
}

/** Sums that records are put into (sign 1) and taken out of (sign -1). */
export interface Tally {
  /** By score: tags. */
  readonly bins: Int32Array;
  /** Records with hidden tags at {@link WITH_HIDDEN}, those with at least one counted tag at {@link TAGGED}. */
  readonly totals: Int32Array;
  /** @param minScore lowest score that counts; the one with which a record was put in */
  add(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void;
  /** The same for shares and tagged records alone. */
  addShares(records: Uint32Array, sign: 1 | -1, minScore: Hundredths): void;
  /** Writes the numbers of the records that are in, at the threshold with which they were put in. */
  write(columns: NodeColumns, minScore: Hundredths): void;
  /** Takes all records out. */
  clear(): void;
  /** The same for shares and tagged records alone. */
  clearShares(): void;
  /**
   * Keeps what it holds; whether that brings back shares and tagged records too is left open.
   * @param counts what was written last, which is to stay as it is
   */
  keep(counts: FacetCounts): Restore;
  /** A copy of the shares, and the tagged records. */
  shares(): Shares;
  /** Holds these in their place. */
  takeShares(shares: Shares): void;
}

export const WITH_HIDDEN = 0;
export const TAGGED = 1;

/** Keeps what stands in some columns. */
export function keepColumns(columns: readonly (Int32Array | Uint8Array | Float64Array)[]): Restore {
  const kept = columns.map((column) => column.slice());
  return () => columns.forEach((column, i) => column.set(kept[i]!));
}
