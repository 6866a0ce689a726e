/** Years that follow each other, as one: "2010–2014". */
import { facetById, type ConceptColumns, type FacetId } from '../../model/dataset.ts';
import type { ClauseMode } from '../../filter/passing/filter-state.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { distinctName } from './namesakes.ts';

/**
 * Nodes as words speak of them: each by itself, but years that follow each other together.
 * @param mode how they combine: years that a record must all have are no range
 */
export function runsOf(
  { dataset }: Explorer,
  facet: FacetId,
  nodes: Iterable<number>,
  mode: ClauseMode = 'any',
): number[][] {
  const found = facetById(dataset, facet);
  if (found?.kind === 'time' && mode === 'any') return yearRuns(found.concepts, nodes);
  return [...nodes].map((node) => [node]);
}

/** "2014", "2010–2014". */
export function runInWords(explorer: Explorer, facet: FacetId, run: readonly number[]): string {
  const ends = run.length > 1 ? [run[0]!, run.at(-1)!] : run;
  return ends.map((node) => distinctName(explorer, facet, node)).join('–');
}

/** In the order of time, as the concepts stand; in a run no other year of the dataset lies between two. */
function yearRuns({ parent }: ConceptColumns, nodes: Iterable<number>): number[][] {
  const runs: number[][] = [];
  for (const node of [...nodes].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    const isYear = parent[node]! >= 0;
    // decades stand between years, and are no neighbours of theirs
    const before = parent.subarray(0, node).findLastIndex((above) => above >= 0 === isYear);
    if (run?.at(-1) === before) run.push(node);
    else runs.push([node]);
  }
  return runs;
}
