/** The world as a globe, loaded when somebody asks for it. No DOM; everything in CSS pixels of the given box. */
import { geoOrthographic, type GeoProjection } from 'd3-geo';
import { MARGIN_PX } from './flat-projection.ts';
import type { Rotation } from './globe.ts';
import { mapPath } from './map-path.ts';
import { drawnBoundaries, type ProjectedWorld } from './world-map.ts';
import type { World } from './world.ts';

/** A globe that fills its box. */
export function globeProjection(width: number, height: number, rotation: Rotation): GeoProjection {
  return geoOrthographic()
    .rotate([...rotation])
    .fitExtent(
      [
        [MARGIN_PX, MARGIN_PX],
        [width - MARGIN_PX, height - MARGIN_PX],
      ],
      { type: 'Sphere' },
    );
}

/**
 * Draws the world as a globe.
 * @param width in CSS pixels, above 16
 * @param height in CSS pixels, above 16
 */
export function projectGlobe(
  world: World,
  width: number,
  height: number,
  rotation: Rotation,
): ProjectedWorld {
  const projection = globeProjection(width, height, rotation);
  const path = mapPath(projection);
  const { onEarth } = world;
  const { countries, ...lines } = drawnBoundaries(onEarth, { place: projection, path });
  return {
    width,
    height,
    countries: countries.map((shape, i) => ({
      ...shape,
      isBehind: isFarSide(onEarth.countries[i]!.properties.label, rotation),
    })),
    ...lines,
    sphere: path({ type: 'Sphere' }).d,
  };
}

/** Whether a place is more than a quarter of the way round from what the globe shows in its middle. */
function isFarSide([lon, lat]: readonly [number, number], [lambda, phi]: Rotation): boolean {
  const radians = Math.PI / 180;
  const [a, b] = [lat * radians, -phi * radians];
  const turn = (lon + lambda) * radians;
  return Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn) < 0;
}
