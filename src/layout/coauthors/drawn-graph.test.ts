import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from './coauthor-graph-fixture.ts';
import { buildCoauthorGraph, edgeStrengths } from './coauthor-graph.ts';
import { nodeRadii } from './coauthor-layout-parts.ts';
import { communitiesOf } from './communities.ts';
import { drawnGraph } from './drawn-graph.ts';

const AUTHORS = 14;
const MAX_PAIRS = 4;
const anyBylines = fc.array(fc.array(fc.nat(AUTHORS - 1), { maxLength: 9 }), { maxLength: 14 });
const anyActive = fc.array(fc.boolean(), { minLength: 14, maxLength: 14 });

/** All that is drawn of these bylines when some records are active. */
function draw(bylines: readonly number[][], active: readonly boolean[], maxPairs: number) {
  const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, maxPairs);
  const strengths = edgeStrengths(graph, (record) => active[record]!);
  const activeRecords = new Uint32Array(AUTHORS);
  bylines.forEach((byline, r) => {
    if (active[r]) for (const author of new Set(byline)) activeRecords[author]! += 1;
  });
  const shown = (node: number) =>
    graph.authorOfNode[node]! < 0
      ? active[graph.recordOfNode[node]!]!
      : activeRecords[graph.authorOfNode[node]!]! > 0;
  return drawnGraph({
    graph,
    positions: { x: new Float32Array(graph.nodeCount), y: new Float32Array(graph.nodeCount) },
    radius: nodeRadii(graph),
    communities: communitiesOf(graph),
    activeRecords,
    isDrawn: shown,
    edges: [...graph.edgeSource.keys()].filter((e) => strengths.records[e]! > 0),
    records: strengths.records,
    fractional: strengths.fractional,
    groupOfNode: new Int8Array(graph.nodeCount).fill(-1),
    groups: [],
    otherColor: '--team-other',
  });
}

describe('the drawn graph', () => {
  it('has for each author fractional links that sum to their active records with a co-author', () => {
    fc.assert(
      fc.property(anyBylines, anyActive, fc.constantFrom(MAX_PAIRS, 30), (bylines, active, maxPairs) => {
        const { nodes, edges } = draw(bylines, active, maxPairs);
        const totals = nodes.map(() => 0);
        for (const { source, target, fractional } of edges) {
          totals[source]! += fractional;
          totals[target]! += fractional;
        }
        nodes.forEach(({ kind, id }, at) => {
          if (kind === 'hub') return;
          const together = bylines.filter(
            (byline, r) => active[r] && byline.includes(id) && new Set(byline).size > 1,
          );
          expect(totals[at]).toBeCloseTo(together.length, 9);
        });
      }),
    );
  });

  it('has for each author full links that sum to all co-authors over their active records, a hub standing for its own', () => {
    fc.assert(
      fc.property(anyBylines, anyActive, fc.constantFrom(MAX_PAIRS, 30), (bylines, active, maxPairs) => {
        const { nodes, edges } = draw(bylines, active, maxPairs);
        const sizeOf = (record: number) => new Set(bylines[record]).size;
        const totals = nodes.map(() => 0);
        for (const { source, target, kind, records } of edges) {
          // a spoke stands for the pairs of its author with all others of the record
          const hub = nodes[target]!;
          totals[source]! += kind === 'spoke' ? sizeOf(hub.id) - 1 : records;
          if (kind === 'pair') totals[target]! += records;
        }
        nodes.forEach(({ kind, id, records }, at) => {
          if (kind === 'hub') return;
          const theirs = bylines.flatMap((byline, r) => (active[r] && byline.includes(id) ? [r] : []));
          expect(records).toBe(theirs.length);
          expect(totals[at]).toBe(theirs.reduce((sum, r) => sum + sizeOf(r) - 1, 0));
        });
      }),
    );
  });

  it('holds nobody whom no active record shows, and no link to them', () => {
    fc.assert(
      fc.property(anyBylines, anyActive, (bylines, active) => {
        const { nodes, edges, communities } = draw(bylines, active, MAX_PAIRS);
        const shown = new Set(bylines.flatMap((byline, r) => (active[r] ? byline : [])));
        expect(new Set(nodes.filter(({ kind }) => kind === 'author').map(({ id }) => id))).toEqual(shown);
        for (const { source, target, records } of edges) {
          expect(records).toBeGreaterThan(0);
          expect(nodes[source]!.kind).toBe('author');
          expect(target).toBeLessThan(nodes.length);
        }
        for (const { community } of nodes) expect(communities[community]!.people).toBeGreaterThan(0);
      }),
    );
  });
});
