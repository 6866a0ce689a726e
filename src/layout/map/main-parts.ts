/** A country without its far small islands: what a first view of it may be fitted to. */
import { geoArea } from 'd3-geo';
import type { Feature, Geometry, GeoJsonProperties } from 'geojson';

/**
 * The largest parts of a country, as few as hold the given share of its area: the United States without Hawaii, New
 * Zealand without the Chathams. An archipelago keeps most of its islands; a place of one part, or a point, stays as it is.
 * @param share of the area, above 0, at most 1
 */
export function mainParts<Properties extends GeoJsonProperties>(
  country: Feature<Geometry, Properties>,
  share = 0.95,
): Feature<Geometry, Properties> {
  const { geometry } = country;
  if (geometry.type !== 'MultiPolygon') return country;
  const parts = geometry.coordinates
    .map((coordinates) => ({ coordinates, area: geoArea({ type: 'Polygon', coordinates }) }))
    .sort((a, b) => b.area - a.area);
  const wanted = share * parts.reduce((sum, { area }) => sum + area, 0);
  let held = 0;
  const kept = parts.filter(({ area }) => {
    const isNeeded = held < wanted;
    held += area;
    return isNeeded;
  });
  return {
    ...country,
    geometry: { type: 'MultiPolygon', coordinates: kept.map(({ coordinates }) => coordinates) },
  };
}
