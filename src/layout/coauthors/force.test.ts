import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startPositions } from './force-start.ts';
import { ForceLayout, ROOM, type ForceGraph } from './force.ts';

/** A connected graph: each node is tied to an earlier one, and some more ties. */
const anyGraph: fc.Arbitrary<ForceGraph> = fc
  .array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean(), fc.constantFrom(1, 1, 1, 2, 6)), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => {
    const edges = new Map<string, [number, number]>();
    const add = (a: number, b: number) => a !== b && edges.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
    rows.forEach(([near, far, isDouble], i) => {
      if (i > 0) add(i, near % i);
      if (i > 0 && isDouble) add(i, far % rows.length);
    });
    const list = [...edges.values()];
    return {
      source: Uint32Array.from(list, ([a]) => a),
      target: Uint32Array.from(list, ([, b]) => b),
      weight: new Float64Array(list.length).fill(0.5),
      radius: Float64Array.from(rows, ([, , , radius]) => radius),
      charge: Float64Array.from(rows, ([, , , radius]) => radius * radius),
    };
  });

function run(graph: ForceGraph, tickCount: number): ForceLayout {
  const { source, target } = graph;
  const nodeCount = graph.radius.length;
  const start = startPositions({ nodeCount, source, target, area: ROOM * nodeCount });
  const layout = new ForceLayout(graph, start.x, start.y, { tickCount, gap: 0.5 });
  while (!layout.done) layout.tick();
  for (let pass = 0; pass < 1000; pass++) if (layout.settle()) break;
  return layout;
}

test('positions are finite, discs keep their gap, and a second run gives the same bytes', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { x, y } = run(graph, 60);
      for (let i = 0; i < x.length; i++) {
        expect(Number.isFinite(x[i]!) && Number.isFinite(y[i]!)).toBe(true);
        for (let j = 0; j < i; j++) {
          const distance = Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
          expect(distance).toBeGreaterThanOrEqual(graph.radius[i]! + graph.radius[j]! + 0.5 - 1e-6);
        }
      }
      const again = run(graph, 60);
      expect(again.x).toEqual(x);
      expect(again.y).toEqual(y);
    }),
    { numRuns: 40 },
  );
});

test('linked nodes end nearer to each other than others', () => {
  // a ladder of 40 rungs
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < 80; i++) {
    for (const to of i % 2 === 0 ? [i + 1, i + 2] : [i + 2]) {
      if (to >= 80) continue;
      source.push(i);
      target.push(to);
    }
  }
  const { x, y } = run(
    {
      source: Uint32Array.from(source),
      target: Uint32Array.from(target),
      weight: new Float64Array(source.length).fill(1),
      radius: new Float64Array(80).fill(1),
      charge: new Float64Array(80).fill(1),
    },
    200,
  );
  const distance = (a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  const linked = source.reduce((sum, a, e) => sum + distance(a, target[e]!), 0) / source.length;
  let all = 0;
  for (let a = 0; a < 80; a++) for (let b = 0; b < a; b++) all += distance(a, b) / (80 * 79 * 0.5);
  expect(linked).toBeLessThan(all / 4);
});

test('alpha falls at every tick, and nothing moves after the last', () => {
  const graph: ForceGraph = {
    source: Uint32Array.of(0, 1),
    target: Uint32Array.of(1, 2),
    weight: Float64Array.of(1, 1),
    radius: Float64Array.of(1, 1, 1),
    charge: Float64Array.of(1, 1, 1),
  };
  const layout = new ForceLayout(graph, Float64Array.of(0, 3, 5), Float64Array.of(0, 1, 0), {
    tickCount: 5,
    gap: 0.5,
  });
  const alphas = [layout.alpha];
  while (!layout.done) {
    layout.tick();
    alphas.push(layout.alpha);
  }
  expect(alphas).toEqual(alphas.toSorted((a, b) => b - a));
  const before = [...layout.x];
  layout.tick();
  expect([...layout.x]).toEqual(before);
});

test('a start spreads nodes with equal distances, and a graph in two pieces stays finite', () => {
  const { x, y } = startPositions({
    nodeCount: 50,
    source: new Uint32Array(48).fill(0),
    target: Uint32Array.from({ length: 48 }, (_, i) => i + 1),
    area: 300,
  });
  expect(new Set(Array.from(x, (value, i) => `${value} ${y[i]!}`)).size).toBe(50);
  expect([...x, ...y].every(Number.isFinite)).toBe(true);
});
