/**
 * The numbers of one facet, as README.md defines them under "What the numbers mean". Its loops count with an
 * index: they are the page's innermost, and iterators make them a quarter slower.
 */
import type { Hundredths } from '../model/dataset.ts';
import type { FacetIndex } from './facet-index.ts';

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

/**
 * Counts one facet over some records.
 * @param considered the records to count, each once
 * @param minScore lowest score that counts, inclusive, 0 to 100
 */
export function countFacet(index: FacetIndex, considered: Uint32Array, minScore: Hundredths): FacetCounts {
  const { fractional, tagged } = countFractional(index, considered, minScore);
  return {
    ...countShown(index, considered, minScore),
    ...countPossible(index, considered),
    fractional,
    tagged,
    considered: considered.length,
  };
}

/** How many tags of these records have each score: 101 bins, one a hundredth; no threshold applies. */
export function countScores(index: FacetIndex, considered: Uint32Array): Uint32Array {
  const { tagOffset, tagScore } = index;
  const bins = new Uint32Array(101);
  for (let at = 0; at < considered.length; at++) {
    const record = considered[at]!;
    const end = tagOffset[record + 1]!;
    for (let tag = tagOffset[record]!; tag < end; tag++) bins[tagScore[tag]!]!++;
  }
  return bins;
}

type ShownCounts = Pick<FacetCounts, 'records' | 'scoreSum' | 'belowThreshold' | 'maxScore'>;

function countShown(index: FacetIndex, considered: Uint32Array, minScore: Hundredths): ShownCounts {
  const { nodeCount, reachOffset, reachNode, reachScore } = index;
  const records = new Uint32Array(nodeCount);
  const belowThreshold = new Uint32Array(nodeCount);
  const maxScore = new Uint8Array(nodeCount);
  const scoreSum = new Float64Array(nodeCount);
  for (let at = 0; at < considered.length; at++) {
    const record = considered[at]!;
    const end = reachOffset[record + 1]!;
    for (let i = reachOffset[record]!; i < end; i++) {
      const node = reachNode[i]!;
      const score = reachScore[i]!;
      if (score >= minScore) {
        records[node]!++;
        scoreSum[node]! += score;
        if (score > maxScore[node]!) maxScore[node] = score;
      } else {
        belowThreshold[node]!++;
      }
    }
  }
  for (let node = 0; node < nodeCount; node++) scoreSum[node]! /= 100;
  return { records, scoreSum, belowThreshold, maxScore };
}

function countPossible(
  index: FacetIndex,
  considered: Uint32Array,
): Pick<FacetCounts, 'possible' | 'withHidden'> {
  const { nodeCount, reachOffset, reachNode, hidden } = index;
  const known = new Uint32Array(nodeCount);
  let withHidden = 0;
  for (let at = 0; at < considered.length; at++) {
    const record = considered[at]!;
    if (hidden[record] === 0) continue;
    withHidden++;
    const end = reachOffset[record + 1]!;
    for (let i = reachOffset[record]!; i < end; i++) known[reachNode[i]!]!++;
  }
  return { possible: known.map((count) => withHidden - count), withHidden };
}

function countFractional(
  index: FacetIndex,
  considered: Uint32Array,
  minScore: Hundredths,
): { fractional: Float64Array; tagged: number } {
  const { tagOffset, tagConcept, tagScore, tagMaxBelow } = index;
  const fractional = new Float64Array(index.nodeCount);
  let tagged = 0;
  for (let at = 0; at < considered.length; at++) {
    const record = considered[at]!;
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    let deepest = 0;
    let total = 0;
    for (let tag = start; tag < end; tag++) {
      // only tags without a counted tag below them take shares
      if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
      deepest++;
      total += tagScore[tag]!;
    }
    if (deepest === 0) continue;
    tagged++;
    for (let tag = start; tag < end; tag++) {
      if (tagScore[tag]! < minScore || tagMaxBelow[tag]! >= minScore) continue;
      fractional[tagConcept[tag]!]! += total === 0 ? 1 / deepest : tagScore[tag]! / total;
    }
  }
  rollUp(index, fractional);
  return { fractional, tagged };
}

/** Adds each concept's value to its ancestors', then sums the unions. */
function rollUp(index: FacetIndex, value: Float64Array): void {
  for (let concept = index.conceptCount - 1; concept >= 0; concept--) {
    const parent = index.parent[concept]!;
    if (parent >= 0) value[parent]! += value[concept]!;
  }
  for (const { node, upperMembers } of index.unions) {
    for (const member of upperMembers) value[node]! += value[member]!;
  }
}
