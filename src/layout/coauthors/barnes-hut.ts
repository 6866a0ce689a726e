/**
 * A quadtree over points with charges, in typed arrays, and the repulsion computed over it: far cells act as
 * one point at their centre of charge. Barnes, Hut 1986, doi:10.1038/324446a0.
 *
 * Points are sorted along the Z-order curve, so a cell is a range of them; cells stand in depth-first order with
 * the number of the next cell that is not inside, so that a walk over the tree is one loop without a stack.
 */

/** A cell with no more points than this is not divided. */
const LEAF_SIZE = 8;

/** Bits of each coordinate in the sort key. */
const KEY_BITS = 16;

/** Keeps the force of two points that coincide finite; squared layout units, far below a disc's radius. */
const SOFTENING = 1e-3;

/** Points and charges, rebuilt at each tick; its arrays are reused. */
export class BarnesHutTree {
  readonly pointCount: number;
  /** Point (as numbered by the caller) by position in the tree. */
  readonly order: Uint32Array;
  /** Coordinates and charges in the tree's order. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly charge: Float64Array;
  cellCount = 0;
  /** First point of a cell, and the one after its last, as positions in the tree. */
  readonly cellFirst: Uint32Array;
  readonly cellEnd: Uint32Array;
  /** The next cell in depth-first order that is not inside this one. For a leaf, the next cell. */
  readonly cellNext: Uint32Array;
  /** Squared side, or -1 for a leaf. */
  readonly cellSide2: Float64Array;
  readonly cellX: Float64Array;
  readonly cellY: Float64Array;
  readonly cellCharge: Float64Array;
  readonly #key: Uint32Array;
  readonly #keyBuffer: Uint32Array;
  readonly #orderBuffer: Uint32Array;
  readonly #buckets = new Uint32Array(1 << 11);
  #rootSide = 1;

  constructor(pointCount: number) {
    this.pointCount = pointCount;
    this.order = new Uint32Array(pointCount);
    this.x = new Float64Array(pointCount);
    this.y = new Float64Array(pointCount);
    this.charge = new Float64Array(pointCount);
    this.#key = new Uint32Array(pointCount);
    this.#keyBuffer = new Uint32Array(pointCount);
    this.#orderBuffer = new Uint32Array(pointCount);
    // a divided cell has at least two children, and leaves are ranges that do not overlap
    const cells = 2 * pointCount + 1;
    this.cellFirst = new Uint32Array(cells);
    this.cellEnd = new Uint32Array(cells);
    this.cellNext = new Uint32Array(cells);
    this.cellSide2 = new Float64Array(cells);
    this.cellX = new Float64Array(cells);
    this.cellY = new Float64Array(cells);
    this.cellCharge = new Float64Array(cells);
  }

  /** Sorts the points and divides them into cells. Coordinates must be finite, charges 0 or more. */
  build(x: Float64Array, y: Float64Array, charge: Float64Array): void {
    this.#computeKeys(x, y);
    this.#sort();
    for (let i = 0; i < this.pointCount; i++) {
      const point = this.order[i]!;
      this.x[i] = x[point]!;
      this.y[i] = y[point]!;
      this.charge[i] = charge[point]!;
    }
    this.cellCount = 0;
    if (this.pointCount > 0) this.#divide(0, this.pointCount);
  }

