import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range, recordsOf } from './coauthor-graph-fixture.ts';
import { buildCoauthorGraph, type CoauthorGraph } from './coauthor-graph.ts';
import { CoauthorLayout, layoutCoauthors, nodeRadii, type LayoutPicture } from './coauthor-layout.ts';

const AUTHORS = 60;

function graphOf(bylines: readonly (readonly number[])[]): CoauthorGraph {
  const authorCount = bylines.flat().reduce((most, author) => Math.max(most, author + 1), AUTHORS);
  return buildCoauthorGraph(recordsOf(bylines), authorCount, 12);
}

const anyBylines = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.array(fc.nat(AUTHORS - 1), { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(fc.nat(AUTHORS - 1), { minLength: 12, maxLength: 40 }) },
  ),
  { maxLength: 25 },
);

/** Least distance between the edges of two discs. */
function leastGap(graph: CoauthorGraph, { x, y }: LayoutPicture): number {
  const radius = nodeRadii(graph);
  let least = Infinity;
  for (let a = 0; a < graph.nodeCount; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
      least = Math.min(least, distance - radius[a]! - radius[b]!);
    }
  }
  return least;
}

test('discs do not overlap, all lie within the bounds, and a second run gives the same bytes', () => {
  fc.assert(
    fc.property(anyBylines, fc.constantFrom(0.6, 1.38, 3), (bylines, aspect) => {
      const graph = graphOf(bylines);
      const picture = layoutCoauthors(graph, aspect);
      const { x, y, bounds } = picture;
      const radius = nodeRadii(graph);
      expect(leastGap(graph, picture)).toBeGreaterThan(0.3);
      const isInside = Array.from(radius, (r, node) => {
        const across = x[node]! - r >= bounds.x0 - 1e-4 && x[node]! + r <= bounds.x1 + 1e-4;
        return across && y[node]! - r >= bounds.y0 - 1e-4 && y[node]! + r <= bounds.y1 + 1e-4;
      });
      expect(isInside.every(Boolean)).toBe(true);
      expect(layoutCoauthors(graph, aspect)).toEqual(picture);
    }),
    { numRuns: 60 },
  );
});

test('however the time is sliced, and watched or not, it ends in the same picture', () => {
  const graph = graphOf([range(0, 20), [18, 19, 20, 21], [21, 22, 23], [23, 0], [30, 31], [32]]);
  const layout = new CoauthorLayout(graph).fit(1.4);
  const shares = [layout.share];
  while (!layout.step(0)) {
    layout.picture();
    shares.push(layout.share);
  }
  expect(layout.share).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(layout.picture()).toEqual(layoutCoauthors(graph, 1.4));
});

describe('a hub whose people have no other link', () => {
  const graph = graphOf([range(0, 281)]);
  const picture = layoutCoauthors(graph, 1.38);
  const hub = graph.nodeCount - 1;
  const reach = range(0, 281).map((node) =>
    Math.hypot(picture.x[node]! - picture.x[hub]!, picture.y[node]! - picture.y[hub]!),
  );

  test('is a compact disc around the hub', () => {
    const area = Math.PI * (Math.max(...reach) + 1) ** 2;
    const discs = 281 * Math.PI;
    expect(discs / area).toBeGreaterThan(0.4);
    const meanX = picture.x.reduce((sum, x) => sum + x, 0) / graph.nodeCount;
    expect(Math.abs(meanX - picture.x[hub]!)).toBeLessThan(0.5);
  });

  test('has its people on few rings', () => {
    const rings = new Set(reach.map((distance) => Math.round(distance * 10)));
    expect(rings.size).toBeLessThan(12);
  });
});

test('a hub’s people who link elsewhere lie outside of those who do not', () => {
  const graph = graphOf([range(0, 50), [0, 50, 51], [1, 52, 53], [0, 1]]);
  const { x, y } = layoutCoauthors(graph, 1.38);
  const hub = graph.nodeCount - 1;
  const reach = (node: number) => Math.hypot(x[node]! - x[hub]!, y[node]! - y[hub]!);
  const own = Math.max(...range(2, 50).map(reach));
  expect(Math.min(reach(0), reach(1))).toBeGreaterThan(own);
});

test('a team stays together: linked people are nearer than the picture is wide', () => {
  const graph = graphOf([...range(0, 12).map((t) => range(t * 5, t * 5 + 5)), [0, 5]]);
  const { x, bounds } = layoutCoauthors(graph, 1.38);
  for (let e = 0; e < graph.edgeSource.length; e++) {
    const across = Math.abs(x[graph.edgeSource[e]!]! - x[graph.edgeTarget[e]!]!);
    expect(across).toBeLessThan((bounds.x1 - bounds.x0) / 2);
  }
});

test('people without a co-author stand in rows', () => {
  const { x, y } = layoutCoauthors(graphOf(range(0, 60).map((author) => [author])), 1.5);
  expect(new Set(y).size).toBe(6);
  expect(new Set(x).size).toBe(10);
});

test('an empty graph has an empty picture', () => {
  const { x, bounds } = layoutCoauthors(graphOf([]), 1);
  expect(x.length).toBe(0);
  expect(bounds).toEqual({ x0: 0, y0: 0, x1: 0, y1: 0 });
});

test('around somebody of a team that all wrote together stands everybody else, nobody over another', () => {
  const graph = buildCoauthorGraph(recordsOf([range(0, 18)]), 18);
  const layout = new CoauthorLayout(graph, 7).fit(1.4);
  layout.step(Infinity);
  const { x, y } = layout.picture();
  const middle = {
    x: x.reduce((sum, value) => sum + value, 0) / 18,
    y: y.reduce((sum, value) => sum + value, 0) / 18,
  };
  expect(Math.hypot(x[7]! - middle.x, y[7]! - middle.y)).toBeLessThan(0.5);
  for (let a = 0; a < 18; a++) {
    for (let b = 0; b < a; b++) expect(Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)).toBeGreaterThanOrEqual(2);
  }
});
