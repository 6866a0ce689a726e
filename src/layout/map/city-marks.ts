/** Cities as proportional circles: area by value, the large ones behind the small. */

export interface CityPlace {
  readonly node: number;
  readonly name: string;
  /** Value under the counting rule, 0 or more. */
  readonly value: number;
  /** px. */
  readonly x: number;
  readonly y: number;
  /** The class that colours its circle; "", or none, for the look of its own. */
  readonly fill?: string | undefined;
}

export interface CityMark extends CityPlace {
  /** px; area is proportional to the value. */
  readonly radiusPx: number;
}

/** Radius of the largest value's circle, px. */
export const CITY_RADIUS_MAX_PX = 16;
/** A circle that is there can be seen, px. */
const RADIUS_MIN_PX = 3;

/** Radius of a value's circle, px: area is proportional (Flannery's correction is not applied: the legend shows sizes). */
export function cityRadius(value: number, most: number): number {
  if (!(value > 0) || !(most > 0)) return RADIUS_MIN_PX;
  // few records are not blown up: one record alone is a small circle
  const largest = Math.min(CITY_RADIUS_MAX_PX, 5 + 2.2 * Math.sqrt(most));
  return Math.max(RADIUS_MIN_PX, largest * Math.sqrt(value / most));
}

/** Sizes the circles and puts the largest first, so that the small are drawn over them. */
export function cityMarks(places: readonly CityPlace[]): CityMark[] {
  // a loop, since there may be more cities than a call takes arguments
  const most = places.reduce((highest, place) => Math.max(highest, place.value), 0);
  return places
    .map((place) => ({ ...place, radiusPx: cityRadius(place.value, most) }))
    .sort((a, b) => b.radiusPx - a.radiusPx || a.node - b.node);
}
