/** People around a middle, in concentric rings: how a hub's own people and small teams are drawn. */

/** Positions around (0, 0), layout units. */
export interface Rosette {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Distance from the middle to the outer edge of the outermost disc. */
  readonly radius: number;
}

/** Up to this many people a team without a hub stands on one ring, where no link passes behind a person. */
const SINGLE_RING = 12;

/**
 * Discs in as few rings as hold them around a middle, the rings evenly filled; larger discs nearer to the middle.
 * @param radii by disc, above 0
 * @param innerRadius radius of what stands in the middle, 0 or more
 * @param gap space between two discs
 */
export function ringsAround(radii: ArrayLike<number>, innerRadius: number, gap: number): Rosette {
  const order = Array.from(radii, (_, i) => i).sort((a, b) => radii[b]! - radii[a]! || a - b);
  const sorted = order.map((i) => radii[i]!);
  const full = fillRings(sorted, innerRadius, gap, 1);
  const capacity = full.reduce((sum, ring) => sum + ring.capacity, 0);
  const rings = fillRings(sorted, innerRadius, gap, sorted.length / capacity);
  const x = new Float64Array(sorted.length);
  const y = new Float64Array(sorted.length);
  rings.forEach(({ first, count, radius }, ringAt) => {
    for (let k = 0; k < count; k++) {
      // every other ring is turned by half a step; the first person of the first ring stands on top
      const angle = (2 * Math.PI * (k + (ringAt % 2) / 2)) / count - Math.PI / 2;
      x[order[first + k]!] = Math.fround(radius * Math.cos(angle));
      y[order[first + k]!] = Math.fround(radius * Math.sin(angle));
    }
  });
  const outer = rings.at(-1);
  return { x, y, radius: outer ? outer.radius + outer.discRadius : innerRadius };
}

interface Ring {
  readonly first: number;
  readonly count: number;
  readonly capacity: number;
  /** Distance of the discs' centres from the middle. */
  readonly radius: number;
  /** The largest of its discs. */
  readonly discRadius: number;
}

/** @param fill share of each ring's capacity to use, above 0, at most 1 */
function fillRings(radii: readonly number[], innerRadius: number, gap: number, fill: number): Ring[] {
  const rings: Ring[] = [];
  let edge = innerRadius;
  let first = 0;
  let due = 0;
  while (first < radii.length) {
    const discRadius = radii[first]!;
    const radius = edge === 0 ? (discRadius + gap / 2) / Math.sin(Math.PI / 3) : edge + gap + discRadius;
    const capacity = ringCapacity(radius, discRadius + gap / 2);
    due += capacity * fill;
    const count = Math.max(1, Math.min(radii.length - first, capacity, Math.round(due) - first));
    rings.push({ first, count, capacity, radius, discRadius });
    first += count;
    edge = radius + discRadius;
  }
  return rings;
}

/** How many discs of a radius (half the gap included) fit on a ring without touching. */
function ringCapacity(ringRadius: number, halfStep: number): number {
  return Math.max(2, Math.floor(Math.PI / Math.asin(halfStep / ringRadius) + 1e-9));
}

/** A team in which everybody is linked with everybody: a point, a ring, or rings. */
export function teamRings(radii: ArrayLike<number>, gap: number): Rosette {
  const count = radii.length;
  if (count === 1) return { x: new Float64Array(1), y: new Float64Array(1), radius: radii[0]! };
  if (count > SINGLE_RING) return ringsAround(radii, 0, gap);
  const largest = Math.max(...Array.from(radii));
  // a little more than the gap, so that a triangle of people shows its links
  const radius = (largest + gap) / Math.sin(Math.PI / count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const angle = (2 * Math.PI * k) / count - (count === 2 ? 0 : Math.PI / 2);
    x[k] = Math.fround(radius * Math.cos(angle));
    y[k] = Math.fround(radius * Math.sin(angle));
  }
  return { x, y, radius: radius + largest };
}
