/** Years that follow each other, as one: "2010–2014". */
import { facetById, type ConceptColumns, type FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { distinctName } from './namesakes.ts';

/** Nodes as words speak of them: each by itself, but years that follow each other together. */
export function runsOf({ dataset }: Explorer, facet: FacetId, nodes: Iterable<number>): number[][] {
  const found = facetById(dataset, facet);
  return found?.kind === 'time' ? yearRuns(found.concepts, nodes) : [...nodes].map((node) => [node]);
}

/** "2014", "2010–2014". */
export function runInWords(explorer: Explorer, facet: FacetId, run: readonly number[]): string {
  const [first, last] = [run[0]!, run.at(-1)!].map((node) => distinctName(explorer, facet, node));
  return run.length === 1 ? first! : `${first}–${last}`;
}

/** In rising order, decades first; in a run no other year of the dataset lies between two. */
function yearRuns({ label, parent }: ConceptColumns, nodes: Iterable<number>): number[][] {
  const chosen = new Set(nodes);
  const isYear = (node: number) => Number(parent[node]! >= 0);
  const ordered = [...label.keys()].sort(
    (a, b) => isYear(a) - isYear(b) || parseInt(label[a]!) - parseInt(label[b]!),
  );
  const runs: number[][] = [];
  ordered.forEach((node, i) => {
    if (!chosen.has(node)) return;
    const before = ordered[i - 1];
    if (before !== undefined && chosen.has(before) && isYear(before) === isYear(node))
      runs.at(-1)!.push(node);
    else runs.push([node]);
  });
  return runs;
}
