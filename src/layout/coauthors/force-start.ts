/**
 * Where a force layout starts: distances in links laid out in the plane by pivot MDS (Brandes, Pich 2007,
 * doi:10.1007/978-3-540-70904-6_6), so that the forces need not untangle what they could know. No chance is involved.
 */

/** Pivots by number of nodes: of a large graph fewer tell as much as its forces need, in half or a third of the time. */
const PIVOTS: readonly (readonly [nodes: number, pivots: number])[] = [
  [2000, 40],
  [10_000, 24],
  [Infinity, 16],
];
const POWER_ITERATIONS = 60;

/** The golden angle's cosine and sine, written out so that every engine uses the same digits. */
const GOLDEN_COS = -0.7373688780783197;
const GOLDEN_SIN = 0.6754902942615238;

/** A connected graph's links and how much room it will need. */
export interface StartGraph {
  readonly nodeCount: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Area to spread over, in squared layout units. */
  readonly area: number;
}

/** Start positions in layout units, finite and all different. */
export function startPositions(graph: StartGraph): { readonly x: Float64Array; readonly y: Float64Array } {
  const distances = pivotDistances(graph);
  centreTwice(distances, graph.nodeCount);
  const [x, y] = twoLargestComponents(distances, graph.nodeCount);
  scaleToArea(x!, y!, graph.area);
  scatter(x!, y!, 0.1 * Math.sqrt(graph.area / graph.nodeCount) + 0.02 * Math.sqrt(graph.area));
  return { x: x!, y: y! };
}

/** Distances in links from each pivot, one array a pivot; each next pivot is the node farthest from all before. */
function pivotDistances(graph: StartGraph): Float64Array[] {
  const { nodeCount } = graph;
  const links = neighbourLists(graph);
  const queue = new Uint32Array(nodeCount);
  const nearest = new Float64Array(nodeCount).fill(Infinity);
  const distances: Float64Array[] = [];
  let pivot = 0;
  const pivotCount = Math.min(PIVOTS.find(([nodes]) => nodeCount <= nodes)![1], nodeCount);
  while (distances.length < pivotCount) {
    const distance = breadthFirst(links, nodeCount, pivot, queue);
    distances.push(distance);
    pivot = farthest(distance, nearest);
  }
  return distances;
}

/**
 * The node farthest from all pivots.
 * @param distance from the latest pivot
 * @param nearest by node, distance from the nearest pivot before; brought up to date
 */
function farthest(distance: Float64Array, nearest: Float64Array): number {
  let node = 0;
  for (let i = 0; i < nearest.length; i++) {
    if (distance[i]! < nearest[i]!) nearest[i] = distance[i]!;
    if (nearest[i]! > nearest[node]!) node = i;
  }
  return node;
}

interface NeighbourLists {
  readonly offset: Uint32Array;
  readonly neighbour: Uint32Array;
}

function neighbourLists({ nodeCount, source, target }: StartGraph): NeighbourLists {
  const offset = new Uint32Array(nodeCount + 1);
  for (let e = 0; e < source.length; e++) {
    offset[source[e]! + 1]! += 1;
    offset[target[e]! + 1]! += 1;
  }
  for (let i = 0; i < nodeCount; i++) offset[i + 1]! += offset[i]!;
  const next = offset.slice();
  const neighbour = new Uint32Array(2 * source.length);
  for (let e = 0; e < source.length; e++) {
    neighbour[next[source[e]!]!++] = target[e]!;
    neighbour[next[target[e]!]!++] = source[e]!;
  }
  return { offset, neighbour };
}

/** @param queue an entry a node, overwritten */
function breadthFirst(
  links: NeighbourLists,
  nodeCount: number,
  from: number,
  queue: Uint32Array,
): Float64Array {
  const distance = new Float64Array(nodeCount).fill(-1);
  distance[from] = 0;
  queue[0] = from;
  let end = 1;
  for (let at = 0; at < end; at++) {
    const node = queue[at]!;
    const steps = distance[node]! + 1;
    const last = links.offset[node + 1]!;
    for (let i = links.offset[node]!; i < last; i++) {
      const next = links.neighbour[i]!;
      if (distance[next]! >= 0) continue;
      distance[next] = steps;
      queue[end++] = next;
    }
  }
  // a graph that is not connected after all: far away, but finite
  if (end < nodeCount) for (let i = 0; i < nodeCount; i++) if (distance[i]! < 0) distance[i] = nodeCount;
  return distance;
}

/** Squares the distances and takes out row and column means, in place. */
function centreTwice(columns: readonly Float64Array[], nodeCount: number): void {
  const rowMean = new Float64Array(nodeCount);
  const columnMeans = columns.map((column) => {
    let sum = 0;
    for (let i = 0; i < nodeCount; i++) {
      const square = column[i]! * column[i]!;
      column[i] = square;
      rowMean[i]! += square;
      sum += square;
    }
    return sum / nodeCount;
  });
  for (let i = 0; i < nodeCount; i++) rowMean[i]! /= columns.length;
  const mean = columnMeans.reduce((sum, each) => sum + each, 0) / columns.length;
  columns.forEach((column, c) => {
    const shift = mean - columnMeans[c]!;
    for (let i = 0; i < nodeCount; i++) column[i] = -0.5 * (column[i]! - rowMean[i]! + shift);
  });
}

/** Coordinates along the two largest principal directions of the columns, by power iteration. */
function twoLargestComponents(columns: readonly Float64Array[], nodeCount: number): Float64Array[] {
  const products = columns.map(() => new Float64Array(columns.length));
  columns.forEach((a, i) => {
    for (let j = 0; j <= i; j++) products[i]![j] = products[j]![i] = dot(a, columns[j]!);
  });
  const found: Float64Array[] = [];
  return [0, 1].map((which) => {
    // a start that leans to no direction in particular
    let vector = Float64Array.from(columns, (_, i) => 1 / (1 + i + which) - 0.1 * (i % (which + 2)));
    for (let round = 0; round < POWER_ITERATIONS; round++) {
      vector = Float64Array.from(products, (row) => dot(row, vector));
      for (const other of found) {
        const along = dot(vector, other);
        vector = vector.map((value, i) => value - along * other[i]!);
      }
      const length = Math.sqrt(dot(vector, vector));
      vector = vector.map((value) => (length > 1e-12 ? value / length : 0));
    }
    found.push(vector);
    const coordinate = new Float64Array(nodeCount);
    columns.forEach((column, p) => {
      const along = vector[p]!;
      for (let i = 0; i < nodeCount; i++) coordinate[i]! += column[i]! * along;
    });
    return coordinate;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Scales so that the mean squared distance from the centre is that of an even disc of the area. */
function scaleToArea(x: Float64Array, y: Float64Array, area: number): void {
  const meanSquare = (dot(x, x) + dot(y, y)) / x.length;
  const scale = meanSquare > 1e-12 ? Math.sqrt(area / (2 * Math.PI * meanSquare)) : 0;
  for (let i = 0; i < x.length; i++) {
    x[i]! *= scale;
    y[i]! *= scale;
  }
}

/** Moves each node a little, along a sunflower's spiral, so that nodes with equal distances part. */
function scatter(x: Float64Array, y: Float64Array, radius: number): void {
  let dx = 1;
  let dy = 0;
  for (let i = 0; i < x.length; i++) {
    const reach = radius * Math.sqrt((i + 0.5) / x.length);
    x[i]! += reach * dx;
    y[i]! += reach * dy;
    [dx, dy] = [dx * GOLDEN_COS - dy * GOLDEN_SIN, dx * GOLDEN_SIN + dy * GOLDEN_COS];
  }
}
