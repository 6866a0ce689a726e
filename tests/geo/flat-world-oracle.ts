/** For tests: the world, and the slow way to draw it flat, by d3-geo over the Earth. */
import { geoEqualEarth, geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { readBoundaryFile } from './topology.ts';
import type { WorldTopology } from '../../src/model/boundary-files.ts';
import { ANTARCTICA } from '../../src/layout/map/antarctica.ts';
import { CENTRAL_MERIDIAN, MARGIN_PX, type FlatProjectionId } from '../../src/layout/map/flat-projection.ts';
import { mapPath } from '../../src/layout/map/map-path.ts';
import { drawnBoundaries, type ProjectedWorld } from '../../src/layout/map/world-map.ts';
import { World } from '../../src/layout/map/world.ts';

export const topology = readBoundaryFile('world.topo.json').topology as unknown as WorldTopology;
export const world = new World(topology);
/** In degrees. */
export const { onEarth } = world;

export const FLAT_IDS = ['equal-earth', 'natural-earth'] as const;

const LAND: MultiPoint = {
  type: 'MultiPoint',
  coordinates: onEarth.countries
    .filter(({ id }) => id !== ANTARCTICA)
    .flatMap(({ geometry }) => {
      if (geometry.type === 'Point') return [geometry.coordinates];
      if (geometry.type === 'Polygon') return geometry.coordinates.flat();
      return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
    }),
};
const SOUTH_POLE = [CENTRAL_MERIDIAN, -90];

/** d3-geo's projection, fitted to all land, and to the South Pole where Antarctica is wanted. */
export function earthProjection(
  id: FlatProjectionId,
  width: number,
  height: number,
  withAntarctica = false,
): GeoProjection {
  const coordinates = withAntarctica ? [...LAND.coordinates, SOUTH_POLE] : LAND.coordinates;
  return (id === 'natural-earth' ? geoNaturalEarth1() : geoEqualEarth())
    .rotate([-CENTRAL_MERIDIAN, 0])
    .fitExtent(
      [
        [MARGIN_PX, MARGIN_PX],
        [width - MARGIN_PX, height - MARGIN_PX],
      ],
      { type: 'MultiPoint', coordinates },
    );
}

/** What projectFlat draws, by d3-geo; Antarctica always has a shape. */
export function drawnOverTheEarth(
  id: FlatProjectionId,
  width: number,
  height: number,
  withAntarctica = false,
): ProjectedWorld {
  const projection = earthProjection(id, width, height, withAntarctica);
  const drawing = { place: projection, path: mapPath(projection) };
  return { width, height, ...drawnBoundaries(onEarth, drawing), sphere: '' };
}
