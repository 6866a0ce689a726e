import type { Position } from 'geojson';
import { feature, meshArcs } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { DISPUTED } from './policy.ts';
import type { DisputedPair } from './policy.ts';

/** The lines of one disputed pair, `[lon, lat]` in degrees. */
export interface DisputedLines {
  readonly pair: DisputedPair;
  readonly lines: Position[][];
}

/** Whether an area key ("UKR/crimea", "UKR/") is on a side ("UKR": any part of it). */
function isOnSide(key: string, side: string): boolean {
  return side.includes('/') ? key === side : key.startsWith(`${side}/`);
}

function isPair(left: string, right: string, [first, second]: readonly [string, string]): boolean {
  return (
    (isOnSide(left, first) && isOnSide(right, second)) || (isOnSide(left, second) && isOnSide(right, first))
  );
}

/** The dashed lines of the boundary policy, taken from where the areas of a topology touch. */
export function disputedLines(topo: Topology<{ areas: GeometryCollection }>): DisputedLines[] {
  return DISPUTED.map((pair) => {
    const arcs = meshArcs(
      topo,
      topo.objects.areas,
      (left, right) => left !== right && isPair(String(left.id), String(right.id), pair.sides),
    );
    const { coordinates } = feature(topo, arcs).geometry as { coordinates: Position[][] };
    if (coordinates.length === 0)
      throw new Error(`disputed pair without a line: "${pair.sides.join('" | "')}"`);
    return { pair, lines: coordinates };
  });
}
