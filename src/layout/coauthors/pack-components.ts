/**
 * Packs laid-out components close together into a picture of a given aspect ratio, after the polyomino packing of
 * Freivalds, Dogrusoz, Kikusts 2002, doi:10.1007/3-540-45848-4_30: each component covers cells of a grid, and goes
 * where the whole picture stays smallest. Two components' hulls never overlap.
 */
import { spansOf, type CellSpans, type PackPart } from './pack-components-spans.ts';

export type { PackPart } from './pack-components-spans.ts';
import { OccupancyGrid } from './pack-components-grid.ts';

/** By part, what to add to its coordinates, layout units. */
export interface Packing {
  readonly offsetX: Float64Array;
  readonly offsetY: Float64Array;
}

/** How many cells the parts may cover together; sets the fineness of the grid. */
const CELL_BUDGET = 40_000;

/** No finer than this, layout units. */
const FINEST_CELL = 0.5;

/** Parts times grid cells that are looked through for the best place of all; later parts take the first place. */
const SEARCH_BUDGET = 15_000_000;

/**
 * Finds a place for each part.
 * @param parts in order of placing: the biggest first
 * @param aspect width by height to aim at, above 0
 * @param gap least distance between two parts, layout units
 */
export function packComponents(parts: readonly PackPart[], aspect: number, gap: number): Packing {
  const offsetX = new Float64Array(parts.length);
  const offsetY = new Float64Array(parts.length);
  if (parts.length < 2) return { offsetX, offsetY };
  const cell = cellSideFor(parts, gap);
  const spans = parts.map((part) => spansOf(part, gap / 2, cell));
  const grid = new OccupancyGrid(gridSideFor(spans), aspect);
  const searchable = Math.floor(SEARCH_BUDGET / grid.cellCount);
  spans.forEach((shape, i) => {
    const place = i < searchable ? grid.findBest(shape) : grid.findFirst(shape);
    grid.cover(shape, place);
    offsetX[i] = place.column * cell - shape.originX;
    offsetY[i] = place.row * cell - shape.originY;
  });
  return { offsetX, offsetY };
}

/** Fine where there is little to place, coarser where there is much. */
function cellSideFor(parts: readonly PackPart[], gap: number): number {
  let area = 0;
  for (const { x, y, radius } of parts) {
    let x0 = Infinity;
    let y0 = Infinity;
    let x1 = -Infinity;
    let y1 = -Infinity;
    for (let i = 0; i < x.length; i++) {
      x0 = Math.min(x0, x[i]! - radius[i]!);
      x1 = Math.max(x1, x[i]! + radius[i]!);
      y0 = Math.min(y0, y[i]! - radius[i]!);
      y1 = Math.max(y1, y[i]! + radius[i]!);
    }
    area += (x1 - x0 + gap) * (y1 - y0 + gap);
  }
  return Math.max(FINEST_CELL, Math.sqrt(area / CELL_BUDGET));
}

/** A square in which all parts find room wherever the first ones stand. */
function gridSideFor(spans: readonly CellSpans[]): number {
  let cells = 0;
  let longest = 0;
  for (const { rowCount, columnCount } of spans) {
    cells += rowCount * columnCount;
    longest = Math.max(longest, rowCount, columnCount);
  }
  return Math.ceil(2 * Math.sqrt(cells)) + 2 * longest + 2;
}
