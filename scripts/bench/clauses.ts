/** Which facets a step has changed: peers that keep state do no more than that asks for. */
import {
  clauseOf,
  EMPTY_FILTER,
  isEmptyClause,
  minScoreOf,
  type Clause,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';

/** What one facet is now asked for, and whether that is new. */
export interface FacetChange {
  readonly clause: Clause;
  readonly isEmpty: boolean;
  readonly minScore: number;
  readonly newThreshold: boolean;
  /** Whether other records may pass the clause than before. */
  readonly newClause: boolean;
}

/** Compares each filter with the one before it. */
export class Changes {
  #before: FilterState = EMPTY_FILTER;

  /** @throws where the filter asks for complete lists only, or for words: no step of the script does */
  of(filter: FilterState, facets: readonly string[]): FacetChange[] {
    if (filter.completeOnly || filter.texts.length > 0) {
      throw new Error('the benchmark has no step that asks for complete lists or words');
    }
    const before = this.#before;
    this.#before = filter;
    return facets.map((facet) => {
      const clause = clauseOf(filter, facet);
      const isEmpty = isEmptyClause(clause);
      const minScore = minScoreOf(filter, facet);
      const newThreshold = minScore !== minScoreOf(before, facet);
      const newClause = clause !== clauseOf(before, facet) || (newThreshold && !isEmpty);
      return { clause, isEmpty, minScore, newThreshold, newClause };
    });
  }
}
