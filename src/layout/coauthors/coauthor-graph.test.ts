import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range, recordsOf } from './coauthor-graph-fixture.ts';
import {
  buildCoauthorGraph,
  edgeStrengths,
  linkStrengthByNode,
  MAX_PAIR_AUTHORS,
  PAIR,
  SPOKE,
} from './coauthor-graph.ts';

const AUTHORS = 14;
const MAX_PAIRS = 4;

/** Bylines of up to 9 of 14 authors; now and then somebody is named twice. */
const anyBylines = fc.array(fc.array(fc.nat(AUTHORS - 1), { maxLength: 9 }), { maxLength: 14 });

function edgesOf(graph: ReturnType<typeof buildCoauthorGraph>): [number, number, number, number[]][] {
  return Array.from(graph.edgeSource, (source, e) => [
    source,
    graph.edgeTarget[e]!,
    graph.edgeKind[e]!,
    [...graph.edgeRecord.slice(graph.edgeRecordOffset[e], graph.edgeRecordOffset[e + 1])],
  ]);
}

describe('a graph small enough to count by hand', () => {
  // author 2 has no record, author 6 writes alone, record 3 (five authors) is a hub at a maximum of 4
  const records = recordsOf([[0, 1], [1, 0, 3], [6], [0, 3, 4, 5, 7], [], [8, 9]]);
  const graph = buildCoauthorGraph(records, 10, MAX_PAIRS);

  test('numbers authors with a record by id, then hubs', () => {
    expect([...graph.authorOfNode]).toEqual([0, 1, 3, 4, 5, 6, 7, 8, 9, -1]);
    expect([...graph.nodeOfAuthor]).toEqual([0, 1, -1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...graph.recordOfNode]).toEqual([-1, -1, -1, -1, -1, -1, -1, -1, -1, 3]);
    expect([...graph.recordCountOfNode]).toEqual([3, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
    expect(graph.hubCount).toBe(1);
  });

  test('has one edge for each pair and one spoke for each of the hub’s authors', () => {
    expect(edgesOf(graph)).toEqual([
      [0, 1, PAIR, [0, 1]],
      [0, 2, PAIR, [1]],
      [0, 9, SPOKE, [3]],
      [1, 2, PAIR, [1]],
      [2, 9, SPOKE, [3]],
      [3, 9, SPOKE, [3]],
      [4, 9, SPOKE, [3]],
      [6, 9, SPOKE, [3]],
      [7, 8, PAIR, [5]],
    ]);
    expect([...graph.edgeWeight]).toEqual([1.5, 0.5, 1, 0.5, 1, 1, 1, 1, 1]);
  });

  test('numbers components from the biggest', () => {
    expect([...graph.component]).toEqual([0, 0, 0, 0, 0, 2, 0, 1, 1, 0]);
    expect(graph.componentCount).toBe(3);
  });

  test('recounts strengths for the records that pass', () => {
    const strengths = edgeStrengths(graph, (record) => record !== 0);
    expect([...strengths.records]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect([...strengths.fractional]).toEqual([0.5, 0.5, 1, 0.5, 1, 1, 1, 1, 1]);
    const totals = linkStrengthByNode(graph, strengths);
    expect([...totals.records]).toEqual([3, 2, 3, 1, 1, 0, 1, 1, 1, 5]);
    expect([...totals.fractional]).toEqual([2, 1, 2, 1, 1, 0, 1, 1, 1, 5]);
  });
});

test('a record with 3,000 authors adds at most 3,000 edges', () => {
  const small = [range(0, 5), range(3, 9)];
  const before = buildCoauthorGraph(recordsOf(small), 3000);
  const after = buildCoauthorGraph(recordsOf([...small, range(0, 3000)]), 3000);
  expect(after.edgeSource.length - before.edgeSource.length).toBe(3000);
  expect(after.hubCount).toBe(1);
});

test('a record with exactly the maximum of authors is drawn as pairs, with one more as a hub', () => {
  expect(buildCoauthorGraph(recordsOf([range(0, MAX_PAIR_AUTHORS)]), 40).edgeSource.length).toBe(435);
  expect(buildCoauthorGraph(recordsOf([range(0, MAX_PAIR_AUTHORS + 1)]), 40).edgeSource.length).toBe(31);
});

test('an author named twice in a byline counts once', () => {
  const graph = buildCoauthorGraph(recordsOf([[1, 0, 1]]), 2);
  expect(edgesOf(graph)).toEqual([[0, 1, PAIR, [0]]]);
  expect([...graph.edgeWeight]).toEqual([1]);
});

test('an empty dataset gives an empty graph', () => {
  const graph = buildCoauthorGraph(recordsOf([]), 0);
  expect([graph.nodeCount, graph.componentCount, graph.edgeSource.length]).toEqual([0, 0, 0]);
});

test('edges, kinds and records equal a plain loop over the bylines', () => {
  fc.assert(
    fc.property(anyBylines, (bylines) => {
      const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, MAX_PAIRS);
      const expected = new Map<string, number[]>();
      bylines.forEach((byline, record) => {
        const authors = [...new Set(byline)].sort((a, b) => a - b);
        const note = (a: string) => expected.set(a, [...(expected.get(a) ?? []), record]);
        if (authors.length > MAX_PAIRS) authors.forEach((a) => note(`${a} r${record}`));
        else authors.forEach((a, i) => authors.slice(i + 1).forEach((b) => note(`${a} ${b}`)));
      });
      const found = edgesOf(graph).map(([source, target, kind, records]) => {
        expect(source).toBeLessThan(target);
        const other =
          kind === SPOKE ? `r${graph.recordOfNode[target]!}` : String(graph.authorOfNode[target]!);
        return [`${graph.authorOfNode[source]!} ${other}`, records] as const;
      });
      expect(new Map(found)).toEqual(expected);
      expect(found.length).toBe(expected.size);
    }),
  );
});

test('an author’s drawn fractional total is the number of passing records with a co-author', () => {
  fc.assert(
    fc.property(anyBylines, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (bylines, active) => {
      const records = recordsOf(bylines);
      const graph = buildCoauthorGraph(records, AUTHORS, MAX_PAIRS);
      const strengths = edgeStrengths(graph, (record) => active[record]!);
      const totals = linkStrengthByNode(graph, strengths);
      for (let author = 0; author < AUTHORS; author++) {
        const node = graph.nodeOfAuthor[author]!;
        const theirs = bylines.filter((byline) => byline.includes(author));
        expect(node >= 0).toBe(theirs.length > 0);
        if (node < 0) continue;
        expect(graph.recordCountOfNode[node]).toBe(theirs.length);
        const together = bylines.filter(
          (byline, r) => active[r] && byline.includes(author) && new Set(byline).size > 1,
        );
        expect(totals.fractional[node]).toBeCloseTo(together.length, 9);
      }
      for (let e = 0; e < graph.edgeSource.length; e++) {
        if (graph.edgeKind[e] === SPOKE) expect(strengths.fractional[e]).toBe(strengths.records[e]);
      }
    }),
  );
});

test('a pair’s strengths are its passing records together, and the sum of 1/(n-1) over them', () => {
  fc.assert(
    fc.property(anyBylines, fc.nat(13), (bylines, last) => {
      const records = recordsOf(bylines);
      const graph = buildCoauthorGraph(records, AUTHORS, Infinity);
      const { records: full, fractional } = edgeStrengths(graph, (record) => record <= last);
      expect(graph.hubCount).toBe(0);
      for (let e = 0; e < full.length; e++) {
        const a = graph.authorOfNode[graph.edgeSource[e]!]!;
        const b = graph.authorOfNode[graph.edgeTarget[e]!]!;
        const sizes = bylines
          .slice(0, last + 1)
          .filter((byline) => byline.includes(a) && byline.includes(b))
          .map((byline) => new Set(byline).size);
        expect(full[e]).toBe(sizes.length);
        expect(fractional[e]).toBeCloseTo(
          sizes.reduce((sum, n) => sum + 1 / (n - 1), 0),
          9,
        );
      }
    }),
  );
});

test('components are what can be reached, and sizes never rise with the number', () => {
  fc.assert(
    fc.property(anyBylines, (bylines) => {
      const graph = buildCoauthorGraph(recordsOf(bylines), AUTHORS, MAX_PAIRS);
      const label = range(0, graph.nodeCount);
      for (let round = 0; round < graph.nodeCount; round++) {
        graph.edgeSource.forEach((a, e) => {
          const b = graph.edgeTarget[e]!;
          label[a] = label[b] = Math.min(label[a]!, label[b]!);
        });
      }
      const sizes = new Array<number>(graph.componentCount).fill(0);
      graph.component.forEach((c, node) => {
        sizes[c]! += 1;
        expect(graph.component[label[node]!]).toBe(c);
      });
      expect(new Set(label).size).toBe(graph.componentCount);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }),
  );
});
