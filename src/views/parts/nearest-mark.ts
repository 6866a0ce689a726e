/** Which mark lies next in the direction of an arrow key. */

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const centre = (box: Box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });

/**
 * The position of the box whose centre lies nearest in a direction, or -1 when none lies there.
 * Distance across the direction weighs twice, so that a straight way wins over a diagonal one.
 * @param boxes in CSS pixels
 * @param from position of the box to start at
 */
export function nearestInDirection(boxes: readonly Box[], from: number, direction: Direction): number {
  const start = boxes[from];
  if (!start) return -1;
  const origin = centre(start);
  let best = -1;
  let bestCost = Infinity;
  boxes.forEach((box, i) => {
    const { x, y } = centre(box);
    const [dx, dy] = [x - origin.x, y - origin.y];
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const across = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    const cost = along + 2 * across;
    if (i !== from && along > 0.5 && cost < bestCost) {
      best = i;
      bestCost = cost;
    }
  });
  return best;
}
