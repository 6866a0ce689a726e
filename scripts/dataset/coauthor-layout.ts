/** Arranges the co-author graph when the dataset is built, so that the page opens with its picture. */
import {
  buildCoauthorGraph,
  MAX_PAIR_AUTHORS,
  type Bylines,
} from '../../src/layout/coauthors/coauthor-graph.ts';
import { CoauthorLayout } from '../../src/layout/coauthors/coauthor-layout.ts';
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

/** A graph with this many nodes and links is arranged, a larger one is not. */
interface Most {
  readonly nodes: number;
  readonly edges: number;
}

interface Arranged<T> {
  readonly dataset: T;
  readonly note: string;
}

/** The dataset with positions, or as it is and why. The same dataset always gets the same positions. */
export function arranged<T extends Arrangeable>(dataset: T, most: Most = MOST_ARRANGED): Arranged<T> {
  const arrangement = arrangementOf(dataset, most);
  arrangement.layout?.step(Infinity);
  return arrangement.end();
}

/** Computing goes on for so long at a time. */
const STEP_MS = 100;

/** The same in steps. @param onShare told after each how much is done, 0 to 1; waited for, so that others have their turn */
export async function arrangedInSteps<T extends Arrangeable>(
  dataset: T,
  onShare: (share: number) => Promise<void>,
  most: Most = MOST_ARRANGED,
  stepMs = STEP_MS,
): Promise<Arranged<T>> {
  const { layout, end } = arrangementOf(dataset, most);
  while (layout?.step(stepMs) === false) await onShare(layout.share);
  return end();
}

/** A layout that must be done before the end is asked for; none where the graph is too large. */
interface Arrangement<T> {
  readonly layout: CoauthorLayout | undefined;
  readonly end: () => Arranged<T>;
}

function arrangementOf<T extends Arrangeable>(dataset: T, most: Most): Arrangement<T> {
  const authorCount = dataset.authors.family.length;
  const tooMany = (size: string): Arrangement<T> => ({
    layout: undefined,
    end: () => ({ dataset, note: `${size}: too many to arrange here, the page does it` }),
  });
  // each author of a built dataset has a record and so a node: the links of too many need no counting
  if (authorCount > most.nodes) return tooMany(`${authorCount} people`);
  const graph = buildCoauthorGraph(dataset.records, authorCount, MAX_PAIR_AUTHORS);
  const size = `${graph.nodeCount} people and hubs, ${graph.edgeSource.length} links`;
  if (graph.nodeCount > most.nodes || graph.edgeSource.length > most.edges) return tooMany(size);
  const layout = new CoauthorLayout(graph).fit(ASPECT);
  const end = () => {
    const { x, y } = layout.picture();
    const coauthorLayout = { maxPairAuthors: MAX_PAIR_AUTHORS, x: x.map(hundredths), y: y.map(hundredths) };
    return { dataset: { ...dataset, coauthorLayout }, note: `${size}, arranged` };
  };
  return { layout, end };
}

/** As the file has it, so that reading gives what was written. */
const hundredths = (value: number) => Math.round(value * 100) / 100;
