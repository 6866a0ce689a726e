/**
 * Projected geometry as SVG path data, with its area and its bounds: what maps need of d3-geo's geoPath, in a third of
 * its size. Points are not drawn; areas are summed plainly, which is exact to far below a pixel.
 */
import { geoStream, type GeoPermissibleObjects, type GeoProjection, type GeoStream } from 'd3-geo';

export type Bounds = readonly [readonly [number, number], readonly [number, number]];

export interface MapPath {
  /** Path data in px, coordinates with one decimal; "" where nothing is drawn. */
  (geometry: GeoPermissibleObjects): string;
  /** Area in px², holes taken off. */
  area(geometry: GeoPermissibleObjects): number;
  /** [[left, top], [right, bottom]] in px; infinite where nothing is drawn. */
  bounds(geometry: GeoPermissibleObjects): Bounds;
}

const nothing = () => undefined;

/** Draws with this projection. */
export function mapPath(projection: GeoProjection): MapPath {
  const run = (geometry: GeoPermissibleObjects, sink: Partial<GeoStream>) =>
    geoStream(
      geometry,
      projection.stream({
        point: nothing,
        lineStart: nothing,
        lineEnd: nothing,
        polygonStart: nothing,
        polygonEnd: nothing,
        ...sink,
      }),
    );

  const path = (geometry: GeoPermissibleObjects): string => {
    const tenth = (px: number) => Math.round(px * 10) / 10;
    let [d, command, isRing] = ['', '', false];
    run(geometry, {
      polygonStart: () => (isRing = true),
      polygonEnd: () => (isRing = false),
      lineStart: () => (command = 'M'),
      lineEnd: () => {
        if (isRing) d += 'Z';
        command = '';
      },
      point: (x, y) => {
        if (command === '') return;
        d += `${command}${tenth(x)},${tenth(y)}`;
        command = 'L';
      },
    });
    return d;
  };

  const area = (geometry: GeoPermissibleObjects): number => {
    let [sum, ofPolygon] = [0, 0];
    let ring: [number, number][] | null = null;
    run(geometry, {
      polygonStart: () => (ofPolygon = 0),
      polygonEnd: () => (sum += Math.abs(ofPolygon) / 2),
      lineStart: () => (ring = []),
      lineEnd: () => {
        ring?.forEach(([x, y], i, all) => {
          const [x0, y0] = all.at(i - 1)!;
          ofPolygon += y0 * x - x0 * y;
        });
        ring = null;
      },
      point: (x, y) => void ring?.push([x, y]),
    });
    return sum;
  };

  const bounds = (geometry: GeoPermissibleObjects): Bounds => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    run(geometry, {
      point: (x, y) => {
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
      },
    });
    return [
      [left, top],
      [right, bottom],
    ];
  };

  return Object.assign(path, { area, bounds });
}
