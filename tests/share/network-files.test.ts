/** The graph files: counted right, read back by strict parsers and by the libraries that people open them with. */
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { coauthorPairs, coauthorship } from '../../src/filter/coauthors/coauthorship.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { coauthorNetwork, type Network, type NetworkSource } from '../../src/share/coauthor-network.ts';
import { gexfLines } from '../../src/share/gexf.ts';
import { graphmlLines } from '../../src/share/graphml.ts';
import { MOST_VOSVIEWER_LINKS, vosviewerLines, vosviewerNetwork } from '../../src/share/vosviewer.ts';
import { xmlText } from '../../src/share/xml-text.ts';
import { makeDataset } from '../filter/make-dataset.ts';

/** Records by their authors; each author is named by a letter unless names are given. */
function dataset(bylines: readonly (readonly number[])[], names?: readonly string[]): Dataset {
  const count = Math.max(-1, ...bylines.flat()) + 1;
  return makeDataset({
    authors: Array.from({ length: count }, (_, i) => names?.[i] ?? `Name ${i}`),
    facets: [],
    records: bylines.map((authors, i) => ({ title: `Title ${i}`, authors, tags: {}, hidden: {} })),
  });
}

const all = () => true;
const network = (bylines: readonly (readonly number[])[], options: Partial<NetworkSource> = {}) =>
  coauthorNetwork({ dataset: dataset(bylines), passes: all, maxPairAuthors: 3, ...options });
const joined = (lines: Iterable<string>) => [...lines].join('');

