/**
 * How a place's value and rank go as its facet's threshold moves from 0 to 1: whether a rank hangs on an arbitrary
 * cut. One pass over the records gives every threshold's value under every counting rule. Its loops count with an
 * index, as those of facet-counts.ts do.
 */
import type { CountingRule } from '../../model/counting-rule.ts';
import type { Hundredths } from '../../model/dataset.ts';
import { tagScoresOf, type FacetIndex } from '../index/facet-index.ts';
import { forShown } from './show.ts';

/** Thresholds 0, 0.01, …, 1. */
export const THRESHOLD_COUNT = 101;

/** Sums that differ by less than this, of themselves or of 1, share a rank. */
const SAME = 1e-9;

/**
 * Values of some nodes at every threshold. The value of the node at position p in `nodes` at the threshold of t
 * hundredths is the entry `p * THRESHOLD_COUNT + t` of its rule's column.
 */
export interface ThresholdProfile {
  /** Each once. Ranks are ranks among these. */
  readonly nodes: readonly number[];
  readonly records: Uint32Array;
  readonly fractional: Float64Array;
  readonly score: Float64Array;
}

/** Thresholds in hundredths, both included. */
export interface ThresholdRange {
  readonly from: Hundredths;
  readonly to: Hundredths;
}

/**
 * Counts the nodes at all 101 thresholds.
 * @param considered the records to count, each once
 * @param nodes each once; a node that the facet doesn't have has no value at any threshold
 */
export function thresholdProfile(
  index: FacetIndex,
  considered: Uint32Array,
  nodes: readonly number[],
): ThresholdProfile {
  return {
    nodes,
    ...profileShown(index, considered, nodes),
    fractional: profileFractional(index, considered, nodes),
  };
}

/**
 * The node's value under a rule.
 * @param position of the node in `profile.nodes`
 */
export function valueAt(
  profile: ThresholdProfile,
  rule: CountingRule,
  position: number,
  threshold: Hundredths,
): number {
  return profile[rule][position * THRESHOLD_COUNT + threshold]!;
}

/**
 * The node's rank among the profile's nodes: 1 for the highest value. Equal values share a rank and the next one is
 * left out (1, 2, 2, 4); 0 where the value is 0.
 */
export function rankAt(
  profile: ThresholdProfile,
  rule: CountingRule,
  position: number,
  threshold: Hundredths,
): number {
  const column = profile[rule];
  const value = column[position * THRESHOLD_COUNT + threshold]!;
  if (value === 0) return 0;
  const above = value + SAME * Math.max(1, value);
  let rank = 1;
  for (let at = threshold; at < column.length; at += THRESHOLD_COUNT) if (column[at]! > above) rank++;
  return rank;
}

/** How many nodes have a value at the threshold: what a rank is out of. */
export function rankedCount(profile: ThresholdProfile, rule: CountingRule, threshold: Hundredths): number {
  const column = profile[rule];
  let count = 0;
  for (let at = threshold; at < column.length; at += THRESHOLD_COUNT) if (column[at]! > 0) count++;
  return count;
}

/** The widest range of thresholds around this one over which the node's rank stays what it is here. */
export function stableRange(
  profile: ThresholdProfile,
  rule: CountingRule,
  position: number,
  threshold: Hundredths,
): ThresholdRange {
  const rank = rankAt(profile, rule, position, threshold);
  let from = threshold;
  let to = threshold;
  while (from > 0 && rankAt(profile, rule, position, from - 1) === rank) from--;
  while (to < THRESHOLD_COUNT - 1 && rankAt(profile, rule, position, to + 1) === rank) to++;
  return { from, to };
}

/** Rules "records" and "score": counts how often each node is shown with each score, then adds up from 1.00 down. */
function profileShown(
  index: FacetIndex,
  considered: Uint32Array,
  nodes: readonly number[],
): Pick<ThresholdProfile, 'records' | 'score'> {
  const rowOf = rowsOfNodes(index, nodes);
  const records = new Uint32Array(nodes.length * THRESHOLD_COUNT);
  const count = (node: number, score: number) => {
    const row = rowOf[node]!;
    if (row >= 0) records[row + score]!++;
  };
  for (let at = 0; at < considered.length; at++) forShown(index, considered[at]!, count);
  const score = new Float64Array(records.length);
  for (let row = 0; row < records.length; row += THRESHOLD_COUNT) {
    let hundredths = 0;
    for (let t = THRESHOLD_COUNT - 1; t >= 0; t--) {
      hundredths += t * records[row + t]!;
      score[row + t] = hundredths / 100;
      if (t < THRESHOLD_COUNT - 1) records[row + t]! += records[row + t + 1]!;
    }
  }
  return { records, score };
}

