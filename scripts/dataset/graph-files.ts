/** The co-author graph of all records in the formats of programs that draw and measure graphs; beside --tables. */
import { MAX_PAIR_AUTHORS } from '../../src/layout/coauthors/coauthor-graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { coauthorNetwork } from '../../src/share/coauthor-network.ts';
import { gexfLines } from '../../src/share/gexf.ts';
import { graphmlLines } from '../../src/share/graphml.ts';
import { vosviewerLines, vosviewerNetwork } from '../../src/share/vosviewer.ts';
import type { Table } from './tables.ts';

/** The names of {@link graphFilesOf}. */
export const GRAPH_FILES = ['coauthors.gexf', 'coauthors.graphml', 'vosviewer.json'] as const;

/** The three files. */
export function graphFilesOf(dataset: Dataset): Table[] {
  const source = { dataset, passes: () => true, maxPairAuthors: MAX_PAIR_AUTHORS };
  const network = coauthorNetwork(source);
  const lines = [gexfLines(network), graphmlLines(network), vosviewerLines(vosviewerNetwork(source))];
  return GRAPH_FILES.map((name, i) => ({ name, lines: lines[i]! }));
}
