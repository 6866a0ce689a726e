/**
 * "objects + filter + Map": what one writes first. Records are objects, clauses are tested with filter and some,
 * counts are kept in a Map.
 */
import { clauseOf, minScoreOf, type FilterState } from '../../../src/filter/passing/filter-state.ts';
import type { FacetNumbers, Peer } from '../peer.ts';
import { addUpwards, type RollUp } from '../rollup.ts';

interface Values {
  readonly shown: readonly { readonly node: number; readonly score: number }[];
  readonly tags: readonly { readonly concept: number; readonly score: number; readonly maxBelow: number }[];
  readonly hidden: number;
}

type Item = ReadonlyMap<string, Values>;

interface Count {
  records: number;
  hundredths: number;
  belowThreshold: number;
  maxScore: number;
  known: number;
}

interface Counts {
  readonly byNode: ReadonlyMap<number, Count>;
  readonly fractional: Float64Array;
  readonly considered: number;
  readonly tagged: number;
  readonly withHidden: number;
}

export function objectPeer(rollUps: readonly RollUp[], recordCount: number): Peer {
  const items = Array.from({ length: recordCount }, (_, record): Item => {
    return new Map(rollUps.map((rollUp) => [rollUp.facet, valuesOf(rollUp, record)]));
  });
  return {
    name: 'objects + filter + Map',
    step(filter) {
      const active = items.filter((item) => passes(item, filter, null)).length;
      const counts = rollUps.map((rollUp) => countFacet(rollUp, items, filter));
      return () => ({ active, facets: counts.map((count, f) => numbersOf(rollUps[f]!, count)) });
    },
  };
}

function countFacet(rollUp: RollUp, items: readonly Item[], filter: FilterState): Counts {
  const { facet } = rollUp;
  const minScore = minScoreOf(filter, facet);
  const byNode = new Map<number, Count>();
  const fractional = new Float64Array(rollUp.nodeCount);
  const considered = items.filter((item) => passes(item, filter, facet));
  let tagged = 0;
  for (const item of considered) {
    const { shown, tags, hidden } = item.get(facet)!;
    for (const { node, score } of shown) {
      const count = countOf(byNode, node);
      if (hidden > 0) count.known++;
      if (score >= minScore) {
        count.records++;
        count.hundredths += score;
        count.maxScore = Math.max(count.maxScore, score);
      } else {
        count.belowThreshold++;
      }
    }
    const deepest = tags.filter(({ score, maxBelow }) => score >= minScore && maxBelow < minScore);
    if (deepest.length === 0) continue;
    tagged++;
    const total = deepest.reduce((sum, { score }) => sum + score, 0);
    for (const { concept, score } of deepest) {
      fractional[concept]! += total === 0 ? 1 / deepest.length : score / total;
    }
  }
  addUpwards(rollUp, fractional);
  const withHidden = considered.filter((item) => item.get(facet)!.hidden > 0).length;
  return { byNode, fractional, considered: considered.length, tagged, withHidden };
}

function passes(item: Item, filter: FilterState, skipped: string | null): boolean {
  if (filter.completeOnly && [...item.values()].some(({ hidden }) => hidden > 0)) return false;
  for (const facet of filter.clauses.keys()) {
    if (facet !== skipped && !passesClause(item, filter, facet)) return false;
  }
  return true;
}

function passesClause(item: Item, filter: FilterState, facet: string): boolean {
  const { included, excluded, mode } = clauseOf(filter, facet);
  const minScore = minScoreOf(filter, facet);
  const { shown } = item.get(facet)!;
  const shows = (wanted: number) => shown.some(({ node, score }) => node === wanted && score >= minScore);
  for (const node of excluded) if (shows(node)) return false;
  if (included.size === 0) return true;
  return mode === 'any' ? [...included].some(shows) : [...included].every(shows);
}

function valuesOf(rollUp: RollUp, record: number): Values {
  const { shownOffset, shownNode, shownScore, tagOffset, tagConcept, tagScore, tagMaxBelow } = rollUp;
  const shown = [];
  for (let i = shownOffset[record]!; i < shownOffset[record + 1]!; i++) {
    shown.push({ node: shownNode[i]!, score: shownScore[i]! });
  }
  const tags = [];
  for (let i = tagOffset[record]!; i < tagOffset[record + 1]!; i++) {
    tags.push({ concept: tagConcept[i]!, score: tagScore[i]!, maxBelow: tagMaxBelow[i]! });
  }
  return { shown, tags, hidden: rollUp.hidden[record]! };
}

function countOf(byNode: Map<number, Count>, node: number): Count {
  let count = byNode.get(node);
  if (!count) {
    count = { records: 0, hundredths: 0, belowThreshold: 0, maxScore: 0, known: 0 };
    byNode.set(node, count);
  }
  return count;
}

function numbersOf({ nodeCount }: RollUp, counts: Counts): FacetNumbers {
  const column = (value: (count: Count | undefined) => number) =>
    Float64Array.from({ length: nodeCount }, (_, node) => value(counts.byNode.get(node)));
  return {
    records: column((count) => count?.records ?? 0),
    scoreSum: column((count) => (count?.hundredths ?? 0) / 100),
    belowThreshold: column((count) => count?.belowThreshold ?? 0),
    possible: column((count) => counts.withHidden - (count?.known ?? 0)),
    maxScore: column((count) => count?.maxScore ?? 0),
    fractional: counts.fractional,
    considered: counts.considered,
    tagged: counts.tagged,
    withHidden: counts.withHidden,
  };
}
