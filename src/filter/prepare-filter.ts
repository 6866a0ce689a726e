/** What the first steps of a filter need and could be made before: for the time after the first picture. */
import type { CrossFilter } from './cross-filter.ts';
import { shareCount, SharesByThreshold } from './tally/shares-by-threshold.ts';

/** Going through so many records takes a few milliseconds. */
const RECORDS_A_PIECE = 10_000;

/** Where they would be more, counting the records takes little longer than to copy shares that were kept. */
const SHARES_A_RECORD = 2;

/**
 * Readies a filter piece by piece. It can be used between them at any time: its numbers are the same before and after,
 * only come sooner.
 * @param recordsAPiece how many records are counted until the next piece begins
 * @param sharesARecord up to how many shares of all thresholds are kept for each record of the dataset
 */
export function* preparing(
  filter: CrossFilter,
  recordsAPiece = RECORDS_A_PIECE,
  sharesARecord = SHARES_A_RECORD,
): Generator<void> {
  for (const facet of filter.indexes.keys()) {
    yield* filter.turnRound(facet, recordsAPiece);
    filter.prepare(facet);
    yield;
  }
  const { recordCount } = filter;
  for (const [facet, index] of filter.indexes) {
    // all that is flat is sure, and has one threshold
    if (index.isFlat || shareCount(index) > sharesARecord * recordCount) continue;
    const shares = new SharesByThreshold(index, recordCount);
    while (shares.advance(recordsAPiece)) yield;
    filter.prepare(facet, shares);
  }
}
