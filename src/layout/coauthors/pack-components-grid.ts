/** A square grid of cells, free or covered, that finds places for shapes. */
import type { CellSpans } from './pack-components-spans.ts';

/** The cell where a shape's first row and column come to lie. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** Shapes are placed around the middle; what is covered stays covered. */
export class OccupancyGrid {
  readonly cellCount: number;
  readonly #side: number;
  readonly #aspect: number;
  /** By cell, the first covered column at or after it in its row; `side` where there is none. */
  readonly #nextCovered: Int32Array;
  /** Bounds of what is covered; the second ones are not included. */
  #x0 = 0;
  #y0 = 0;
  #x1 = 0;
  #y1 = 0;
  #isEmpty = true;
  /** Cells by distance from the middle of what was covered when the first shape was to take the first place. */
  #outward: Uint32Array | undefined;
  /** By shape, how far the outward list has been tried: what was covered once never gets free. */
  readonly #tried = new Map<string, number>();

  /** @param aspect width by height that the covered part should come to have */
  constructor(side: number, aspect: number) {
    this.#side = side;
    this.#aspect = aspect;
    this.cellCount = side * side;
    this.#nextCovered = new Int32Array(this.cellCount).fill(side);
  }

  /** Where the covered part stays smallest; among those, nearest to its middle. */
  findBest(shape: CellSpans): CellPlace {
    if (this.#isEmpty) return this.#middle(shape);
    // farther out than right beside what is covered cannot be better
    const firstRow = Math.max(0, this.#y0 - shape.rowCount);
    const lastRow = Math.min(this.#side - shape.rowCount, this.#y1);
    const firstColumn = Math.max(0, this.#x0 - shape.columnCount);
    const lastColumn = Math.min(this.#side - shape.columnCount, this.#x1);
    const middleX = (this.#x0 + this.#x1 - shape.columnCount) / 2;
    const middleY = (this.#y0 + this.#y1 - shape.rowCount) / 2;
    let best: CellPlace | undefined;
    let bestSize = Infinity;
    let bestDistance = Infinity;
    for (let row = firstRow; row <= lastRow; row++) {
      const height = Math.max(this.#y1, row + shape.rowCount) - Math.min(this.#y0, row);
      if (height > bestSize) continue;
      for (let column = firstColumn; column <= lastColumn; column++) {
        const width = Math.max(this.#x1, column + shape.columnCount) - Math.min(this.#x0, column);
        const size = Math.max(width / this.#aspect, height);
        if (size > bestSize) continue;
        const dx = (column - middleX) / this.#aspect;
        const dy = row - middleY;
        const distance = dx * dx + dy * dy;
        if (size === bestSize && distance >= bestDistance) continue;
        if (!this.#isFree(shape, column, row)) continue;
        best = { column, row };
        bestSize = size;
        bestDistance = distance;
      }
    }
    return this.#found(best);
  }

  /** The free place nearest to the middle, in rings that have the aspect's form. */
  findFirst(shape: CellSpans): CellPlace {
    if (this.#isEmpty) return this.#middle(shape);
    this.#outward ??= this.#cellsOutward();
    const key = `${shape.first.join()};${shape.last.join()}`;
    const halfColumns = shape.columnCount >> 1;
    const halfRows = shape.rowCount >> 1;
    for (let at = this.#tried.get(key) ?? 0; at < this.#outward.length; at++) {
      const cell = this.#outward[at]!;
      const column = (cell % this.#side) - halfColumns;
      const row = Math.floor(cell / this.#side) - halfRows;
      if (column < 0 || column + shape.columnCount > this.#side) continue;
      if (row < 0 || row + shape.rowCount > this.#side) continue;
      if (!this.#isFree(shape, column, row)) continue;
      this.#tried.set(key, at);
      return { column, row };
    }
    return this.#found(undefined);
  }

  /** Marks the shape's cells. */
  cover(shape: CellSpans, { column, row }: CellPlace): void {
    for (let r = 0; r < shape.rowCount; r++) {
      const start = (row + r) * this.#side;
      const from = start + column + shape.first[r]!;
      const to = start + column + shape.last[r]!;
      for (let cell = from; cell <= to; cell++) this.#nextCovered[cell] = cell - start;
      for (let cell = from - 1; cell >= start && this.#nextCovered[cell]! > from - start; cell--) {
        this.#nextCovered[cell] = from - start;
      }
    }
    this.#x0 = this.#isEmpty ? column : Math.min(this.#x0, column);
    this.#y0 = this.#isEmpty ? row : Math.min(this.#y0, row);
    this.#x1 = Math.max(this.#x1, column + shape.columnCount);
    this.#y1 = Math.max(this.#y1, row + shape.rowCount);
    this.#isEmpty = false;
  }

  #middle(shape: CellSpans): CellPlace {
    return { column: (this.#side - shape.columnCount) >> 1, row: (this.#side - shape.rowCount) >> 1 };
  }

  #isFree(shape: CellSpans, column: number, row: number): boolean {
    for (let r = 0; r < shape.rowCount; r++) {
      const start = (row + r) * this.#side;
      if (this.#nextCovered[start + column + shape.first[r]!]! <= column + shape.last[r]!) return false;
    }
    return true;
  }

  #cellsOutward(): Uint32Array {
    const middleX = (this.#x0 + this.#x1) / 2;
    const middleY = (this.#y0 + this.#y1) / 2;
    const distance = new Uint32Array(this.cellCount);
    for (let cell = 0; cell < this.cellCount; cell++) {
      const dx = Math.abs((cell % this.#side) + 0.5 - middleX) / this.#aspect;
      const dy = Math.abs(Math.floor(cell / this.#side) + 0.5 - middleY);
      // mainly the ring, and along a ring from the axes to the corners
      distance[cell] = 4 * (Math.max(dx, dy) + 0.1 * Math.min(dx, dy));
    }
    return countingOrder(distance);
  }

  #found(place: CellPlace | undefined): CellPlace {
    if (!place) throw new Error('layout: no room left on the packing grid');
    return place;
  }
}

/** Positions in stable ascending order of small whole keys. */
function countingOrder(keys: Uint32Array): Uint32Array {
  const largest = keys.reduce((most, key) => Math.max(most, key), 0);
  const next = new Uint32Array(largest + 2);
  for (const key of keys) next[key + 1]! += 1;
  for (let key = 0; key <= largest; key++) next[key + 1]! += next[key]!;
  const order = new Uint32Array(keys.length);
  keys.forEach((key, i) => (order[next[key]!++] = i));
  return order;
}
