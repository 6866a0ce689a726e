/** The co-author graph for programs that are made for graphs: all that the filters leave, placed as on the page. */
import { AUTHOR_FACET } from '../../model/dataset.ts';
import { part, type Work } from '../../model/work.ts';
import { countingNetwork, type Network, type NetworkSource } from '../../share/coauthor-network.ts';
import { gexfLines } from '../../share/gexf.ts';
import { graphmlLines } from '../../share/graphml.ts';
import { countingVosviewer, vosviewerLines } from '../../share/vosviewer.ts';
import type { ArrangedGraph } from '../../state/coauthors/coauthor-picture.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import { captionOf, type FileMetadata } from '../figure/caption.ts';
import { textBlob } from './text-blob.ts';

export type GraphFormat = 'gexf' | 'graphml' | 'vosviewer';

/** What follows a file's name, and its media type. */
export const GRAPH_FILE: Readonly<
  Record<GraphFormat, { readonly extension: string; readonly type: string }>
> = {
  gexf: { extension: 'gexf', type: 'application/gexf+xml' },
  graphml: { extension: 'graphml', type: 'application/graphml+xml' },
  vosviewer: { extension: 'vosviewer.json', type: 'application/json' },
};

/** What these programs do themselves is left to them, and the file says so. */
const WHOLE =
  'Everybody with a record that passes, and all their links: what the page draws around one author, above a strength or without people alone is not left out here.';

/**
 * A file, in small steps.
 * @param arranged the graph of all records, nobody left out, for the present limit of authors a record
 */
export function* writingGraph(
  explorer: Explorer,
  metadata: FileMetadata,
  arranged: ArrangedGraph | null,
  format: GraphFormat,
): Work<Blob> {
  const source = networkSource(explorer, metadata, arranged);
  const { counting, lines } = WRITERS[format];
  const network = yield* part(counting(source), 0, COUNTING_SHARE);
  const count = network.nodes.length + network.edges.length;
  const writing = textBlob(lines(network), count, GRAPH_FILE[format].type);
  return yield* part(writing, COUNTING_SHARE, 1);
}

/** So much of the time is taken by counting. */
const COUNTING_SHARE = 0.3;

interface Writer {
  readonly counting: (source: NetworkSource) => Work<Network>;
  readonly lines: (network: Network) => Generator<string>;
}

const WRITERS: Readonly<Record<GraphFormat, Writer>> = {
  gexf: { counting: countingNetwork, lines: gexfLines },
  graphml: { counting: countingNetwork, lines: graphmlLines },
  vosviewer: { counting: countingVosviewer, lines: vosviewerLines },
};

/** Counted as the panel counts: without the authors' own clause, which only marks people there. */
function networkSource(
  explorer: Explorer,
  metadata: FileMetadata,
  arranged: ArrangedGraph | null,
): NetworkSource {
  const { dataset, coauthors } = explorer;
  const paragraphs = [...captionOf(explorer, metadata), WHOLE, metadata.link];
  const source = {
    dataset,
    passes: explorer.engine().passesElsewhere(AUTHOR_FACET),
    maxPairAuthors: coauthors.maxPairAuthors,
    description: paragraphs.join(' ').trimEnd(),
  };
  if (!arranged) return source;
  const { graph, positions, communities } = arranged;
  const nodeOfRecord = new Map<number, number>();
  graph.recordOfNode.forEach((record, node) => {
    if (record >= 0) nodeOfRecord.set(record, node);
  });
  const placeOf = (node: number | undefined) =>
    node === undefined || node < 0 ? undefined : { x: positions.x[node]!, y: positions.y[node]! };
  return {
    ...source,
    positionOfAuthor: (author) => placeOf(graph.nodeOfAuthor[author]),
    positionOfHub: (record) => placeOf(nodeOfRecord.get(record)),
    communityOfAuthor: (author) => {
      const community = communities?.community[graph.nodeOfAuthor[author] ?? -1] ?? -1;
      return community < 0 ? undefined : community;
    },
  };
}
