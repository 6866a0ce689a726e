/** Antarctica on a flat map, where the coast around the pole has to begin and end at the map's edges. */
import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'geojson';
import type { WorldTopology } from '../../model/boundary-files.ts';
import { runningOn, wrapped, type Position } from './flat-projection.ts';

/** ISO 3166-1 alpha-3. */
export const ANTARCTICA = 'ATA';

/** Along the map's edge, which is curved, the area is told in such steps of latitude. */
const EDGE_STEP_DEGREES = 1;

/**
 * Rings and lines of [degrees east of the map's middle, degrees north].
 * @returns its areas, and its coast, which is not drawn along the map's edges
 */
export function antarctica(topology: WorldTopology): { areas: Position[][]; coast: Position[][] } {
  const [areas, coast]: [Position[][], Position[][]] = [[], []];
  const geometries = topology.objects.countries.geometries.filter(({ id }) => id === ANTARCTICA);
  const [found] = feature(topology, { type: 'GeometryCollection', geometries }).features;
  if (!found) return { areas, coast };
  const { type, coordinates } = found.geometry as Polygon | MultiPolygon;
  for (const [ring] of type === 'Polygon' ? [coordinates] : coordinates) {
    const places = runningOn(ring!);
    const isAroundPole = Math.abs(places.at(-1)![0] - places[0]![0]) > 180;
    const line = isAroundPole ? openedAtEdge(ring!, places) : places;
    coast.push(line);
    areas.push(isAroundPole ? [...line, ...aroundThePole(line)] : line);
  }
  return { areas, coast };
}

/** A ring around the pole as a line from edge to edge of the map. */
function openedAtEdge(ring: readonly (readonly number[])[], places: readonly Position[]): Position[] {
  const isBeyond = ([east]: Position) => wrapped(east) !== east;
  const first = places.findIndex((place) => isBeyond(place) !== isBeyond(places[0]!));
  // the ring's last place is its first one again
  const line = runningOn([...ring.slice(first), ...ring.slice(1, first)]);
  const [[east, north], [lastEast, lastNorth]] = [line[0]!, line.at(-1)!];
  const edge = 180 * Math.sign(lastEast);
  const share = (edge - lastEast) / (east + 2 * edge - lastEast);
  const atEdge = lastNorth + share * (north - lastNorth);
  return [[-edge, atEdge], ...line, [edge, atEdge]];
}

/** From the end of such a line along the map's edge to the pole, and up the other edge to its beginning. */
function aroundThePole(line: readonly Position[]): Position[] {
  const [edge, north] = line.at(-1)!;
  const down: Position[] = [];
  for (let at = north - EDGE_STEP_DEGREES; at > -90; at -= EDGE_STEP_DEGREES) down.push([edge, at]);
  down.push([edge, -90]);
  return [...down, ...down.map(([, at]): Position => [-edge, at]).reverse()];
}