/**
 * Rule "fractional": a record's shares change only at the scores of its own tags, and between two of them they
 * are added to all thresholds. Nothing is taken away again, so that no rounding is left where a value is 0.
 */
function profileFractional(
  index: FacetIndex,
  considered: Uint32Array,
  nodes: readonly number[],
): Float64Array {
  const { tagOffset, tagConcept, tagMaxBelow } = index;
  const tagScore = tagScoresOf(index);
  const { offset, row } = rowsAbove(index, nodes);
  const fractional = new Float64Array(nodes.length * THRESHOLD_COUNT);
  for (let at = 0; at < considered.length; at++) {
    const record = considered[at]!;
    const start = tagOffset[record]!;
    const end = tagOffset[record + 1]!;
    // from the surest tag down: the tags of `level` or more are those that count at thresholds above `next`
    let level = nextScore(tagScore, start, end, THRESHOLD_COUNT);
    while (level >= 0) {
      const next = nextScore(tagScore, start, end, level);
      let deepest = 0;
      let total = 0;
      for (let tag = start; tag < end; tag++) {
        if (tagScore[tag]! < level || tagMaxBelow[tag]! >= level) continue;
        deepest++;
        total += tagScore[tag]!;
      }
      for (let tag = start; tag < end; tag++) {
        if (tagScore[tag]! < level || tagMaxBelow[tag]! >= level) continue;
        const share = total === 0 ? 1 / deepest : tagScore[tag]! / total;
        const concept = tagConcept[tag]!;
        for (let i = offset[concept]!; i < offset[concept + 1]!; i++) {
          for (let t = row[i]! + next + 1; t <= row[i]! + level; t++) fractional[t]! += share;
        }
      }
      level = next;
    }
  }
  return fractional;
}

/** The highest of these scores below `limit`; -1 where there is none. */
function nextScore(scores: Uint8Array, start: number, end: number, limit: number): number {
  let next = -1;
  for (let i = start; i < end; i++) {
    const score = scores[i]!;
    if (score < limit && score > next) next = score;
  }
  return next;
}

/** By node where its row begins; -1 for those that are not asked for. */
function rowsOfNodes({ nodeCount }: FacetIndex, nodes: readonly number[]): Int32Array {
  const rowOf = new Int32Array(nodeCount).fill(-1);
  nodes.forEach((node, position) => {
    if (node >= 0 && node < nodeCount) rowOf[node] = position * THRESHOLD_COUNT;
  });
  return rowOf;
}

/** By concept the rows of the nodes that it stands at or below, as entries `offset[c]` to `offset[c + 1]`. */
function rowsAbove(
  index: FacetIndex,
  nodes: readonly number[],
): { readonly offset: Uint32Array; readonly row: readonly number[] } {
  const { conceptCount, parent, unions } = index;
  const rowOf = rowsOfNodes(index, nodes);
  // what falls below a union falls below exactly one of its upper members; a city may stand in two unions
  const rowsOfUnions = new Map<number, number[]>();
  for (const { node, upperMembers } of unions) {
    if (rowOf[node]! < 0) continue;
    for (const member of upperMembers) {
      rowsOfUnions.set(member, [...(rowsOfUnions.get(member) ?? []), rowOf[node]!]);
    }
  }
  const offset = new Uint32Array(conceptCount + 1);
  const row: number[] = [];
  for (let concept = 0; concept < conceptCount; concept++) {
    for (let at = concept; at >= 0; at = parent[at]!) {
      if (rowOf[at]! >= 0) row.push(rowOf[at]!);
      row.push(...(rowsOfUnions.get(at) ?? []));
    }
    offset[concept + 1] = row.length;
  }
  return { offset, row };
}
