/** The numbers of one facet, as docs/numbers.md defines them. */

/** Every node's numbers under every counting rule. Columns are indexed by node and hold `nodeCount` entries. */
export interface FacetCounts {
  /** Rule "records": considered records that show the node. */
  readonly records: Uint32Array;
  /** Rule "fractional": what falls at the node or below when each record shares 1 among its deepest tags. */
  readonly fractional: Float64Array;
  /** Rule "score": sum of s(r, c), 0 to `records`; added in whole hundredths, so that it is exact. */
  readonly scoreSum: Float64Array;
  /**
   * Considered records with hidden tags in this facet and no tag at or below the node, whatever its score. A tag
   * that is known to be under the threshold leaves nothing open: lists are cut from the lowest scores.
   */
  readonly possible: Uint32Array;
  /** Considered records that have the node only with scores under the threshold. */
  readonly belowThreshold: Uint32Array;
  /** Highest counted s(r, c) in hundredths, 0 to 100; 0 where no record shows the node. */
  readonly maxScore: Uint8Array;
  /** Records that pass every clause but this facet's own, and the switch for complete lists. */
  readonly considered: number;
  /** Of these, those with at least one counted tag in the facet. */
  readonly tagged: number;
  /** Of these, those with hidden tags in the facet. */
  readonly withHidden: number;
}
