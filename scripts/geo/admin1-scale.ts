import { geoAzimuthalEqualArea, geoCentroid } from 'd3-geo';
import type { KeyedArea } from './dissolve.ts';
import type { Grid } from './grid.ts';
import { polygonAreaSr, polygonsOf } from './rings.ts';
import type { SimplifyOptions } from './simplify.ts';
import type { AreaGeometry } from './types.ts';

const EARTH_RADIUS_KM = 6371.0088;
const KM_PER_DEGREE = 111.2;
/** The picture a country is simplified for, in px. */
const FRAME_PX: [number, number] = [1000, 700];
/** Share of a country's area that must fit the frame; the rest are far islands. */
const MAIN_SHARE = 0.97;
/** Grid steps a pixel of that picture. */
const STEPS_PER_PX = 4;

function mainPart(areas: readonly KeyedArea[]): AreaGeometry {
  const polygons = areas
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .map((rings) => ({ rings, area: polygonAreaSr(rings) }))
    .sort((left, right) => right.area - left.area);
  const total = polygons.reduce((sum, { area }) => sum + area, 0);
  const coordinates = [];
  let sum = 0;
  for (const { rings, area } of polygons) {
    if (sum >= total * MAIN_SHARE) break;
    sum += area;
    coordinates.push(rings);
  }
  return { type: 'MultiPolygon', coordinates };
}

/** Kilometres of one pixel when the main part of a country fills the frame. */
export function kmPerPx(areas: readonly KeyedArea[]): number {
  const main = mainPart(areas);
  const [lon, lat] = geoCentroid(main);
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).fitSize(FRAME_PX, main);
  return EARTH_RADIUS_KM / projection.scale();
}

/** How far a country's regions are simplified: triangles of one square pixel go. */
export function regionSimplify(km: number): SimplifyOptions {
  return {
    triangleKm2: km * km,
    islandKm2: 3 * km * km,
    mainIslandShare: 0.3,
    pointBelowKm2: 0.5 * km * km,
    ringPoints: 5,
    coarsenessAt: () => 1,
  };
}

/** The grid of a country's regions: a quarter of a pixel, rounded down to 1, 2 or 5 in its first digit. */
export function regionGrid(km: number): Grid {
  const degrees = km / KM_PER_DEGREE / STEPS_PER_PX;
  const decimals = Math.ceil(-Math.log10(degrees));
  const digit = [5, 2, 1].find((candidate) => candidate <= degrees * 10 ** decimals) ?? 1;
  const step = Number(`${digit}e-${decimals}`);
  return { step: [step, step], origin: [-180, -90] };
}
