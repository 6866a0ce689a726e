/** The co-author graph of all records in the formats of programs that draw and measure graphs; beside --tables. */
import { MAX_PAIR_AUTHORS } from '../../src/layout/coauthor-graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { coauthorNetwork } from '../../src/share/coauthor-network.ts';
import { gexfLines } from '../../src/share/gexf.ts';
import { graphmlLines } from '../../src/share/graphml.ts';
import { vosviewerLines, vosviewerNetwork } from '../../src/share/vosviewer.ts';
import type { Table } from './tables.ts';

/** The three files. */
export function graphFilesOf(dataset: Dataset): Table[] {
  const source = { dataset, passes: () => true, maxPairAuthors: MAX_PAIR_AUTHORS };
  const network = coauthorNetwork(source);
  return [
    { name: 'coauthors.gexf', lines: gexfLines(network) },
    { name: 'coauthors.graphml', lines: graphmlLines(network) },
    { name: 'vosviewer.json', lines: vosviewerLines(vosviewerNetwork(source)) },
  ];
}
