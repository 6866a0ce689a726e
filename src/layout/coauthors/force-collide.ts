/** Keeps discs apart: overlapping ones are moved away from each other along the line between their centres. */
import { BarnesHutTree } from './barnes-hut.ts';

/** Finds overlapping discs by means of a quadtree with boxes around the discs of each cell. */
export class DiscSeparator {
  readonly #tree: BarnesHutTree;
  readonly #radius: Float64Array;
  /** Radii in the tree's order. */
  readonly #treeRadius: Float64Array;
  readonly #boxX0: Float64Array;
  readonly #boxY0: Float64Array;
  readonly #boxX1: Float64Array;
  readonly #boxY1: Float64Array;
  readonly #unit: Float64Array;

  /** @param radius by disc, above 0, gaps included */
  constructor(radius: Float64Array) {
    this.#tree = new BarnesHutTree(radius.length);
    this.#radius = radius;
    this.#treeRadius = new Float64Array(radius.length);
    const cells = this.#tree.cellX.length;
    this.#boxX0 = new Float64Array(cells);
    this.#boxY0 = new Float64Array(cells);
    this.#boxX1 = new Float64Array(cells);
    this.#boxY1 = new Float64Array(cells);
    this.#unit = new Float64Array(radius.length).fill(1);
  }

  /**
   * Moves overlapping discs apart, the smaller one more; one pass.
   * @param strength share of each overlap that is undone, 0 to 1
   * @returns the deepest overlap found, as a share of the two radii: 0 none, 1 same centre
   */
  separate(x: Float64Array, y: Float64Array, strength: number): number {
    this.#tree.build(x, y, this.#unit);
    this.#computeBoxes();
    let deepest = 0;
    for (let i = 0; i < x.length; i++) deepest = Math.max(deepest, this.#separateFromLater(i, strength));
    const { order } = this.#tree;
    for (let i = 0; i < x.length; i++) {
      x[order[i]!] = this.#tree.x[i]!;
      y[order[i]!] = this.#tree.y[i]!;
    }
    return deepest;
  }

  /** From the last cell to the first, so that inner cells are known before those that hold them. */
  #computeBoxes(): void {
    const tree = this.#tree;
    for (let i = 0; i < tree.pointCount; i++) this.#treeRadius[i] = this.#radius[tree.order[i]!]!;
    for (let cell = tree.cellCount - 1; cell >= 0; cell--) {
      this.#boxX0[cell] = this.#boxY0[cell] = Infinity;
      this.#boxX1[cell] = this.#boxY1[cell] = -Infinity;
      if (tree.cellSide2[cell]! < 0) {
        for (let i = tree.cellFirst[cell]!; i < tree.cellEnd[cell]!; i++) {
          const r = this.#treeRadius[i]!;
          this.#growBox(cell, tree.x[i]! - r, tree.y[i]! - r, tree.x[i]! + r, tree.y[i]! + r);
        }
      } else {
        for (let inner = cell + 1; inner < tree.cellNext[cell]!; inner = tree.cellNext[inner]!) {
          this.#growBox(
            cell,
            this.#boxX0[inner]!,
            this.#boxY0[inner]!,
            this.#boxX1[inner]!,
            this.#boxY1[inner]!,
          );
        }
      }
    }
  }

  #growBox(cell: number, x0: number, y0: number, x1: number, y1: number): void {
    this.#boxX0[cell] = Math.min(this.#boxX0[cell]!, x0);
    this.#boxY0[cell] = Math.min(this.#boxY0[cell]!, y0);
    this.#boxX1[cell] = Math.max(this.#boxX1[cell]!, x1);
    this.#boxY1[cell] = Math.max(this.#boxY1[cell]!, y1);
  }

  #separateFromLater(i: number, strength: number): number {
    const { x, y, cellCount, cellFirst, cellEnd, cellNext, cellSide2 } = this.#tree;
    const radius = this.#treeRadius[i]!;
    let deepest = 0;
    let cell = 0;
    while (cell < cellCount) {
      const isFar =
        cellEnd[cell]! <= i + 1 ||
        x[i]! + radius <= this.#boxX0[cell]! ||
        x[i]! - radius >= this.#boxX1[cell]! ||
        y[i]! + radius <= this.#boxY0[cell]! ||
        y[i]! - radius >= this.#boxY1[cell]!;
      if (isFar) {
        cell = cellNext[cell]!;
        continue;
      }
      if (cellSide2[cell]! < 0) {
        for (let j = Math.max(i + 1, cellFirst[cell]!); j < cellEnd[cell]!; j++) {
          deepest = Math.max(deepest, this.#separatePair(i, j, strength));
        }
      }
      cell++;
    }
    return deepest;
  }

  #separatePair(i: number, j: number, strength: number): number {
    const { x, y, order } = this.#tree;
    const ri = this.#treeRadius[i]!;
    const rj = this.#treeRadius[j]!;
    let dx = x[j]! - x[i]!;
    let dy = y[j]! - y[i]!;
    const reach = ri + rj;
    const distance2 = dx * dx + dy * dy;
    if (distance2 >= reach * reach) return 0;
    let distance = Math.sqrt(distance2);
    const depth = 1 - distance / reach;
    if (distance < 1e-9) {
      // any direction will do, as long as it is the same one next time
      const turn = (order[i]! * 7 + order[j]! * 3) % 8;
      dx = turn < 4 ? 1 : -1;
      dy = (turn % 4) - 1.5;
      distance = Math.sqrt(dx * dx + dy * dy);
    }
    const push = (strength * depth * reach) / distance;
    const shareOfI = (rj * rj) / (ri * ri + rj * rj);
    x[i]! -= dx * push * shareOfI;
    y[i]! -= dy * push * shareOfI;
    x[j]! += dx * push * (1 - shareOfI);
    y[j]! += dy * push * (1 - shareOfI);
    return depth;
  }
}
