/** Which points a drawn loop holds. */

/** A place in px. */
export type Point = readonly [x: number, y: number];

/**
 * Whether a point lies inside a closed loop: what an odd number of its sides go around. The loop's last point is
 * joined to its first; a loop of fewer than three points holds nothing.
 */
export function isInside(loop: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = loop.length - 1; i < loop.length; j = i++) {
    const [ax, ay] = loop[i]!;
    const [bx, by] = loop[j]!;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
