/**
 * The world and its countries as drawable shapes: boundaries to path strings. No DOM; everything in CSS pixels of the
 * given box.
 */
import { geoTransform } from 'd3-geo';
import type { Feature, GeometryObject } from 'geojson';
import type { Boundaries } from './boundaries.ts';
import { fitLand, type Fit, type FlatProjectionId, type Southward } from './flat-projection.ts';
import { mapPath, type DrawnPath, type MapPath } from './map-path.ts';
import type { World } from './world.ts';

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

/** Draws boundaries: where a place is, and paths of shapes, both in px. */
export interface Drawing {
  readonly place: (position: [number, number]) => readonly [number, number] | null;
  readonly path: MapPath;
}

/** Draws what lies on a plane. */
export function planeDrawing({ scale, left, top }: Fit): Drawing {
  const [toX, toY] = [(x: number) => scale * x + left, (y: number) => scale * y + top];
  const path = mapPath(
    geoTransform({
      point(x, y) {
        this.stream.point(toX(x), toY(y));
      },
    }),
  );
  return { place: ([x, y]) => [toX(x), toY(y)], path };
}

/**
 * Draws the world flat and fits the land to a box; without Antarctica unless it is asked for, and then as much as has
 * room.
 * @param width in CSS pixels, above 16
 * @param height in CSS pixels, above 16
 */
export function projectFlat(
  world: World,
  width: number,
  height: number,
  south: Southward,
  id: FlatProjectionId = 'equal-earth',
): ProjectedWorld {
  const drawing = planeDrawing(fitLand(id, width, height, south));
  const drawn = drawnBoundaries(world.onPlane(id, south !== 'land'), drawing);
  return { width, height, ...drawn, sphere: '' };
}

/** Countries and lines of the world as they are drawn. */
export function drawnBoundaries(
  { countries, borders, coast, disputed }: Boundaries,
  drawing: Drawing,
): Pick<ProjectedWorld, 'countries' | 'borders' | 'coast' | 'disputed'> {
  return {
    countries: countries.map((country) => shapeOf(country, drawing)),
    borders: drawing.path(borders).d,
    coast: drawing.path(coast).d,
    disputed: drawing.path(disputed).d,
  };
}

/** A feature as it is drawn: its largest part, the rest, and where its label stands. */
export function shapeOf(
  country: Feature<GeometryObject, { readonly name: string; readonly label: readonly [number, number] }>,
  { place, path }: Drawing,
): CountryShape {
  const { geometry } = country;
  const { name, label } = country.properties;
  const [first = 0, second = 0] = geometry.type === 'Point' ? geometry.coordinates : label;
  const [x, y] = place([first, second]) ?? [0, 0];
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
  geometry.type === 'MultiPolygon' && geometry.coordinates.length > 0
    ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    : [geometry];

/** Below this drawn area (px², after zooming) a country is drawn as a circle, else it could not be seen or hit. */
export const CIRCLE_BELOW_PX2 = 14;

/** Whether a country needs a circle at this zoom factor. */
export function needsCircle(shape: CountryShape, zoom: number): boolean {
  return shape.areaPx * zoom * zoom < CIRCLE_BELOW_PX2;
}
