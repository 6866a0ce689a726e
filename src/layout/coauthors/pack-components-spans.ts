/** The cells of a grid that a component covers, row by row. */

/** One component: discs with centres and radii in layout units. */
export interface PackPart {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly radius: ArrayLike<number>;
}

/** A convex shape as one run of cells a row. */
export interface CellSpans {
  readonly rowCount: number;
  readonly columnCount: number;
  /** By row, the first covered column and the last, both included, from 0. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Coordinates of the corner of cell (0, 0) in the component's own system, layout units. */
  readonly originX: number;
  readonly originY: number;
}

/** 16 directions around the circle; by square roots, which every engine rounds alike. */
const DIRECTIONS: readonly (readonly [number, number])[] = (() => {
  const half = Math.SQRT1_2;
  const long = Math.sqrt(2 + Math.SQRT2) / 2;
  const short = Math.sqrt(2 - Math.SQRT2) / 2;
  const quarter = [
    [1, 0],
    [long, short],
    [half, half],
    [short, long],
  ] as const;
  const turned = (turns: number) =>
    quarter.map(([x, y]): readonly [number, number] => {
      if (turns === 0) return [x, y];
      if (turns === 1) return [-y, x];
      return turns === 2 ? [-x, -y] : [y, -x];
    });
  return [0, 1, 2, 3].flatMap(turned);
})();

/**
 * Covers the smallest 16-sided shape with fixed directions that holds all discs and a margin.
 * @param margin space around the discs, layout units
 * @param cell side of a cell, layout units
 */
export function spansOf(part: PackPart, margin: number, cell: number): CellSpans {
  const reach = DIRECTIONS.map(([dx, dy]) => farthest(part, dx, dy) + margin);
  const originX = -reach[8]!;
  const originY = -reach[12]!;
  const rowCount = cellsIn(reach[4]! - originY, cell);
  const columnCount = cellsIn(reach[0]! - originX, cell);
  const first = new Int32Array(rowCount);
  const last = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const y0 = originY + row * cell;
    const [left, right] = extentInBand(reach, y0, y0 + cell);
    first[row] = clamp(Math.floor((left - originX) / cell), 0, columnCount - 1);
    last[row] = clamp(Math.ceil((right - originX) / cell) - 1, first[row]!, columnCount - 1);
  }
  return { rowCount, columnCount, first, last, originX, originY };
}

const cellsIn = (length: number, cell: number) => Math.max(1, Math.ceil(length / cell - 1e-9));

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function farthest({ x, y, radius }: PackPart, dx: number, dy: number): number {
  let most = -Infinity;
  for (let i = 0; i < x.length; i++) most = Math.max(most, x[i]! * dx + y[i]! * dy + radius[i]!);
  return most;
}

/** From where to where, at most, the shape reaches between two heights. */
function extentInBand(reach: readonly number[], y0: number, y1: number): [number, number] {
  let left = -Infinity;
  let right = Infinity;
  DIRECTIONS.forEach(([dx, dy], d) => {
    if (Math.abs(dx) < 1e-12) return;
    const across = (reach[d]! - Math.min(dy * y0, dy * y1)) / dx;
    if (dx > 0) right = Math.min(right, across);
    else left = Math.max(left, across);
  });
  return [left, right];
}
