/** From a magnified map to what is in its middle, and back: so that a part of the world can be named in a link. */
import {
  CENTRAL_MERIDIAN,
  fitLand,
  placeOnPlane,
  toPlane,
  wrapped,
  type FlatProjectionId,
  type Southward,
} from './flat-projection.ts';
import { GLOBE_START, rotationTo, type Rotation } from './globe.ts';
import { IDENTITY, type Magnification } from './magnification.ts';
import type { MapWindow } from '../../model/map-window.ts';

/** A flat map as it is fitted to its box: as `projectFlat` takes it. */
export interface FlatMap {
  readonly id: FlatProjectionId;
  readonly width: number;
  readonly height: number;
  readonly south: Southward;
}

/** The world as it is drawn, whole. */
export interface WorldDrawn extends Omit<FlatMap, 'id'> {
  readonly projection: FlatProjectionId | 'globe';
}

/** How a drawing of the world shows a part of it. */
export interface WorldView {
  /** Of a globe. */
  readonly rotation: Rotation;
  readonly magnification: Magnification;
}

/** How the world shows a window; null stands for the whole, as it first stands. */
export function viewOfWindow({ projection, ...box }: WorldDrawn, window: MapWindow | null): WorldView {
  if (!window) return { rotation: GLOBE_START, magnification: IDENTITY };
  return {
    rotation: rotationTo([window.longitude, window.latitude]),
    magnification:
      projection === 'globe'
        ? aboutMiddle(window.times, box.width, box.height)
        : magnificationOf({ id: projection, ...box }, window),
  };
}

/** The window that the world shows; null for the whole. */
export function windowOfView(
  { projection, ...box }: WorldDrawn,
  { rotation, magnification }: WorldView,
): MapWindow | null {
  const { k } = magnification;
  if (projection !== 'globe') return k === 1 ? null : windowOf({ id: projection, ...box }, magnification);
  const [lambda, phi] = rotation;
  const isFirst = lambda === GLOBE_START[0] && phi === GLOBE_START[1];
  return k === 1 && isFirst ? null : { longitude: -lambda, latitude: -phi, times: k };
}

/** Halving a half circle so often leaves less than a millionth of a degree. */
const HALVINGS = 28;

/**
 * The window that a flat map shows.
 * @returns the middle of the drawing, on the map's edge where it lies beyond it
 */
export function windowOf({ id, width, height, south }: FlatMap, { k, x, y }: Magnification): MapWindow {
  const { scale, left, top } = fitLand(id, width, height, south);
  const across = ((width / 2 - x) / k - left) / scale;
  const down = ((height / 2 - y) / k - top) / scale;
  const north = latitudeAt(id, down);
  // both are pseudocylindrical: the meridians divide a parallel equally
  const east = (across / toPlane(id, 180, north)[0]) * 180;
  const longitude = wrapped(Math.min(179.99, Math.max(-180, east)) + CENTRAL_MERIDIAN);
  return { longitude, latitude: north, times: k };
}

/** Parallels are straight, and farther down the farther south. */
function latitudeAt(id: FlatProjectionId, down: number): number {
  let [south, north] = [-90, 90];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (south + north) / 2;
    if (toPlane(id, 0, middle)[1] > down) south = middle;
    else north = middle;
  }
  return (south + north) / 2;
}

/** How a flat map is enlarged and moved to show a window; the map stays in its box, as dragging leaves it. */
export function magnificationOf(map: FlatMap, { longitude, latitude, times }: MapWindow): Magnification {
  const { id, width, height, south } = map;
  const { scale, left, top } = fitLand(id, width, height, south);
  const [across, down] = placeOnPlane(id, longitude, latitude);
  const held = (px: number, size: number) => Math.min(0, Math.max(size - times * size, px));
  return {
    k: times,
    x: held(width / 2 - times * (scale * across + left), width),
    y: held(height / 2 - times * (scale * down + top), height),
  };
}

/** The same of a globe, whose turn brings the place to the middle. */
export function aboutMiddle(times: number, width: number, height: number): Magnification {
  return { k: times, x: (width / 2) * (1 - times), y: (height / 2) * (1 - times) };
}
