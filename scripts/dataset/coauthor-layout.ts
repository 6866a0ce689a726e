/** Arranges the co-author graph when the dataset is built, so that the page opens with its picture. */
import { buildCoauthorGraph, MAX_PAIR_AUTHORS, type Bylines } from '../../src/layout/coauthor-graph.ts';
import { layoutCoauthors } from '../../src/layout/coauthor-layout.ts';
import type { CoauthorLayoutColumns } from '../../src/model/dataset.ts';

/** Larger graphs take more than some four seconds; the page arranges them, while one looks. */
export const MOST_ARRANGED = { nodes: 30_000, edges: 300_000 } as const;

/** Width by height of the panel on a desk; other panels show the same picture with more room around it. */
const ASPECT = 1.5;

/** What positions are made of: who wrote each record, and how many authors there are. */
interface Arrangeable {
  readonly records: Bylines;
  readonly authors: { readonly family: { readonly length: number } };
  readonly coauthorLayout?: CoauthorLayoutColumns;
}

/** The dataset with positions, or as it is and why. The same dataset always gets the same positions. */
export function arranged<T extends Arrangeable>(
  dataset: T,
  most: { readonly nodes: number; readonly edges: number } = MOST_ARRANGED,
): { readonly dataset: T; readonly note: string } {
  const authorCount = dataset.authors.family.length;
  const tooMany = (size: string) => ({
    dataset,
    note: `${size}: too many to arrange here, the page does it`,
  });
  // each author of a built dataset has a record and so a node: the links of too many need no counting
  if (authorCount > most.nodes) return tooMany(`${authorCount} people`);
  const graph = buildCoauthorGraph(dataset.records, authorCount, MAX_PAIR_AUTHORS);
  const size = `${graph.nodeCount} people and hubs, ${graph.edgeSource.length} links`;
  if (graph.nodeCount > most.nodes || graph.edgeSource.length > most.edges) return tooMany(size);
  const picture = layoutCoauthors(graph, ASPECT);
  const coauthorLayout = {
    maxPairAuthors: MAX_PAIR_AUTHORS,
    x: picture.x.map(hundredths),
    y: picture.y.map(hundredths),
  };
  return { dataset: { ...dataset, coauthorLayout }, note: `${size}, arranged` };
}

/** As the file has it, so that reading gives what was written. */
const hundredths = (value: number) => Math.round(value * 100) / 100;
