/** Whether lines on a drawing keep clear of each other and of type. */

/** A place, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An area with level edges. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Stretches from point to point. */
export type Path = readonly Point[];

/** Whether two lines cross, or come nearer to each other than so many px. */
export function areNear(a: Path, b: Path, px: number): boolean {
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      if (areStretchesNear(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!, px)) return true;
    }
  }
  return false;
}

/** Whether a line runs through an area or touches it. */
export function runsThrough(path: Path, { x0, y0, x1, y1 }: Box): boolean {
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    if (Math.max(a.x, b.x) < x0 || Math.min(a.x, b.x) > x1) continue;
    if (Math.max(a.y, b.y) < y0 || Math.min(a.y, b.y) > y1) continue;
    // all corners on one side of the stretch: it passes by
    const sides = [turn(a, b, x0, y0), turn(a, b, x1, y0), turn(a, b, x0, y1), turn(a, b, x1, y1)];
    if (!sides.every((side) => side > 0) && !sides.every((side) => side < 0)) return true;
  }
  return false;
}

function areStretchesNear(a: Point, b: Point, c: Point, d: Point, px: number): boolean {
  if (Math.max(a.y, b.y) + px < Math.min(c.y, d.y) || Math.max(c.y, d.y) + px < Math.min(a.y, b.y))
    return false;
  if (Math.max(a.x, b.x) + px < Math.min(c.x, d.x) || Math.max(c.x, d.x) + px < Math.min(a.x, b.x))
    return false;
  const crosses =
    turn(a, b, c.x, c.y) * turn(a, b, d.x, d.y) < 0 && turn(c, d, a.x, a.y) * turn(c, d, b.x, b.y) < 0;
  return crosses || isNear(a, c, d, px) || isNear(b, c, d, px) || isNear(c, a, b, px) || isNear(d, a, b, px);
}

function isNear(point: Point, from: Point, to: Point, px: number): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / Math.max(1e-9, dx * dx + dy * dy);
  const at = Math.min(1, Math.max(0, along));
  const x = from.x + at * dx - point.x;
  const y = from.y + at * dy - point.y;
  return x * x + y * y < px * px;
}

/** On which side of a stretch a place lies. */
const turn = (a: Point, b: Point, x: number, y: number) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
