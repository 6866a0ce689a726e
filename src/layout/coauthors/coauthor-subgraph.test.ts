import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { range, recordsOf } from './coauthor-graph-fixture.ts';
import { buildCoauthorGraph } from './coauthor-graph.ts';
import { askedPart, linkedNodes, subgraph } from './coauthor-subgraph.ts';

const AUTHORS = 12;
const MAX_PAIRS = 4;
const anyBylines = fc.array(fc.array(fc.nat(AUTHORS - 1), { maxLength: 8 }), { maxLength: 12 });

/** Everybody at most `depth` shared records away, found by asking every byline again and again. */
function around(bylines: readonly number[][], ego: number, depth: number): Set<number> {
  const found = new Set([ego]);
  for (let step = 0; step < depth; step++) {
    const before = new Set(found);
    for (const byline of bylines) {
      if (byline.some((author) => before.has(author))) byline.forEach((author) => found.add(author));
    }
  }
  return found;
}

const everybody = { ego: -1, depth: 1, hideSingles: false } as const;

describe('an author and who is around them', () => {
  // 0–1–2–3 in a row, 0 also in a team of six drawn as a hub, of which 5 wrote with 6
  const graph = buildCoauthorGraph(
    recordsOf([
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 4, 5, 7, 8, 9],
      [5, 6],
    ]),
    11,
    4,
  );
  const people = (part: typeof graph) => [...part.authorOfNode].filter((author) => author >= 0);

  it('are the co-authors at one step, those in a hub too', () => {
    const part = askedPart(graph, { ...everybody, ego: 0 });
    expect(people(part)).toEqual([0, 1, 4, 5, 7, 8, 9]);
    expect(part.hubCount).toBe(1);
    expect(part.edgeSource.length).toBe(7);
    expect(part.componentCount).toBe(1);
  });

  it('are their co-authors too at two', () => {
    expect(people(askedPart(graph, { ...everybody, ego: 0, depth: 2 }))).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
    expect(people(askedPart(graph, { ...everybody, ego: 3, depth: 2 }))).toEqual([1, 2, 3]);
  });

  it('are everybody where the author has no record', () => {
    expect(askedPart(graph, { ...everybody, ego: 10 })).toBe(graph);
  });

  it('equal a plain search through the bylines', () => {
    fc.assert(
      fc.property(anyBylines, fc.nat(AUTHORS - 1), fc.constantFrom(1, 2), (bylines, ego, depth) => {
        const all = buildCoauthorGraph(recordsOf(bylines), AUTHORS, MAX_PAIRS);
        if (all.nodeOfAuthor[ego]! < 0) return;
        const part = askedPart(all, { ego, depth, hideSingles: false });
        expect(new Set(people(part))).toEqual(around(bylines, ego, depth));
        expect(part.componentCount).toBe(1);
        for (const [author, node] of part.nodeOfAuthor.entries()) {
          if (node >= 0) expect(part.authorOfNode[node]).toBe(author);
        }
      }),
    );
  });
});

describe('a part of a graph', () => {
  it('that keeps everything is the graph', () => {
    fc.assert(
      fc.property(anyBylines, (bylines) => {
        const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, MAX_PAIRS);
        expect(subgraph(graph, new Uint8Array(graph.nodeCount).fill(1))).toEqual(graph);
      }),
    );
  });

  it('of some authors is the graph of the bylines cut to them, but for alone ones, hubs and shares', () => {
    fc.assert(
      fc.property(anyBylines, fc.uniqueArray(fc.nat(AUTHORS - 1)), (bylines, chosen) => {
        const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, Infinity);
        const kept = Uint8Array.from(graph.authorOfNode, (author) => (chosen.includes(author) ? 1 : 0));
        const part = subgraph(graph, kept);
        const cut = buildCoauthorGraph(
          recordsOf(bylines.map((byline) => byline.filter((author) => chosen.includes(author)))),
          AUTHORS,
          Infinity,
        );
        for (const column of [
          'authorOfNode',
          'edgeSource',
          'edgeTarget',
          'edgeRecord',
          'component',
        ] as const) {
          expect(part[column]).toEqual(cut[column]);
        }
      }),
    );
  });

  it('without those who wrote alone has nobody without an edge', () => {
    fc.assert(
      fc.property(anyBylines, (bylines) => {
        const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, MAX_PAIRS);
        const part = askedPart(graph, { ...everybody, hideSingles: true });
        expect(linkedNodes(part).every((linked) => linked === 1)).toBe(true);
        expect(part.edgeSource.length).toBe(graph.edgeSource.length);
        expect(graph.nodeCount - part.nodeCount).toBe(
          linkedNodes(graph).filter((linked) => linked === 0).length,
        );
      }),
    );
  });

  it('hides nothing of a graph in which all are linked', () => {
    const graph = buildCoauthorGraph(recordsOf([range(0, 3)]), 3);
    expect(askedPart(graph, { ...everybody, hideSingles: true })).toEqual(graph);
  });
});
