/** What all that are compared have in common: they are given a filter and give all facets' numbers. */
import type { FilterState } from '../../src/filter/passing/filter-state.ts';

/** One facet's numbers by node, in the words of src/filter/tally/facet-counts.ts. */
export interface FacetNumbers {
  readonly records: ArrayLike<number>;
  readonly scoreSum: ArrayLike<number>;
  readonly belowThreshold: ArrayLike<number>;
  readonly possible: ArrayLike<number>;
  readonly fractional: ArrayLike<number>;
  /** Left out where a peer cannot keep it cheaply: taking a record away does not tell the next highest score. */
  readonly maxScore?: ArrayLike<number>;
  readonly considered: number;
  readonly tagged: number;
  readonly withHidden: number;
}

/** All numbers of one step; facets in the order of the roll-ups. */
export interface Answer {
  readonly active: number;
  readonly facets: readonly FacetNumbers[];
}

/** A way to filter and count, made ready over one dataset. */
export interface Peer {
  readonly name: string;
  /**
   * Timed: takes the filter and works every number out. What it returns reads the numbers, outside of the timed part
   * and before the next step.
   */
  step(filter: FilterState): ReadAnswer | Promise<ReadAnswer>;
  /** Gives back what the garbage collector does not. */
  close?(): void;
}

export type ReadAnswer = () => Answer;

/** Fractions are added in different orders. */
const TOLERANCE = 1e-6;
const EXACT = ['records', 'scoreSum', 'belowThreshold', 'possible', 'maxScore'] as const;
const TOTALS = ['considered', 'tagged', 'withHidden'] as const;

/** The first number in which two answers differ, as a sentence; undefined where there is none. */
export function firstDifference(facets: readonly string[], a: Answer, b: Answer): string | undefined {
  if (a.active !== b.active) return `active records: ${a.active} and ${b.active}`;
  for (const [f, facet] of facets.entries()) {
    const [mine, other] = [a.facets[f]!, b.facets[f]!];
    for (const total of TOTALS) {
      if (mine[total] !== other[total]) return `${facet}, ${total}: ${mine[total]} and ${other[total]}`;
    }
    for (const name of [...EXACT, 'fractional'] as const) {
      const difference = firstDifferentNode(mine[name], other[name], name === 'fractional' ? TOLERANCE : 0);
      if (difference !== undefined) return `${facet}, ${name}, ${difference}`;
    }
  }
  return undefined;
}

function firstDifferentNode(
  a: ArrayLike<number> | undefined,
  b: ArrayLike<number> | undefined,
  tolerance: number,
): string | undefined {
  if (!a || !b) return undefined;
  if (a.length !== b.length) return `nodes: ${a.length} and ${b.length}`;
  for (let node = 0; node < a.length; node++) {
    // the test is put so that a NaN fails it
    if (!(Math.abs(a[node]! - b[node]!) <= tolerance)) return `node ${node}: ${a[node]} and ${b[node]}`;
  }
  return undefined;
}
