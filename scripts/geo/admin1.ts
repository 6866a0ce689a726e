import { geoContains } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection, GeometryObject, Point, Topology } from 'topojson-specification';
import { kmPerPx, regionGrid, regionSimplify } from './admin1-scale.ts';
import { dissolve } from './dissolve.ts';
import type { KeyedArea } from './dissolve.ts';
import { polygonToGrid, toGrid, withTransform } from './grid.ts';
import type { Grid } from './grid.ts';
import { REGION_NAMES, currentCode, isoRegionName, statusOf } from './region-codes.ts';
import type { RegionStatus } from './region-codes.ts';
import { GROUPED_LEVELS } from './region-levels.ts';
import { labelPoint, largestPolygon, roundDegrees } from './rings.ts';
import { ringsByKey, simplifyAreas } from './simplify.ts';
import type { OwnedUnit } from './types.ts';

/** Properties of one region. */
export interface RegionProperties extends RegionStatus {
  readonly name: string;
  readonly label: readonly [number, number];
}

/** The first-level regions of one country. */
export type RegionTopology = Topology<{ regions: GeometryCollection }>;

interface CodedUnit {
  readonly code: string;
  readonly groupName: string | undefined;
  readonly owned: OwnedUnit;
}

function codeUnit(owned: OwnedUnit): CodedUnit {
  const level = GROUPED_LEVELS[owned.country];
  if (!level) return { code: currentCode(owned), groupName: undefined, owned };
  const group = level.groups[owned.unit[level.by]];
  if (!group && currentCode(owned) === '') return { code: '', groupName: undefined, owned };
  if (!group) throw new Error(`unit outside of every group: "${owned.unit.name}" (${owned.unit.key})`);
  return { code: group[0], groupName: group[1], owned };
}

/** Drops words that only say what kind of unit it is, where the source adds them to some units only. */
function withoutType(name: string): string {
  return name.replace(/^Emirate of /, '').replace(/ Voivodeship$/, '');
}

function nameOf(code: string, members: readonly CodedUnit[]): string {
  const given = REGION_NAMES.get(code) ?? members[0]?.groupName;
  if (given !== undefined) return given;
  const namesake = members.length === 1 ? members[0] : members.find(({ owned }) => owned.unit.iso2 === code);
  const { nameEn = '', name = '' } = namesake?.owned.unit ?? {};
  return withoutType(nameEn || isoRegionName(code) || name || code);
}

/** The source's label position where it has one inside the region's largest polygon, else one found. */
function labelOf(members: readonly CodedUnit[], area: KeyedArea): [number, number] {
  const [first] = members;
  const given = members.length === 1 && first ? first.owned.unit.label : undefined;
  const main = largestPolygon(area.geometry);
  const isInside = given && main && geoContains({ type: 'Polygon', coordinates: main }, [...given]);
  return isInside ? roundDegrees([...given]) : labelPoint(area.geometry);
}

function gridFeatures(areas: readonly KeyedArea[], grid: Grid, km: number): Feature[] {
  const rings = ringsByKey(simplifyAreas(areas, regionSimplify(km)));
  return [...rings].flatMap(([key, polygons]): Feature[] => {
    const coordinates = polygons
      .map((polygon) => polygonToGrid(grid, polygon))
      .filter((polygon) => polygon !== undefined);
    if (coordinates.length === 0) return [];
    return [{ type: 'Feature', id: key, properties: {}, geometry: { type: 'MultiPolygon', coordinates } }];
  });
}

function pointAt(label: readonly [number, number], grid: Grid): Point {
  return { type: 'Point', coordinates: toGrid(grid, [...label]) };
}

/** Builds the regions of one country; undefined when it has fewer than two. */
export function buildRegions(units: readonly OwnedUnit[]): RegionTopology | undefined {
  const coded = units.map(codeUnit).filter(({ code }) => code !== '');
  const codes = [...new Set(coded.map(({ code }) => code))].sort();
  if (codes.length < 2) return undefined;
  const areas = dissolve(coded.map(({ code, owned }) => ({ key: code, geometry: owned.geometry })));
  const km = kmPerPx(areas);
  const grid = regionGrid(km);
  const features = gridFeatures(areas, grid, km);
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const topo = topology({ areas: collection }) as Topology<{ areas: GeometryCollection }>;
  const geometries = codes.map((code): GeometryObject => {
    const members = coded.filter((entry) => entry.code === code);
    const area = areas.find(({ key }) => key === code);
    if (!area) throw new Error(`region without an area: "${code}"`);
    const label = labelOf(members, area);
    const drawn = topo.objects.areas.geometries.find(({ id }) => id === code) ?? pointAt(label, grid);
    return { ...drawn, id: code, properties: { name: nameOf(code, members), label, ...statusOf(code) } };
  });
  return withTransform(
    { type: 'Topology', objects: { regions: { type: 'GeometryCollection', geometries } }, arcs: topo.arcs },
    grid,
  );
}
