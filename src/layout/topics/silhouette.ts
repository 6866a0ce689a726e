/** How far a sunburst reaches to the left and to the right at each height: names stand beyond it. */
import type { ArcShape } from './arc-labels.ts';
import type { Point } from '../text/lines-apart.ts';

export type Side = 'left' | 'right';

const TURN = 2 * Math.PI;
/** Parts of the circle that are looked at. */
const PARTS = 720;

/** The outline of arcs around (0, 0), y downwards. */
export class Silhouette {
  /** By part of the circle, clockwise from twelve o'clock: how far it is filled, px. */
  readonly #reach: Float32Array;
  /** By row of 1 px from the top: how far it is filled from the middle to a side, px. */
  readonly #rows: Readonly<Record<Side, Float32Array>>;
  readonly #top: number;
  /** What was asked for already, by height. */
  readonly #most: Readonly<Record<Side, (Float32Array | undefined)[]>> = { left: [], right: [] };

  /** @param holePx filled whatever the arcs are */
  constructor(arcs: readonly ArcShape[], holePx: number) {
    this.#reach = reachOf(arcs, holePx);
    const most = this.#reach.reduce((a, b) => Math.max(a, b), 0);
    this.#top = Math.ceil(most) + 1;
    this.#rows = { left: new Float32Array(2 * this.#top), right: new Float32Array(2 * this.#top) };
    for (let part = 0; part < PARTS; part++) {
      const side = part < PARTS / 2 ? 'right' : 'left';
      const [here, next] = [this.#reach[part]!, this.#reach[(part + 1) % PARTS]!];
      const [from, to] = [(part * TURN) / PARTS, ((part + 1) * TURN) / PARTS];
      this.#fill(side, pointAt(from, here), pointAt(to, here));
      // the edge of an arc that reaches farther than its neighbour
      if (here !== next) this.#fill(side, pointAt(to, here), pointAt(to, next));
    }
  }

  /** How far arcs reach in a direction, px from the middle. */
  reachAt(angleRad: number): number {
    return this.#reach[Math.floor((angleRad / TURN) * PARTS) % PARTS]!;
  }

  /**
   * How far they reach to a side within so many px around a height, px from the middle; 0 above and below all of them.
   * @param heightPx a whole number
   */
  widthAround(side: Side, y: number, heightPx: number): number {
    const most = this.#mostWithin(side, heightPx);
    return most[Math.floor(y - heightPx / 2) + this.#top + heightPx] ?? 0;
  }

  /** By first row, the most among rows of such a height, of which the first lies so far above the top. */
  #mostWithin(side: Side, heightPx: number): Float32Array {
    return (this.#most[side][heightPx] ??= mostWithin(this.#rows[side], heightPx));
  }

  #fill(side: Side, a: Point, b: Point): void {
    const rows = this.#rows[side];
    const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
    const slope = (lower.x - upper.x) / Math.max(1e-9, lower.y - upper.y);
    const last = Math.floor(lower.y);
    for (let y = Math.floor(upper.y); y <= last; y++) {
      const from = upper.x + slope * (Math.max(y, upper.y) - upper.y);
      const to = upper.x + slope * (Math.min(y + 1, lower.y) - upper.y);
      const x = Math.max(Math.abs(from), Math.abs(to));
      const row = y + this.#top;
      if (x > rows[row]!) rows[row] = x;
    }
  }
}

/** A place around (0, 0): clockwise from twelve o'clock, y downwards. */
export function pointAt(angleRad: number, radiusPx: number): Point {
  return { x: Math.sin(angleRad) * radiusPx, y: -Math.cos(angleRad) * radiusPx };
}

/** The largest of each row and the `more` rows after it, from so many rows before the first. */
function mostWithin(rows: Float32Array, more: number): Float32Array {
  const most = new Float32Array(rows.length + more);
  for (let row = 0; row < rows.length; row++) {
    const width = rows[row]!;
    if (width === 0) continue;
    for (let first = row; first <= row + more; first++) if (most[first]! < width) most[first] = width;
  }
  return most;
}

function reachOf(arcs: readonly ArcShape[], holePx: number): Float32Array {
  const reach = new Float32Array(PARTS).fill(holePx);
  for (const { startRad, endRad, outerPx } of arcs) {
    const last = Math.min(PARTS, Math.ceil((endRad / TURN) * PARTS));
    for (let part = Math.floor((startRad / TURN) * PARTS); part < last; part++) {
      if (outerPx > reach[part]!) reach[part] = outerPx;
    }
  }
  return reach;
}