  #computeKeys(x: Float64Array, y: Float64Array): void {
    let x0 = Infinity;
    let y0 = Infinity;
    let x1 = -Infinity;
    let y1 = -Infinity;
    for (let i = 0; i < this.pointCount; i++) {
      x0 = Math.min(x0, x[i]!);
      x1 = Math.max(x1, x[i]!);
      y0 = Math.min(y0, y[i]!);
      y1 = Math.max(y1, y[i]!);
    }
    this.#rootSide = Math.max(x1 - x0, y1 - y0, 1e-9);
    const scale = ((1 << KEY_BITS) - 1) / this.#rootSide;
    for (let i = 0; i < this.pointCount; i++) {
      this.#key[i] = (spread((x[i]! - x0) * scale) | (spread((y[i]! - y0) * scale) << 1)) >>> 0;
      this.order[i] = i;
    }
  }

  /** Stable radix sort of the keys, 11 bits at a time. */
  #sort(): void {
    let [keys, otherKeys] = [this.#key, this.#keyBuffer];
    let [order, otherOrder] = [this.order, this.#orderBuffer];
    const buckets = this.#buckets;
    for (let shift = 0; shift < 2 * KEY_BITS; shift += 11) {
      buckets.fill(0);
      for (let i = 0; i < keys.length; i++) buckets[(keys[i]! >>> shift) & 2047]! += 1;
      let sum = 0;
      for (let b = 0; b < 2048; b++) {
        const size = buckets[b]!;
        buckets[b] = sum;
        sum += size;
      }
      for (let i = 0; i < keys.length; i++) {
        const to = buckets[(keys[i]! >>> shift) & 2047]!++;
        otherKeys[to] = keys[i]!;
        otherOrder[to] = order[i]!;
      }
      [keys, otherKeys] = [otherKeys, keys];
      [order, otherOrder] = [otherOrder, order];
    }
    // three passes leave the result in the buffers
    this.#key.set(keys);
    this.order.set(order);
  }

  /** Appends the cell of the points from `first` up to `end`, and the cells inside it. */
  #divide(first: number, end: number): void {
    const keys = this.#key;
    const cell = this.cellCount++;
    this.cellFirst[cell] = first;
    this.cellEnd[cell] = end;
    const differing = keys[first]! ^ keys[end - 1]!;
    if (end - first <= LEAF_SIZE || differing === 0) {
      this.cellSide2[cell] = -1;
      this.#sumPoints(cell, first, end);
    } else {
      // the smallest square of the grid that holds all the points: levels that they share are skipped
      const level = Math.clz32(differing) >>> 1;
      const side = this.#rootSide / (1 << level);
      this.cellSide2[cell] = side * side;
      const shift = 2 * (KEY_BITS - 1 - level);
      let from = first;
      while (from < end) {
        const quarter = (keys[from]! >>> shift) & 3;
        let to = from + 1;
        while (to < end && ((keys[to]! >>> shift) & 3) === quarter) to++;
        this.#divide(from, to);
        from = to;
      }
      this.#sumCells(cell);
    }
    this.cellNext[cell] = this.cellCount;
  }

  #sumPoints(cell: number, first: number, end: number): void {
    let charge = 0;
    let x = 0;
    let y = 0;
    for (let i = first; i < end; i++) {
      charge += this.charge[i]!;
      x += this.charge[i]! * this.x[i]!;
      y += this.charge[i]! * this.y[i]!;
    }
    this.#setSums(cell, charge, x, y);
  }

  #sumCells(cell: number): void {
    let charge = 0;
    let x = 0;
    let y = 0;
    for (let inner = cell + 1; inner < this.cellCount; inner = this.cellNext[inner]!) {
      charge += this.cellCharge[inner]!;
      x += this.cellCharge[inner]! * this.cellX[inner]!;
      y += this.cellCharge[inner]! * this.cellY[inner]!;
    }
    this.#setSums(cell, charge, x, y);
  }

  #setSums(cell: number, charge: number, x: number, y: number): void {
    this.cellCharge[cell] = charge;
    this.cellX[cell] = charge > 0 ? x / charge : this.x[this.cellFirst[cell]!]!;
    this.cellY[cell] = charge > 0 ? y / charge : this.y[this.cellFirst[cell]!]!;
  }
}

/** Puts a 0 between any two bits of a whole part below 2^16. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Adds to each point the push of all others away from them: charge times charge over distance.
 * @param theta a cell acts as one point where its side is below theta times its distance; 0 is exact
 * @param forceX by point as numbered by the caller; added to
 */
export function addRepulsion(
  tree: BarnesHutTree,
  theta: number,
  forceX: Float64Array,
  forceY: Float64Array,
): void {
  const { x, y, charge, order, cellCount, cellFirst, cellEnd, cellNext, cellSide2 } = tree;
  const { cellX, cellY, cellCharge } = tree;
  const theta2 = theta * theta;
  for (let i = 0; i < tree.pointCount; i++) {
    const px = x[i]!;
    const py = y[i]!;
    let fx = 0;
    let fy = 0;
    let cell = 0;
    while (cell < cellCount) {
      const side2 = cellSide2[cell]!;
      if (side2 < 0) {
        // a point's force on itself is 0 because its distance is
        for (let j = cellFirst[cell]!, end = cellEnd[cell]!; j < end; j++) {
          const dx = px - x[j]!;
          const dy = py - y[j]!;
          const f = charge[j]! / (dx * dx + dy * dy + SOFTENING);
          fx += dx * f;
          fy += dy * f;
        }
        cell++;
        continue;
      }
      const dx = px - cellX[cell]!;
      const dy = py - cellY[cell]!;
      const distance2 = dx * dx + dy * dy;
      if (side2 < theta2 * distance2) {
        const f = cellCharge[cell]! / (distance2 + SOFTENING);
        fx += dx * f;
        fy += dy * f;
        cell = cellNext[cell]!;
      } else {
        cell++;
      }
    }
    const point = order[i]!;
    forceX[point]! += charge[i]! * fx;
    forceY[point]! += charge[i]! * fy;
  }
}

/** The same by the plain loop over all pairs, exactly: the measure that {@link addRepulsion} is tested against. */
export function addRepulsionPlainly(
  x: Float64Array,
  y: Float64Array,
  charge: Float64Array,
  forceX: Float64Array,
  forceY: Float64Array,
): void {
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++) {
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      const f = (charge[i]! * charge[j]!) / (dx * dx + dy * dy + SOFTENING);
      forceX[i]! += dx * f;
      forceY[i]! += dy * f;
    }
  }
}
