/** Which boxes lie where, so that thousands of places can be asked for. */

/** A rectangle in screen px; touching edges do not overlap. */
export interface LabelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Whether two boxes share more than an edge. */
export function boxesOverlap(a: LabelBox, b: LabelBox): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Side of a cell, px. */
const CELL_PX = 64;
/** So many cells a row before two of them share a key: what is asked for is compared anyway. */
const COLUMNS = 4096;

/** Things by the cells of a grid that their boxes touch. */
export class BoxIndex<Thing> {
  readonly #cells = new Map<number, Thing[]>();

  add(box: LabelBox, thing: Thing): void {
    someCell(box, (key) => {
      const things = this.#cells.get(key);
      if (things) things.push(thing);
      else this.#cells.set(key, [thing]);
      return false;
    });
  }

  /** Whether one of the things that may lie in a box, and surely all that do, is as asked for. */
  someNear(box: LabelBox, is: (thing: Thing) => boolean): boolean {
    return someCell(box, (key) => this.#cells.get(key)?.some(is) ?? false);
  }
}

function someCell({ x0, y0, x1, y1 }: LabelBox, is: (key: number) => boolean): boolean {
  const [first, last] = [Math.floor(x0 / CELL_PX), Math.floor(x1 / CELL_PX)];
  const lastRow = Math.floor(y1 / CELL_PX);
  for (let row = Math.floor(y0 / CELL_PX); row <= lastRow; row++) {
    for (let column = first; column <= last; column++) if (is(row * COLUMNS + column)) return true;
  }
  return false;
}
