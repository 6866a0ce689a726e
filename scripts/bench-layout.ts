/**
 * Layout speed and quality on a seeded graph of 5,000 authors and 20,000 links, ours against d3-force and
 * graphology's ForceAtlas2 in the same run: `tsx scripts/bench-layout.ts [nodes] [edges]`. Rounds of ours and of
 * d3-force alternate, so that a busy machine slows both; ForceAtlas2 keeps its memory only within one call, and runs
 * between two of their rounds.
 */
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { startPositions } from '../src/layout/coauthors/force-start.ts';
import { ForceLayout, ROOM, type ForceGraph } from '../src/layout/coauthors/force.ts';

interface BenchGraph {
  readonly nodeCount: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Measured extends Positions {
  /** Everything before the first tick, ms. */
  readonly startMs: number;
  /** Ms a tick, in rounds of equal length. */
  readonly tickMs: readonly number[];
}

const TICK_COUNT = 300;
const ROUND_COUNT = 10;
const STRESS_SOURCES = 60;
const NEIGHBOURHOOD_SAMPLE = 500;

/** Mulberry32: the same numbers in every run, 0 (included) to 1 (excluded). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A connected graph of teams: each new team takes some people from a team near to it, so that there is a structure. */
function teamGraph(nodeCount: number, edgeCount: number): BenchGraph {
  const random = seeded(7);
  const below = (count: number) => Math.floor(random() * count);
  const edges = new Set<number>();
  const add = (a: number, b: number) => {
    if (a !== b && edges.size < edgeCount) edges.add(Math.min(a, b) * nodeCount + Math.max(a, b));
  };
  for (let node = 1; node < nodeCount; node++) add(node, Math.max(0, node - 1 - below(8)));
  while (edges.size < edgeCount) {
    const middle = below(nodeCount);
    const size = 2 + below(6);
    const team = Array.from({ length: size }, () =>
      random() < 0.02 ? below(nodeCount) : Math.min(nodeCount - 1, middle + below(12)),
    );
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) add(team[i]!, team[j]!);
  }
  const keys = [...edges].sort((a, b) => a - b);
  return {
    nodeCount,
    source: Uint32Array.from(keys, (key) => Math.floor(key / nodeCount)),
    target: Uint32Array.from(keys, (key) => key % nodeCount),
  };
}

function startOurs(graph: BenchGraph): { tick: () => void; positions: () => Positions } {
  const { nodeCount, source, target } = graph;
  const forceGraph: ForceGraph = {
    source,
    target,
    weight: new Float64Array(source.length).fill(0.25),
    radius: new Float64Array(nodeCount).fill(1),
    charge: new Float64Array(nodeCount).fill(1),
  };
  const start = startPositions({ nodeCount, source, target, area: nodeCount * ROOM });
  const layout = new ForceLayout(forceGraph, start.x, start.y, { tickCount: TICK_COUNT, gap: 0.5 });
  return { tick: () => layout.tick(), positions: () => layout };
}

interface D3Body {
  index?: number;
  x?: number;
  y?: number;
}

function startD3({ nodeCount, source, target }: BenchGraph): {
  tick: () => void;
  positions: () => Positions;
} {
  const nodes: D3Body[] = Array.from({ length: nodeCount }, () => ({}));
  const links = Array.from(source, (from, e) => ({ source: nodes[from]!, target: nodes[target[e]!]! }));
  const simulation = forceSimulation(nodes)
    .force('link', forceLink<D3Body, (typeof links)[number]>(links))
    .force('charge', forceManyBody())
    .force('x', forceX())
    .force('y', forceY())
    .stop();
  return {
    tick: () => simulation.tick(),
    positions: () => ({
      x: Float64Array.from(nodes, (node) => node.x ?? 0),
      y: Float64Array.from(nodes, (node) => node.y ?? 0),
    }),
  };
}

/** As its documentation has it: settings inferred from the graph's size, seeded random start. */
function measureForceAtlas2({ nodeCount, source, target }: BenchGraph): Measured {
  const random = seeded(11);
  const before = performance.now();
  const graph = new UndirectedGraph<{ x: number; y: number }>();
  for (let node = 0; node < nodeCount; node++) graph.addNode(node, { x: random(), y: random() });
  source.forEach((from, e) => graph.addUndirectedEdge(from, target[e]));
  const settings = forceAtlas2.inferSettings(graph);
  const startMs = performance.now() - before;
  const start = performance.now();
  forceAtlas2.assign(graph, { iterations: TICK_COUNT, settings });
  const tickMs = [(performance.now() - start) / TICK_COUNT];
  const at = (axis: 'x' | 'y') =>
    Float64Array.from({ length: nodeCount }, (_, node) => graph.getNodeAttribute(node, axis));
  return { startMs, tickMs, x: at('x'), y: at('y') };
}

