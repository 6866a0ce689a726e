import clip from 'polygon-clipping';
import type { Geom } from 'polygon-clipping';
import { ENTITY_BY_ALPHA3 } from './iso.ts';
import { MASKS, OWNER_BY_REGION_CODE, OWNER_BY_SOURCE_CODE, PARTS } from './policy.ts';
import type { Mask } from './policy.ts';
import { polygonsOf, windForSphere } from './rings.ts';
import type { AreaGeometry, OwnedUnit, SourceUnit } from './types.ts';

function ownerOf(unit: SourceUnit): string | null {
  const byRegion = OWNER_BY_REGION_CODE[unit.iso2];
  if (byRegion !== undefined) return byRegion;
  for (const code of [unit.geoUnit, unit.adm0]) {
    const owner = OWNER_BY_SOURCE_CODE[code];
    if (owner !== undefined) return owner;
    if (ENTITY_BY_ALPHA3.has(code)) return code;
  }
  throw new Error(`unit without a country: "${unit.name}" (${unit.key}, ${unit.adm0})`);
}

function partOf(unit: SourceUnit, country: string): string {
  const found = PARTS.find(
    (entry) =>
      entry.country === country && (entry.units.includes(unit.iso2) || entry.units.includes(unit.adm0)),
  );
  return found?.part ?? '';
}

function toGeometry(coordinates: ReturnType<typeof clip.union>): AreaGeometry {
  return windForSphere({ type: 'MultiPolygon', coordinates });
}

function splitByMask(owned: OwnedUnit, mask: Mask): OwnedUnit[] {
  const area = polygonsOf(owned.geometry) as Geom;
  const ring = [mask.ring.map(([lon, lat]) => [lon, lat])] as Geom;
  const inside = clip.intersection(area, ring);
  const outside = clip.difference(area, ring);
  const { country, part, regionCode } = mask;
  const pieces: OwnedUnit[] = [];
  if (outside.length > 0) pieces.push({ ...owned, geometry: toGeometry(outside) });
  if (inside.length > 0) pieces.push({ ...owned, country, part, regionCode, geometry: toGeometry(inside) });
  return pieces;
}

/** Gives every unit to a country by the boundary policy, cutting units where a mask says so. */
export function assignUnits(units: readonly SourceUnit[]): OwnedUnit[] {
  const assigned: OwnedUnit[] = [];
  for (const unit of units) {
    const country = ownerOf(unit);
    if (country === null) continue;
    let pieces: OwnedUnit[] = [
      { unit, country, part: partOf(unit, country), regionCode: unit.iso2, geometry: unit.geometry },
    ];
    for (const mask of MASKS.filter((candidate) => candidate.units.includes(unit.iso2))) {
      pieces = pieces.flatMap((piece) => splitByMask(piece, mask));
    }
    assigned.push(...pieces);
  }
  return assigned;
}
