/**
 * The world's boundaries on the plane of a flat projection. Their corners are projected, each once, and joined by
 * straight lines: they lie so near each other that this differs by less than half a pixel from d3-geo's way over the
 * Earth (flat-world.test.ts), which takes several times as long. What lies across the map's edge, two islands of the
 * Bering Sea, stays whole.
 */
import { transform } from 'topojson-client';
import type { CountryProperties, WorldTopology } from '../../model/boundary-files.ts';
import { antarctica, ANTARCTICA } from './antarctica.ts';
import { unpackBoundaries, type Boundaries } from './boundaries.ts';
import {
  placeOnPlane,
  runningOn,
  toPlane,
  wrapped,
  type FlatProjectionId,
  type Position,
} from './flat-projection.ts';

type Corner = readonly number[];

/**
 * In units of the Earth's radius, y downwards; the countries in the order of the file. Antarctica is one of them that
 * has no shape.
 */
export function flatBoundaries(topology: WorldTopology, id: FlatProjectionId): Boundaries {
  return unpackBoundaries(withCorners(topology, id));
}

/** The same with the shape of Antarctica. */
export function withFlatAntarctica(
  boundaries: Boundaries,
  topology: WorldTopology,
  id: FlatProjectionId,
): Boundaries {
  const { areas, coast } = antarctica(topology);
  const coordinates = areas.map((ring) => [onPlane(ring, id)]);
  return {
    ...boundaries,
    countries: boundaries.countries.map((country) =>
      country.id === ANTARCTICA ? { ...country, geometry: { type: 'MultiPolygon', coordinates } } : country,
    ),
    coast: {
      type: 'MultiLineString',
      coordinates: [...boundaries.coast.coordinates, ...coast.map((line) => onPlane(line, id))],
    },
  };
}

/** The same topology with other corners, and with nothing of Antarctica. */
function withCorners(topology: WorldTopology, id: FlatProjectionId): WorldTopology {
  const { countries, disputed } = topology.objects;
  const inDegrees = transform(topology.transform!);
  const placeOf = ([longitude, latitude]: Corner) => placeOnPlane(id, longitude!, latitude!);
  return {
    type: 'Topology',
    arcs: topology.arcs.map((arc) => onPlane(unbroken(arc.map((corner, i) => inDegrees(corner, i > 0))), id)),
    objects: {
      disputed,
      countries: {
        ...countries,
        geometries: countries.geometries.map((geometry) => {
          const inFile = geometry.properties as CountryProperties;
          const properties = { ...inFile, label: placeOf(inFile.label) };
          if (geometry.type === 'Point')
            return { ...geometry, properties, coordinates: placeOf(inDegrees(geometry.coordinates)) };
          if (geometry.id === ANTARCTICA) return { ...geometry, properties, type: 'MultiPolygon', arcs: [] };
          return { ...geometry, properties };
        }),
      },
    },
  };
}

/** A line of degrees from the map's middle. */
const onPlane = (line: readonly Position[], id: FlatProjectionId) =>
  line.map(([east, north]) => toPlane(id, east, north));

/** A line from the map's middle, on the side of its edge where most of it lies. */
function unbroken(line: readonly Corner[]): Position[] {
  const places = runningOn(line);
  const mean = places.reduce((sum, [east]) => sum + east, 0) / places.length;
  const turn = wrapped(mean) - mean;
  return places.map(([east, north]) => [east + turn, north]);
}