/** @param between runs once, half way */
function measureAlternately(
  starts: readonly (() => ReturnType<typeof startOurs>)[],
  between: () => Measured,
): Measured[] {
  const runs = starts.map((start) => {
    const before = performance.now();
    const run = start();
    return { ...run, startMs: performance.now() - before, tickMs: [] as number[] };
  });
  const ticks = TICK_COUNT / ROUND_COUNT;
  let other: Measured | undefined;
  for (let round = 0; round < ROUND_COUNT; round++) {
    if (round === ROUND_COUNT / 2) other = between();
    for (const run of runs) {
      const before = performance.now();
      for (let tick = 0; tick < ticks; tick++) run.tick();
      run.tickMs.push((performance.now() - before) / ticks);
    }
  }
  const measured = runs.map(({ positions, startMs, tickMs }) => {
    const { x, y } = positions();
    return { startMs, tickMs, x, y };
  });
  return [...measured, other!];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Neighbours by node. */
function adjacency({ nodeCount, source, target }: BenchGraph): number[][] {
  const lists: number[][] = Array.from({ length: nodeCount }, () => []);
  source.forEach((from, e) => {
    lists[from]!.push(target[e]!);
    lists[target[e]!]!.push(from);
  });
  return lists;
}

function stepsFrom(lists: readonly number[][], from: number): Int32Array {
  const steps = new Int32Array(lists.length).fill(-1);
  const queue = [from];
  steps[from] = 0;
  for (let at = 0; at < queue.length; at++) {
    for (const next of lists[queue[at]!]!) {
      if (steps[next]! >= 0) continue;
      steps[next] = steps[queue[at]!]! + 1;
      queue.push(next);
    }
  }
  return steps;
}

/**
 * Normalised stress over all targets of some sources: sum of (s·d/h - 1)² at the best scale s, by pair; d the
 * distance in the picture, h in links (Gansner, Koren, North 2005, doi:10.1007/978-3-540-31843-9_25). 0 is perfect.
 */
function stressOf(lists: readonly number[][], { x, y }: Positions): number {
  let pairs = 0;
  let ratioSum = 0;
  let squareSum = 0;
  for (let k = 0; k < STRESS_SOURCES; k++) {
    const from = Math.floor((k * lists.length) / STRESS_SOURCES);
    stepsFrom(lists, from).forEach((steps, to) => {
      if (steps <= 0) return;
      const ratio = Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!) / steps;
      pairs++;
      ratioSum += ratio;
      squareSum += ratio * ratio;
    });
  }
  return 1 - (ratioSum * ratioSum) / (squareSum * pairs);
}

/** Mean share (Jaccard) of a node's neighbours in the graph among as many nearest in the picture; 1 is perfect. */
function neighbourhoodOf(lists: readonly number[][], { x, y }: Positions): number {
  let sum = 0;
  for (let k = 0; k < NEIGHBOURHOOD_SAMPLE; k++) {
    const node = Math.floor((k * lists.length) / NEIGHBOURHOOD_SAMPLE);
    const linked = new Set(lists[node]);
    const distance = (other: number) => Math.hypot(x[other]! - x[node]!, y[other]! - y[node]!);
    const nearest = Array.from(lists.keys())
      .filter((other) => other !== node)
      .map((other) => ({ other, d: distance(other) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, linked.size);
    const both = nearest.filter(({ other }) => linked.has(other)).length;
    sum += both / (2 * linked.size - both);
  }
  return sum / NEIGHBOURHOOD_SAMPLE;
}

const [nodeCount = 5000, edgeCount = 20_000] = process.argv.slice(2).map(Number);
const graph = teamGraph(nodeCount, edgeCount);
const lists = adjacency(graph);
const results = measureAlternately([() => startD3(graph), () => startOurs(graph)], () =>
  measureForceAtlas2(graph),
);
console.log(`${nodeCount} nodes, ${graph.source.length} links, ${TICK_COUNT} ticks`);
['d3-force', 'ours', 'ForceAtlas2'].forEach((name, i) => {
  const run = results[i]!;
  console.log(
    `${name.padEnd(11)} start ${run.startMs.toFixed(0)} ms, tick median ${median(run.tickMs).toFixed(2)} ms ` +
      `(${Math.min(...run.tickMs).toFixed(2)} to ${Math.max(...run.tickMs).toFixed(2)}), ` +
      `stress ${stressOf(lists, run).toFixed(3)}, neighbourhood ${neighbourhoodOf(lists, run).toFixed(3)}`,
  );
});
const ratios = results[0]!.tickMs.map((ms, round) => ms / results[1]!.tickMs[round]!);
console.log(
  `ours is ${median(ratios).toFixed(1)} times as fast a tick as d3-force (median of ${ROUND_COUNT} rounds)`,
);
const ratio = results[2]!.tickMs[0]! / median(results[1]!.tickMs);
console.log(`and ${ratio.toFixed(1)} times as fast a tick as graphology's ForceAtlas2`);
