import type { Grid } from './grid.ts';
import type { SimplifyOptions } from './simplify.ts';

/** The grid of the world layer: 4 km at the equator, 0.7 px of a map 900 px wide that is magnified eight times. */
export const WORLD_GRID: Grid = { step: [0.036, 0.036], origin: [-180, -90] };

/** Coarseness by zone: the first box that holds a place decides. `[west, south, east, north]` in degrees. */
const ZONES: readonly { readonly box: readonly [number, number, number, number]; readonly factor: number }[] =
  [
    { box: [32, 29, 37, 35.8], factor: 0.2 },
    { box: [-12, 34, 32, 60], factor: 0.4 },
    { box: [4, 60, 32, 72], factor: 0.8 },
    { box: [-180, 66, 180, 90], factor: 3 },
    { box: [-140, 55, -50, 66], factor: 2 },
    { box: [-180, -90, 180, -58], factor: 6 },
    { box: [-78, -57, -64, -40], factor: 2.5 },
  ];

function coarsenessAt(lon: number, lat: number): number {
  const zone = ZONES.find(
    ({ box: [west, south, east, north] }) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
  return zone?.factor ?? 1;
}

/** How far the world layer is simplified; tuned to fit 45 kB gzip. */
export const WORLD_SIMPLIFY: SimplifyOptions = {
  triangleKm2: 410,
  islandKm2: 350,
  mainIslandShare: 0.35,
  pointBelowKm2: 20,
  ringPoints: 6,
  coarsenessAt,
};
