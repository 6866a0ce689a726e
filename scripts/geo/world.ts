import type { Feature, FeatureCollection } from 'geojson';
import { mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { disputedLines } from './disputed.ts';
import { dissolve } from './dissolve.ts';
import type { KeyedArea, KeyedTopoArea } from './dissolve.ts';
import { lineToGrid, polygonToGrid, toGrid, withTransform } from './grid.ts';
import type { Grid } from './grid.ts';
import { ENTITIES } from './iso.ts';
import { labelPoint, polygonsOf } from './rings.ts';
import { ringsByKey, simplifyAreas } from './simplify.ts';
import type { OwnedUnit, PolygonRings } from './types.ts';
import { WORLD_GRID, WORLD_SIMPLIFY } from './world-scale.ts';

/** Properties of one entity of the world layer. */
export interface CountryProperties {
  readonly name: string;
  readonly numeric: string;
  readonly label: readonly [number, number];
}

/** The world layer: entities as areas or points, and the lines to dash. */
export type WorldTopology = Topology<{ countries: GeometryCollection; disputed: GeometryCollection }>;

function countryOf(key: string): string {
  return key.slice(0, 3);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function labelsByCountry(areas: readonly KeyedArea[]): Map<string, [number, number]> {
  const labels = [...groupBy(areas, ({ key }) => countryOf(key))].map(
    ([country, members]): [string, [number, number]] => [
      country,
      labelPoint({
        type: 'MultiPolygon',
        coordinates: members.flatMap(({ geometry }) => polygonsOf(geometry)),
      }),
    ],
  );
  return new Map(labels);
}

function areaFeatures(rings: Map<string, PolygonRings[]>, grid: Grid): Feature[] {
  const features: Feature[] = [];
  for (const [key, polygons] of rings) {
    const coordinates = polygons
      .map((polygon) => polygonToGrid(grid, polygon))
      .filter((polygon) => polygon !== undefined);
    if (coordinates.length === 0) continue;
    features.push({
      type: 'Feature',
      id: key,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates },
    });
  }
  return features;
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function countryGeometry(
  topo: Topology,
  members: KeyedTopoArea[] | undefined,
  label: [number, number],
  grid: Grid,
): GeometryObject {
  if (!members) return { type: 'Point', coordinates: toGrid(grid, label) };
  const merged = mergeArcs(topo, members);
  const [only] = merged.arcs;
  return merged.arcs.length === 1 && only ? { type: 'Polygon', arcs: only } : merged;
}

function disputedFeatures(topo: Topology<{ areas: GeometryCollection }>, grid: Grid): Feature[] {
  return disputedLines(topo).map(({ pair: { a, b, note }, lines }) => {
    const coordinates = lines.map((line) => lineToGrid(grid, line)).filter((line) => line.length > 1);
    return {
      type: 'Feature',
      properties: { a, b, note },
      geometry: { type: 'MultiLineString', coordinates },
    };
  });
}

/** Builds the world layer from units that the boundary policy has given to countries. */
export function buildWorld(units: readonly OwnedUnit[]): WorldTopology {
  const grid = WORLD_GRID;
  const areas = dissolve(
    units.map(({ country, part, geometry }) => ({ key: `${country}/${part}`, geometry })),
  );
  const labels = labelsByCountry(areas);
  const simplified = simplifyAreas(areas, WORLD_SIMPLIFY);
  const topo = topology({
    areas: collection(areaFeatures(ringsByKey(simplified), grid)),
    disputed: collection(disputedFeatures(simplified, grid)),
  }) as Topology<{ areas: GeometryCollection; disputed: GeometryCollection }>;
  const areasByCountry = groupBy(topo.objects.areas.geometries as KeyedTopoArea[], ({ id }) => countryOf(id));
  const geometries = ENTITIES.map(({ alpha3, name, numeric }): GeometryObject => {
    const label = labels.get(alpha3);
    if (!label) throw new Error(`entity without an area: "${alpha3}"`);
    const geometry = countryGeometry(topo, areasByCountry.get(alpha3), label, grid);
    return { ...geometry, id: alpha3, properties: { name, numeric, label } };
  });
  const objects = {
    countries: { type: 'GeometryCollection', geometries },
    disputed: topo.objects.disputed,
  } as const;
  return withTransform({ type: 'Topology', objects: { ...objects }, arcs: topo.arcs }, grid);
}
