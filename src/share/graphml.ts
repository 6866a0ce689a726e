/** The co-author graph as GraphML (graphml.graphdrawing.org), which igraph, NetworkX, Cytoscape and yEd open. */
import type { Network } from './coauthor-network.ts';
import { plainNumber, xmlText } from './xml-text.ts';

type Key = readonly [name: string, type: 'string' | 'int' | 'double'];
const NODE_KEYS: readonly Key[] = [
  ['label', 'string'],
  ['kind', 'string'],
  ['records', 'int'],
  ['co_authors', 'int'],
  ['community', 'int'],
  ['x', 'double'],
  ['y', 'double'],
];
const EDGE_KEYS: readonly Key[] = [
  ['kind', 'string'],
  ['records', 'int'],
  ['strength_full', 'int'],
  ['weight', 'double'],
];

/**
 * The file's lines, each with its line end; the same network always gives the same. Edge weight is fractional strength;
 * y grows upwards.
 */
export function* graphmlLines({ title, description, nodes, edges }: Network): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield ` <desc>${xmlText([title, description].filter((text) => text !== '').join('. '))}</desc>\n`;
  yield* keyLines('node', NODE_KEYS);
  yield* keyLines('edge', EDGE_KEYS);
  yield ' <graph id="coauthors" edgedefault="undirected">\n';
  for (const { id, label, kind, records, coAuthors, community, position } of nodes) {
    const cells = data('node', NODE_KEYS, [
      label,
      kind,
      records,
      coAuthors,
      community,
      position?.x,
      position === undefined ? undefined : -position.y,
    ]);
    yield `  <node id="${xmlText(id)}">${cells}</node>\n`;
  }
  for (const edge of edges) {
    const cells = data('edge', EDGE_KEYS, [edge.kind, edge.records, edge.full, edge.fractional]);
    const [source, target] = [nodes[edge.source]!.id, nodes[edge.target]!.id].map(xmlText);
    yield `  <edge source="${source!}" target="${target!}">${cells}</edge>\n`;
  }
  yield ' </graph>\n</graphml>\n';
}

/** A key's id: nodes and edges have keys of one name. */
const keyId = (of: 'node' | 'edge', name: string) => `${of}_${name}`;

function* keyLines(of: 'node' | 'edge', keys: readonly Key[]): Generator<string> {
  for (const [name, type] of keys) {
    yield ` <key id="${keyId(of, name)}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

/** The values in the order of the keys; what is not known is left out. */
function data(
  of: 'node' | 'edge',
  keys: readonly Key[],
  list: readonly (string | number | undefined)[],
): string {
  return keys
    .map(([name], i) => {
      const value = list[i];
      if (value === undefined) return '';
      const text = typeof value === 'number' ? String(plainNumber(value)) : xmlText(value);
      return `<data key="${keyId(of, name)}">${text}</data>`;
    })
    .join('');
}
