/**
 * The world's boundaries as drawable shapes: topology to projected path strings. Boundaries: Natural Earth
 * (public domain), public/geo/README.md. No DOM; everything in CSS pixels of the given box.
 */
import type { GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Feature, GeometryObject, MultiLineString } from 'geojson';
import type { CountryProperties, WorldTopology } from '../model/boundary-files.ts';
import { mapPath, type DrawnPath, type MapPath } from './map-path.ts';
import { GLOBE_START, worldProjection, type Rotation, type WorldProjectionId } from './projections.ts';

type CountryFeature = Feature<GeometryObject, CountryProperties>;

/** Boundaries as GeoJSON, ready to be projected again whenever the box changes. */
export interface World {
  readonly countries: readonly CountryFeature[];
  /** Borders between countries, each once. */
  readonly borders: MultiLineString;
  readonly coast: MultiLineString;
  readonly disputed: MultiLineString;
}

/** A country as it is drawn. */
export interface CountryShape {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
  /** SVG path data of the largest part, where the mark's middle lies on land; "" for a place that is only a point. */
  readonly d: string;
  /** SVG path data of all other parts: islands, exclaves; "" where there are none. */
  readonly rest: string;
  /** Drawn area in px² before zooming; 0 for a point. */
  readonly areaPx: number;
  /** Where its circle or label stands, px. */
  readonly x: number;
  readonly y: number;
  /** Whether it lies on the far side of a globe. */
  readonly isBehind: boolean;
  /** Bounding box [[left, top], [right, bottom]] in px of the country's largest part. */
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
  /** All parts, the largest first; none for a point. */
  readonly parts: readonly DrawnPath[];
}

export interface ProjectedWorld {
  readonly width: number;
  readonly height: number;
  readonly countries: readonly CountryShape[];
  readonly borders: string;
  readonly coast: string;
  readonly disputed: string;
  /** The outline of a globe; "" for a flat map, which the box cuts. */
  readonly sphere: string;
}

/** Unpacks the boundary file. */
export function readWorld(topology: WorldTopology): World {
  const { countries, disputed } = topology.objects;
  return {
    countries: feature<CountryProperties>(topology, countries).features,
    borders: mesh(topology, countries, (a, b) => a !== b),
    coast: mesh(topology, countries, (a, b) => a === b),
    disputed: mesh(topology, disputed),
  };
}

/** Which projection, and how the globe is turned; flat maps do not turn. */
export interface WorldView {
  readonly id: WorldProjectionId;
  readonly rotation: Rotation;
}

const FLAT: WorldView = { id: 'equal-earth', rotation: GLOBE_START };

/**
 * Projects the world and fits the land to a box; a flat map is without Antarctica unless it is asked for.
 * @param width in CSS pixels, above 16
 * @param height in CSS pixels, above 16
 */
export function projectWorld(
  world: World,
  width: number,
  height: number,
  withAntarctica: boolean,
  view: WorldView = FLAT,
): ProjectedWorld {
  const projection = worldProjection(view.id, width, height, view.rotation, withAntarctica);
  const isBehind = (place: readonly [number, number]) =>
    view.id === 'globe' && isFarSide(place, view.rotation);
  const path = mapPath(projection);
  return {
    width,
    height,
    countries: world.countries.map((country) => {
      const shape = shapeOf(country, projection, path);
      return { ...shape, isBehind: isBehind(country.properties.label) };
    }),
    borders: path(world.borders).d,
    coast: path(world.coast).d,
    disputed: path(world.disputed).d,
    sphere: view.id === 'globe' ? path({ type: 'Sphere' }).d : '',
  };
}

/** Whether a place is more than a quarter of the way round from what the globe shows in its middle. */
function isFarSide([lon, lat]: readonly [number, number], [lambda, phi]: Rotation): boolean {
  const radians = Math.PI / 180;
  const [a, b] = [lat * radians, -phi * radians];
  const turn = (lon + lambda) * radians;
  return Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn) < 0;
}

/** A feature as it is drawn: its largest part, the rest, and where its label stands. */
export function shapeOf(
  country: Feature<GeometryObject, { readonly name: string; readonly label: readonly [number, number] }>,
  projection: GeoProjection,
  path: MapPath,
): CountryShape {
  const { geometry } = country;
  const { name, label } = country.properties;
  const place = geometry.type === 'Point' ? geometry.coordinates : label;
  const [x, y] = projection([place[0], place[1]]) ?? [0, 0];
  const named = { code: String(country.id), name, x, y, isBehind: false };
  if (geometry.type === 'Point') {
    const point = [x, y] as const;
    return { ...named, d: '', rest: '', areaPx: 0, bounds: [point, point], parts: [] };
  }
  const parts = partsOf(geometry)
    .map(path)
    .sort((a, b) => b.areaPx - a.areaPx);
  const [{ d, bounds }, ...rest] = parts as [DrawnPath, ...DrawnPath[]];
  return {
    ...named,
    d,
    rest: rest.map((part) => part.d).join(''),
    areaPx: parts.reduce((sum, part) => sum + part.areaPx, 0),
    bounds,
    parts,
  };
}

/** Far small islands should decide neither a mark's middle nor how one zooms: each is a part of its own. */
const partsOf = (geometry: GeometryObject): GeometryObject[] =>
  geometry.type === 'MultiPolygon'
    ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    : [geometry];

/** Below this drawn area (px², after zooming) a country is drawn as a circle, else it could not be seen or hit. */
export const CIRCLE_BELOW_PX2 = 14;

/** Whether a country needs a circle at this zoom factor. */
export function needsCircle(shape: CountryShape, zoom: number): boolean {
  return shape.areaPx * zoom * zoom < CIRCLE_BELOW_PX2;
}
