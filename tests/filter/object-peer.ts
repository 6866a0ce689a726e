/**
 * The benchmark's peer, "objects + filter + Map": what one writes first. Records are objects, clauses are tested
 * with filter and some, counts are kept in a Map. It starts from the same roll-up as the engine, so that the
 * comparison is about filtering and counting, not about finding ancestors.
 */
import { nodeOfCell, scoreOfCell, type FacetIndex } from '../../src/filter/facet-index.ts';
import { clauseOf, EMPTY_FILTER, minScoreOf, type FilterState } from '../../src/filter/filter-state.ts';

interface PeerTag {
  readonly concept: number;
  readonly score: number;
  readonly maxBelow: number;
}

interface PeerValues {
  readonly shown: readonly { readonly node: number; readonly score: number }[];
  readonly tags: readonly PeerTag[];
  readonly hidden: number;
}

type PeerRecord = ReadonlyMap<string, PeerValues>;

/** One node's numbers, named as those of the engine. */
export interface PeerCount {
  records: number;
  fractional: number;
  scoreHundredths: number;
  belowThreshold: number;
  maxScore: number;
  known: number;
}

export interface PeerCounts {
  readonly byNode: ReadonlyMap<number, PeerCount>;
  readonly considered: number;
  readonly tagged: number;
  readonly withHidden: number;
}

export class ObjectPeer {
  readonly #indexes: ReadonlyMap<string, FacetIndex>;
  readonly #records: readonly PeerRecord[];
  #filter: FilterState = EMPTY_FILTER;

  constructor(indexes: ReadonlyMap<string, FacetIndex>, recordCount: number) {
    this.#indexes = indexes;
    this.#records = Array.from({ length: recordCount }, (_, record) => {
      return new Map([...indexes].map(([facet, index]) => [facet, valuesOf(index, record)]));
    });
  }

  setFilter(filter: FilterState): void {
    this.#filter = filter;
  }

  activeCount(): number {
    return this.#records.filter((record) => this.#passes(record, null)).length;
  }

  countsFor(facet: string): PeerCounts {
    const minScore = minScoreOf(this.#filter, facet);
    const byNode = new Map<number, PeerCount>();
    const considered = this.#records.filter((record) => this.#passes(record, facet));
    let tagged = 0;
    for (const record of considered) {
      const { shown, tags, hidden } = record.get(facet)!;
      for (const { node, score } of shown) {
        const count = countOf(byNode, node);
        if (hidden > 0) count.known++;
        if (score >= minScore) {
          count.records++;
          count.scoreHundredths += score;
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
        countOf(byNode, concept).fractional += total === 0 ? 1 / deepest.length : score / total;
      }
    }
    rollUp(this.#indexes.get(facet)!, byNode);
    const withHidden = considered.filter((record) => record.get(facet)!.hidden > 0).length;
    return { byNode, considered: considered.length, tagged, withHidden };
  }

  #passes(record: PeerRecord, skipped: string | null): boolean {
    if (this.#filter.completeOnly && [...record.values()].some(({ hidden }) => hidden > 0)) return false;
    for (const facet of this.#filter.clauses.keys()) {
      if (facet !== skipped && !this.#passesClause(record, facet)) return false;
    }
    return true;
  }

  #passesClause(record: PeerRecord, facet: string): boolean {
    const { included, excluded, mode } = clauseOf(this.#filter, facet);
    const minScore = minScoreOf(this.#filter, facet);
    const { shown } = record.get(facet)!;
    const shows = (wanted: number) => shown.some(({ node, score }) => node === wanted && score >= minScore);
    for (const node of excluded) if (shows(node)) return false;
    if (included.size === 0) return true;
    return mode === 'any' ? [...included].some(shows) : [...included].every(shows);
  }
}

function valuesOf(index: FacetIndex, record: number): PeerValues {
  const { reachOffset, reachCell, tagOffset, tagConcept, tagScore, tagMaxBelow } = index;
  const shown = [];
  for (let i = reachOffset[record]!; i < reachOffset[record + 1]!; i++) {
    shown.push({ node: nodeOfCell(index, reachCell[i]!), score: scoreOfCell(index, reachCell[i]!) });
  }
  const tags = [];
  for (let i = tagOffset[record]!; i < tagOffset[record + 1]!; i++) {
    tags.push({ concept: tagConcept[i]!, score: tagScore[i]!, maxBelow: tagMaxBelow[i]! });
  }
  return { shown, tags, hidden: index.hidden[record]! };
}

function countOf(byNode: Map<number, PeerCount>, node: number): PeerCount {
  let count = byNode.get(node);
  if (!count) {
    count = { records: 0, fractional: 0, scoreHundredths: 0, belowThreshold: 0, maxScore: 0, known: 0 };
    byNode.set(node, count);
  }
  return count;
}

function rollUp(index: FacetIndex, byNode: Map<number, PeerCount>): void {
  for (let concept = index.conceptCount - 1; concept >= 0; concept--) {
    const parent = index.parent[concept]!;
    const count = byNode.get(concept);
    if (parent >= 0 && count) countOf(byNode, parent).fractional += count.fractional;
  }
  for (const { node, upperMembers } of index.unions) {
    for (const member of upperMembers) {
      const count = byNode.get(member);
      if (count) countOf(byNode, node).fractional += count.fractional;
    }
  }
}
