import type { Feature, FeatureCollection } from 'geojson';
import { mergeArcs, feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';
import { stitch } from './antimeridian.ts';
import { windForSphere } from './rings.ts';
import type { AreaGeometry } from './types.ts';

/** An area under a key. */
export interface KeyedArea {
  readonly key: string;
  readonly geometry: AreaGeometry;
}

/** A geometry of a topology with the key it was put in under. */
export type KeyedTopoArea = (TopoPolygon | TopoMultiPolygon) & { id: string };

/** Steps per axis when points of the source are matched: about 1e-6 degrees, far finer than any output. */
const MATCH_STEPS = 1e8;

/** The topology of areas, one object `areas`, ids = keys; `steps` is the number of quantization steps per axis. */
export function topologyOf(
  areas: readonly KeyedArea[],
  steps: number,
): Topology<{ areas: GeometryCollection }> {
  const collection: FeatureCollection<AreaGeometry> = {
    type: 'FeatureCollection',
    features: areas.map(({ key, geometry }) => ({ type: 'Feature', id: key, properties: {}, geometry })),
  };
  return topology({ areas: collection }, steps) as Topology<{ areas: GeometryCollection }>;
}

/** The geometries of a topology made by `topologyOf`. */
export function keyedAreas(topo: Topology<{ areas: GeometryCollection }>): KeyedTopoArea[] {
  return topo.objects.areas.geometries as KeyedTopoArea[];
}

/** Merges areas of the same key into one, in the order in which keys first appear. Seams at ±180° are stitched. */
export function dissolve(areas: readonly KeyedArea[]): KeyedArea[] {
  const topo = topologyOf(areas, MATCH_STEPS);
  const groups = new Map<string, KeyedTopoArea[]>();
  for (const area of keyedAreas(topo)) groups.set(area.id, [...(groups.get(area.id) ?? []), area]);
  return [...groups].map(([key, members]) => {
    const merged = feature(topo, mergeArcs(topo, members)) as Feature<AreaGeometry>;
    return { key, geometry: stitch(windForSphere(merged.geometry)) };
  });
}
