/**
 * The co-author graph as GEXF (gexf.net), which Gephi and Gephi Lite open. Version 1.2draft: it holds all that 1.3 would of
 * this graph, and readers such as NetworkX 2 know no later one.
 */
import type { Network, NetworkEdge, NetworkNode } from './coauthor-network.ts';
import { plainNumber, xmlText } from './xml-text.ts';

/** The file's lines, each with its line end; the same network always gives the same. Edge weight is fractional strength. */
export function* gexfLines({ title, description, nodes, edges }: Network): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n';
  yield ' <meta>\n  <creator>Whereabouts</creator>\n';
  yield `  <description>${xmlText([title, description].filter((text) => text !== '').join('. '))}</description>\n`;
  yield ' </meta>\n <graph mode="static" defaultedgetype="undirected">\n';
  yield* attributeLines('node', NODE_ATTRIBUTES);
  yield* attributeLines('edge', EDGE_ATTRIBUTES);
  yield `  <nodes count="${nodes.length}">\n`;
  for (const node of nodes) yield nodeLine(node);
  yield `  </nodes>\n  <edges count="${edges.length}">\n`;
  for (let i = 0; i < edges.length; i++) yield edgeLine(edges[i]!, i, nodes);
  yield '  </edges>\n </graph>\n</gexf>\n';
}

type Attribute = readonly [name: string, type: 'string' | 'integer' | 'double'];
const NODE_ATTRIBUTES: readonly Attribute[] = [
  ['kind', 'string'],
  ['records', 'integer'],
  ['co_authors', 'integer'],
  ['community', 'integer'],
];
const EDGE_ATTRIBUTES: readonly Attribute[] = [
  ['kind', 'string'],
  ['records', 'integer'],
  ['strength_full', 'integer'],
  ['strength_fractional', 'double'],
];

function* attributeLines(of: 'node' | 'edge', attributes: readonly Attribute[]): Generator<string> {
  yield `  <attributes class="${of}">\n`;
  for (const [name, type] of attributes) {
    yield `   <attribute id="${name}" title="${name}" type="${type}"/>\n`;
  }
  yield '  </attributes>\n';
}

function values(list: readonly (readonly [string, string | number | undefined])[]): string {
  const known = list.filter(([, value]) => value !== undefined);
  return `<attvalues>${known.map(([name, value]) => `<attvalue for="${name}" value="${value!}"/>`).join('')}</attvalues>`;
}

function nodeLine({ id, kind, label, records, coAuthors, community, position }: NetworkNode): string {
  const attributes = values([
    ['kind', kind],
    ['records', records],
    ['co_authors', coAuthors],
    ['community', community],
  ]);
  // in Gephi y grows upwards
  const place =
    position === undefined
      ? ''
      : `<viz:position x="${plainNumber(position.x)}" y="${plainNumber(-position.y)}" z="0"/>`;
  const size = `<viz:size value="${plainNumber(Math.sqrt(records))}"/>`;
  return `   <node id="${xmlText(id)}" label="${xmlText(label)}">${attributes}${place}${size}</node>\n`;
}

function edgeLine(edge: NetworkEdge, index: number, nodes: readonly NetworkNode[]): string {
  const [source, target] = [nodes[edge.source]!.id, nodes[edge.target]!.id].map(xmlText);
  const weight = plainNumber(edge.fractional);
  const attributes = values([
    ['kind', edge.kind],
    ['records', edge.records],
    ['strength_full', edge.full],
    ['strength_fractional', weight],
  ]);
  return `   <edge id="${index}" source="${source!}" target="${target!}" weight="${weight}">${attributes}</edge>\n`;
}
