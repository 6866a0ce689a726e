/**
 * The co-author graph as filtered, in the shape that graph files have: who wrote with whom in the records that pass.
 * A record with very many authors is one hub, the record, with a spoke to each of them instead of n(n-1)/2 pairs: so
 * nothing is dropped. A spoke stands for the author's n - 1 pairs of that record, which makes an author's edges sum to
 * the totals of {@link coauthorship}, full and fractional.
 */
import { makingBylines } from '../filter/coauthors/author-rows.ts';
import { countingAuthors, findingPairs } from '../filter/coauthors/coauthorship.ts';
import { authorKey, type AuthorId, type Dataset, type RecordIndex } from '../model/dataset.ts';
import { eachOf, finished, part, type Work } from '../model/work.ts';

/** Where a node stands; y grows downwards, as on the page. */
export interface NetworkPosition {
  readonly x: number;
  readonly y: number;
}

/** What a graph file is made from. */
export interface NetworkSource {
  readonly dataset: Dataset;
  /** Whether a record counts. */
  readonly passes: (record: RecordIndex) => boolean;
  /** A record with more authors (and at least two) is a hub; a large number for none. */
  readonly maxPairAuthors: number;
  /** What the file says of itself, for example which filter holds; "" for nothing. */
  readonly description?: string;
  /** Where somebody stands, where that is known. */
  readonly positionOfAuthor?: (author: AuthorId) => NetworkPosition | undefined;
  /** Where a hub stands, where that is known. */
  readonly positionOfHub?: (record: RecordIndex) => NetworkPosition | undefined;
  /** The community of an author, from 0, where that is known. */
  readonly communityOfAuthor?: (author: AuthorId) => number | undefined;
}

/** An author or a hub. */
export interface NetworkNode {
  /** Unique: "a" and the author's id, "r" and the record's id. */
  readonly id: string;
  readonly kind: 'author' | 'hub';
  /** "Family, Given", or the record's title. */
  readonly label: string;
  /** Records of an author that pass, 1 for a hub. */
  readonly records: number;
  /** Distinct people an author wrote with; the authors of a hub. */
  readonly coAuthors: number;
  readonly position: NetworkPosition | undefined;
  readonly community: number | undefined;
}

/** Two nodes that are tied. */
export interface NetworkEdge {
  /** Positions in {@link Network.nodes}. */
  readonly source: number;
  readonly target: number;
  readonly kind: 'pair' | 'spoke';
  /** Records together; 1 for a spoke. */
  readonly records: number;
  /** Full counting: of a pair the records together, of a spoke n - 1. */
  readonly full: number;
  /** Fractional counting: of a pair the sum of 1/(n-1), of a spoke 1. */
  readonly fractional: number;
}

/** A graph as files have it. */
export interface Network {
  readonly title: string;
  readonly description: string;
  /** Authors with a record that passes, by id, then hubs in order of their records. */
  readonly nodes: readonly NetworkNode[];
  /** Pairs by their authors, then spokes by their hubs. */
  readonly edges: readonly NetworkEdge[];
  readonly hubCount: number;
}

/** Counts the graph. */
export const coauthorNetwork = (source: NetworkSource): Network => finished(countingNetwork(source));

/** So many nodes or edges a step: a millisecond or two. */
const NODES_A_STEP = 512;
const EDGES_A_STEP = 4096;

/** The same in small steps. */
export function* countingNetwork(source: NetworkSource): Work<Network> {
  const { dataset, passes, maxPairAuthors } = source;
  const bylines = yield* part(makingBylines(dataset.records), 0, 0.05);
  const isHub = (record: RecordIndex) => {
    const size = bylines.offset[record + 1]! - bylines.offset[record]!;
    return size >= 2 && size > maxPairAuthors;
  };
  const hubs = Array.from({ length: dataset.recordCount }, (_, record) => record).filter(
    (record) => passes(record) && isHub(record),
  );
  const authors = yield* part(authorNodes(source), 0.05, 0.4);
  const nodes = [...authors.nodes, ...hubs.map((record) => hubNode(source, record, bylines.offset))];
  const pairs = yield* part(
    findingPairs(dataset.records, (record) => passes(record) && !isHub(record)),
    0.4,
    0.8,
  );
  const edges: NetworkEdge[] = [];
  const pairEdges = eachOf(pairs, EDGES_A_STEP, ({ a, b, records, strengthFractional }) =>
    edges.push({
      source: authors.nodeOfAuthor[a]!,
      target: authors.nodeOfAuthor[b]!,
      kind: 'pair',
      records,
      full: records,
      fractional: strengthFractional,
    }),
  );
  yield* part(pairEdges, 0.8, 1);
  hubs.forEach((record, i) => {
    const [start, end] = [bylines.offset[record]!, bylines.offset[record + 1]!];
    for (const author of bylines.author.subarray(start, end)) {
      edges.push({
        source: authors.nodeOfAuthor[author]!,
        target: authors.nodes.length + i,
        kind: 'spoke',
        records: 1,
        full: end - start - 1,
        fractional: 1,
      });
    }
  });
  return {
    title: dataset.title,
    description: source.description ?? '',
    nodes,
    edges,
    hubCount: hubs.length,
  };
}

interface AuthorNodes {
  readonly nodes: readonly NetworkNode[];
  /** By author; -1 for one without a record that passes. */
  readonly nodeOfAuthor: Int32Array;
}

function* authorNodes({
  dataset,
  passes,
  positionOfAuthor,
  communityOfAuthor,
}: NetworkSource): Work<AuthorNodes> {
  const authorCount = dataset.authors.family.length;
  const counts = yield* part(countingAuthors(dataset.records, authorCount, passes), 0, 0.5);
  const nodeOfAuthor = new Int32Array(authorCount).fill(-1);
  const nodes: NetworkNode[] = [];
  for (let author = 0; author < authorCount; author++) {
    if (author % NODES_A_STEP === 0) yield 0.5 + (0.5 * author) / authorCount;
    if (counts.records[author] === 0) continue;
    nodeOfAuthor[author] = nodes.length;
    nodes.push({
      id: `a${author}`,
      kind: 'author',
      label: authorKey(dataset.authors, author),
      records: counts.records[author]!,
      coAuthors: counts.coAuthors[author]!,
      position: positionOfAuthor?.(author),
      community: communityOfAuthor?.(author),
    });
  }
  return { nodes, nodeOfAuthor };
}

function hubNode(
  { dataset, positionOfHub }: NetworkSource,
  record: RecordIndex,
  offset: Uint32Array,
): NetworkNode {
  return {
    id: `r${dataset.records.id.at(record)}`,
    kind: 'hub',
    label: dataset.records.title.at(record),
    records: 1,
    coAuthors: offset[record + 1]! - offset[record]!,
    position: positionOfHub?.(record),
    community: undefined,
  };
}