/** Elements with their attributes, and texts, of a file that must be well formed. */
function parsed(xml: string) {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: number[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(elements.push({ name, attributes, text: '' }) - 1);
  });
  parser.on('text', (text) => {
    const at = open.at(-1);
    if (at !== undefined) elements[at]!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

const bylinesArbitrary = fc.array(fc.array(fc.nat(9), { maxLength: 7 }), { maxLength: 12 });

describe('coauthorNetwork', () => {
  it('draws a record of many authors as a hub, and the others as pairs', () => {
    const { nodes, edges, hubCount } = network([[0, 1], [0, 1, 2, 3], [1, 0], [4]]);
    expect(nodes.map(({ id, kind, records, coAuthors }) => [id, kind, records, coAuthors])).toEqual([
      ['a0', 'author', 3, 3],
      ['a1', 'author', 3, 3],
      ['a2', 'author', 1, 3],
      ['a3', 'author', 1, 3],
      ['a4', 'author', 1, 0],
      ['rr1', 'hub', 1, 4],
    ]);
    expect(edges[0]).toEqual({ source: 0, target: 1, kind: 'pair', records: 2, full: 2, fractional: 2 });
    expect(edges.slice(1)).toEqual(
      [0, 1, 2, 3].map((source) => ({
        source,
        target: 5,
        kind: 'spoke',
        records: 1,
        full: 3,
        fractional: 1,
      })),
    );
    expect(hubCount).toBe(1);
  });

  it('has for each author the totals that counting has, whatever is drawn as a hub and whatever passes', () => {
    fc.assert(
      fc.property(bylinesArbitrary, fc.nat(8), fc.func(fc.boolean()), (bylines, maxPairAuthors, pick) => {
        const data = dataset(bylines);
        const passes = (record: number) => pick(record);
        const { nodes, edges } = coauthorNetwork({ dataset: data, passes, maxPairAuthors });
        const counts = coauthorship(data.records, data.authors.family.length, passes);
        const authors = nodes.filter(({ kind }) => kind === 'author');
        expect(authors.map(({ id }) => id)).toEqual(
          [...counts.records.keys()].filter((a) => counts.records[a]! > 0).map((a) => `a${a}`),
        );
        authors.forEach(({ id, records }, node) => {
          const author = Number(id.slice(1));
          const own = edges.filter(({ source, target }) => source === node || target === node);
          const sum = (part: (edge: (typeof own)[number]) => number) =>
            own.reduce((total, e) => total + part(e), 0);
          expect(records).toBe(counts.records[author]);
          expect(sum(({ full }) => full)).toBe(counts.strengthFull[author]);
          expect(sum(({ fractional }) => fractional)).toBeCloseTo(counts.strengthFractional[author]!, 9);
        });
      }),
    );
  });

  it('adds as many edges for a record of 3,000 authors as it has authors', () => {
    const many = Array.from({ length: 3000 }, (_, i) => i);
    expect(network([many], { maxPairAuthors: 30 }).edges).toHaveLength(3000);
  });
});

const SPECIAL = [
  '<&>"\'',
  'line\nfeed\ttab\rreturn',
  'nul\0bell\u0007',
  'half\ud800',
  '\ufffe 𝒜 李',
  ']]>',
  ' blank ',
];
/** What XML 1.0 may hold of the first plane, as its grammar says. */
const HELD = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd]$/u;
const held = (text: string) =>
  [...text.matchAll(/./gsu)]
    .map(([each]) => (HELD.test(each) || each.codePointAt(0)! > 0xffff ? each : '\uFFFD'))
    .join('');
const special = (): Network =>
  coauthorNetwork({
    dataset: { ...dataset([SPECIAL.map((_, i) => i), [0, 1]], SPECIAL), title: 'A <title> & \u0001' },
    passes: all,
    maxPairAuthors: 3,
    description: 'filtered by "Austria"',
    positionOfAuthor: (author) => ({ x: author / 3, y: -author }),
    positionOfHub: () => ({ x: 1, y: 2 }),
    communityOfAuthor: (author) => author % 2,
  });

describe('GEXF', () => {
  it('is well formed and holds every character that XML can hold', () => {
    const elements = parsed(joined(gexfLines(special())));
    const labels = elements
      .filter(({ name }) => name === 'node')
      .map(({ attributes }) => attributes['label']);
    expect(labels).toEqual([...SPECIAL.map(held), 'Title 0']);
    expect(elements.find(({ name }) => name === 'description')!.text).toBe(
      'A <title> & \uFFFD. filtered by "Austria"',
    );
  });

  it('comes back through graphology with its nodes, places and strengths', () => {
    const made = special();
    const read = gexf.parse(UndirectedGraph, joined(gexfLines(made)));
    expect([read.order, read.size]).toEqual([made.nodes.length, made.edges.length]);
    for (const { id, kind, records, community, position } of made.nodes) {
      expect(read.getNodeAttributes(id)).toMatchObject({
        kind,
        records,
        ...(community === undefined ? {} : { community }),
      });
      expect(read.getNodeAttribute(id, 'x')).toBeCloseTo(position!.x, 5);
      expect(read.getNodeAttribute(id, 'y')).toBeCloseTo(-position!.y, 5);
    }
    for (const edge of made.edges) {
      const attributes = read.getEdgeAttributes(made.nodes[edge.source]!.id, made.nodes[edge.target]!.id);
      expect(attributes).toMatchObject({ kind: edge.kind, records: edge.records, strength_full: edge.full });
      expect(attributes['weight']).toBeCloseTo(edge.fractional, 5);
    }
  });
});

describe('GraphML', () => {
  it('is well formed, holds every character, and names only keys that it declares', () => {
    const elements = parsed(joined(graphmlLines(special())));
    const keys = new Set(
      elements.filter(({ name }) => name === 'key').map(({ attributes }) => attributes['id']),
    );
    const data = elements.filter(({ name }) => name === 'data');
    expect(data.every(({ attributes }) => keys.has(attributes['key']))).toBe(true);
    const labels = data
      .filter(({ attributes }) => attributes['key'] === 'node_label')
      .map(({ text }) => text);
    expect(labels).toEqual([...SPECIAL.map(held), 'Title 0']);
  });

  it('comes back through graphology with its nodes and strengths', () => {
    const made = special();
    const read = graphml.parse(UndirectedGraph, joined(graphmlLines(made)));
    expect([read.order, read.size]).toEqual([made.nodes.length, made.edges.length]);
    for (const { id, kind, records } of made.nodes)
      expect(read.getNodeAttributes(id)).toMatchObject({ kind, records });
    for (const edge of made.edges) {
      const attributes = read.getEdgeAttributes(made.nodes[edge.source]!.id, made.nodes[edge.target]!.id);
      expect(attributes['weight']).toBeCloseTo(edge.fractional, 5);
    }
  });
});

interface VosviewerFile {
  readonly info: { readonly title: string; readonly description: string };
  readonly network: {
    readonly clusters: readonly { readonly cluster: number; readonly label: string }[];
    readonly items: readonly {
      readonly id: number;
      readonly label: string;
      readonly x?: number;
      readonly cluster?: number;
      readonly description?: string;
      readonly weights: Readonly<Record<string, number>>;
    }[];
    readonly links: readonly {
      readonly source_id: number;
      readonly target_id: number;
      readonly strength: number;
    }[];
  };
}
const vosviewer = (made: Network) => JSON.parse(joined(vosviewerLines(made))) as VosviewerFile;

describe('VOSviewer JSON', () => {
  it('has an item a node, a link an edge, and sums that agree', () => {
    const { info, network: read } = vosviewer(special());
    expect(info.title).toBe('A <title> & \u0001');
    expect(read.items.map(({ label }) => label)).toEqual([...SPECIAL, 'Title 0']);
    expect(read.items.map(({ id }) => id)).toEqual(read.items.map((_, i) => i + 1));
    expect(read.items.at(-1)!.description).toBe('A record with 7 authors');
    expect(read.items[1]!.cluster).toBe(2);
    const sum = read.links
      .filter(({ source_id, target_id }) => source_id === 1 || target_id === 1)
      .reduce((total, { strength }) => total + strength, 0);
    expect(read.items[0]!.weights['Total link strength']).toBeCloseTo(sum, 5);
  });

  it('names its clusters, holds no more than VOSviewer knows, and no markup where that is read', () => {
    const pairs = Array.from({ length: 1200 }, (_, i) => [2 * i, 2 * i + 1]);
    const { info, network: read } = vosviewer(
      network(pairs, { communityOfAuthor: (author) => author >> 1, description: 'with “<b>R&D</b>”' }),
    );
    const clusters = read.items.flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster]));
    expect([clusters.length, Math.min(...clusters), Math.max(...clusters)]).toEqual([2000, 1, 1000]);
    expect(read.clusters.map(({ cluster }) => cluster)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 1),
    );
    expect(read.clusters[0]!.label).toBe('Name 0 and 1 other');
    expect(info.description).toBe('with “&lt;b>R&amp;D&lt;/b>”');
  });

  it('has only what the format documents, of the documented types', () => {
    fc.assert(
      fc.property(bylinesArbitrary, fc.boolean(), (bylines, isPlaced) => {
        const file = vosviewer(
          network(bylines, {
            communityOfAuthor: (author) => author % 3,
            ...(isPlaced
              ? { positionOfAuthor: (a: number) => ({ x: a, y: -a }), positionOfHub: () => ({ x: 1, y: 2 }) }
              : {}),
          }),
        );
        expect(Object.keys(file).every((key) => ['config', 'info', 'network'].includes(key))).toBe(true);
        const { items, links, clusters } = file.network;
        const ids = new Set(items.map(({ id }) => id));
        const known = new Set(clusters.map(({ cluster }) => cluster));
        for (const item of items) {
          for (const key of Object.keys(item)) {
            expect(['id', 'label', 'description', 'x', 'y', 'cluster', 'weights']).toContain(key);
          }
          expect(Object.values(item.weights).every((weight) => weight >= 0)).toBe(true);
          if (item.cluster !== undefined) expect(known.has(item.cluster)).toBe(true);
          expect(typeof item.x).toBe(isPlaced ? 'number' : 'undefined');
        }
        for (const { source_id, target_id, strength } of links) {
          expect(ids.has(source_id) && ids.has(target_id) && strength > 0).toBe(true);
        }
      }),
    );
  });

  it('has positions for all or for none', () => {
    const some = network([[0, 1]], {
      positionOfAuthor: (author) => (author === 0 ? { x: 1, y: 1 } : undefined),
    });
    expect(vosviewer(some).network.items.every(({ x }) => x === undefined)).toBe(true);
  });

  it('has all pairs of a record of many authors where they are not too many, and a hub where they are', () => {
    const source = (size: number) => ({
      dataset: dataset([Array.from({ length: size }, (_, i) => i)]),
      passes: all,
      maxPairAuthors: 30,
    });
    const small = source(281);
    expect(vosviewerNetwork(small).edges).toHaveLength((281 * 280) / 2);
    expect(vosviewerNetwork(small).edges).toHaveLength(coauthorPairs(small.dataset.records, all).length);
    const large = vosviewerNetwork(source(3000));
    expect(large.edges.length).toBeLessThan(MOST_VOSVIEWER_LINKS);
    expect(large.hubCount).toBe(1);
  });
});

describe('any network', () => {
  it('is written the same twice, well formed, also when it is empty', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(bylinesArbitrary, fc.array(text, { minLength: 10, maxLength: 10 }), (bylines, names) => {
        const made = () =>
          coauthorNetwork({ dataset: dataset(bylines, names), passes: all, maxPairAuthors: 3 });
        for (const write of [gexfLines, graphmlLines]) {
          const xml = joined(write(made()));
          expect(xml).toBe(joined(write(made())));
          expect(parsed(xml).filter(({ name }) => name === 'node')).toHaveLength(made().nodes.length);
        }
        expect(vosviewer(made()).network.items).toHaveLength(made().nodes.length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

it('xmlText escapes what markup is made of', () => {
  expect(xmlText('a<b>&"\'\r\u000b')).toBe('a&lt;b&gt;&amp;&quot;&apos;&#13;\uFFFD');
});
