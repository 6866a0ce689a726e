/** The co-author graph as the JSON that VOSviewer Online opens: items, links, and what to call them. */
import { finished, type Work } from '../model/work.ts';
import { countingNetwork, type Network, type NetworkNode, type NetworkSource } from './coauthor-network.ts';
import { plainNumber } from './xml-text.ts';

/** Up to so many links a record of many authors is written as all its pairs, since VOSviewer knows no hubs. */
export const MOST_VOSVIEWER_LINKS = 100_000;

/** So many edges are added up until the next piece. */
const EDGES_A_PIECE = 16_384;

/** The highest cluster that its documentation allows (VOSviewer JSON file type, item object). */
const CLUSTER_LIMIT = 1000;

/**
 * The network for VOSviewer: every record as pairs where that makes at most {@link MOST_VOSVIEWER_LINKS} links in all,
 * else with hubs, which are then items of their own and say so.
 */
export const vosviewerNetwork = (source: NetworkSource): Network => finished(countingVosviewer(source));

/** The same in small steps. */
export function countingVosviewer(source: NetworkSource): Work<Network> {
  return pairBound(source) <= MOST_VOSVIEWER_LINKS
    ? countingNetwork({ ...source, maxPairAuthors: Infinity })
    : countingNetwork(source);
}

/** Pairs of all records that pass, those that several share counted as often: the links are no more. */
function pairBound({ dataset, passes }: NetworkSource): number {
  const { authorOffset } = dataset.records;
  let pairs = 0;
  for (let record = 0; record < dataset.recordCount; record++) {
    const n = authorOffset[record + 1]! - authorOffset[record]!;
    if (passes(record)) pairs += (n * (n - 1)) / 2;
  }
  return pairs;
}

/**
 * The file's pieces, in order. The same network always gives the same. Strength is fractional; positions are written
 * where all nodes have one (VOSviewer arranges the others itself), y growing upwards; clusters are communities from 1,
 * named as on the page by their strongest. VOSviewer knows 1,000 clusters, so people of smaller ones have none; and it
 * reads descriptions as HTML, so markup in them is escaped.
 */
export function* vosviewerLines({ title, description, nodes, edges }: Network): Generator<string> {
  const isPlaced = nodes.every(({ position }) => position !== undefined);
  const total = new Float64Array(nodes.length);
  const links = new Uint32Array(nodes.length);
  for (let i = 0; i < edges.length; i++) {
    const { source, target, fractional } = edges[i]!;
    total[source]! += fractional;
    links[source]!++;
    total[target]! += fractional;
    links[target]!++;
    // nothing to write yet, but a moment to pause
    if ((i + 1) % EDGES_A_PIECE === 0) yield '';
  }
  const info = JSON.stringify({ title, description: htmlText(description) });
  yield `{\n"config": {"terminology": ${JSON.stringify(TERMINOLOGY)}},\n"info": ${info},\n"network": {\n"items": [\n`;
  for (let i = 0; i < nodes.length; i++) {
    const { label, kind, records, coAuthors, community, position } = nodes[i]!;
    const item = {
      id: i + 1,
      label,
      ...(kind === 'hub' ? { description: `A record with ${coAuthors} authors` } : {}),
      ...(isPlaced ? { x: plainNumber(position!.x), y: plainNumber(-position!.y) } : {}),
      ...(community === undefined || community >= CLUSTER_LIMIT ? {} : { cluster: community + 1 }),
      weights: { Links: links[i]!, 'Total link strength': plainNumber(total[i]!), Records: records },
    };
    yield `${JSON.stringify(item)}${i + 1 < nodes.length ? ',' : ''}\n`;
  }
  yield '],\n"links": [\n';
  for (let i = 0; i < edges.length; i++) {
    const { source, target, fractional } = edges[i]!;
    const link = { source_id: source + 1, target_id: target + 1, strength: plainNumber(fractional) };
    yield `${JSON.stringify(link)}${i + 1 < edges.length ? ',' : ''}\n`;
  }
  yield `],\n"clusters": ${JSON.stringify(clustersOf(nodes, total))}\n}\n}\n`;
}

/** Clusters by their number, named by the member with the greatest strength: "Kumar, Aviral and 17 others". */
function clustersOf(nodes: readonly NetworkNode[], total: Float64Array) {
  const members = new Map<number, { people: number; strongest: number }>();
  nodes.forEach(({ kind, community }, node) => {
    if (kind !== 'author' || community === undefined || community >= CLUSTER_LIMIT) return;
    const { people, strongest } = members.get(community) ?? { people: 0, strongest: node };
    const isStronger = total[node]! > total[strongest]!;
    members.set(community, { people: people + 1, strongest: isStronger ? node : strongest });
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([community, { people, strongest }]) => ({
      cluster: community + 1,
      label: `${nodes[strongest]!.label}${people === 1 ? '' : ` and ${people - 1} ${people === 2 ? 'other' : 'others'}`}`,
    }));
}

/** Text for where HTML is expected. */
const htmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const TERMINOLOGY = {
  item: 'Author',
  items: 'Authors',
  link: 'Co-authorship',
  links: 'Co-authorships',
  link_strength: 'Fractional strength',
  total_link_strength: 'Total fractional strength',
};
