import { buildRegions } from './admin1.ts';
import { assignUnits } from './assign.ts';
import { ENTITIES } from './iso.ts';
import { stableJson } from './output.ts';
import type { OutputFile } from './output.ts';
import { NEWER_CODES, OUTDATED_AREAS, OWN_CODES, WITHDRAWN_CODES } from './region-policy.ts';
import { readSourceUnits } from './source.ts';
import type { OwnedUnit } from './types.ts';
import { buildWorld } from './world.ts';

/** One line of the list of countries that have a file of regions. */
export interface RegionFileEntry {
  /** Regions in the file. */
  readonly count: number;
  /** Size of the file, not compressed. */
  readonly bytes: number;
}

function assertPolicyIsUsed(codes: ReadonlySet<string>): void {
  const unused = [...OUTDATED_AREAS, ...NEWER_CODES, ...OWN_CODES, ...WITHDRAWN_CODES].filter(
    (code) => !codes.has(code),
  );
  if (unused.length > 0) throw new Error(`region policy names codes that no file has: ${unused.join(', ')}`);
}

function deriveRegionFiles(units: readonly OwnedUnit[]): OutputFile[] {
  const files: OutputFile[] = [];
  const index: Record<string, RegionFileEntry> = {};
  const codes = new Set<string>();
  for (const { alpha3 } of ENTITIES) {
    const regions = buildRegions(units.filter(({ country }) => country === alpha3));
    if (!regions) continue;
    const text = stableJson(regions);
    const { geometries } = regions.objects.regions;
    for (const { id } of geometries) codes.add(String(id));
    index[alpha3] = { count: geometries.length, bytes: Buffer.byteLength(text) };
    files.push({ path: `admin1/${alpha3}.topo.json`, text });
  }
  assertPolicyIsUsed(codes);
  return [...files, { path: 'admin1/index.json', text: stableJson(index) }];
}

/** Makes every derived file. */
export function deriveFiles(): OutputFile[] {
  const units = assignUnits(readSourceUnits());
  return [...deriveRegionFiles(units), { path: 'world.topo.json', text: stableJson(buildWorld(units)) }];
}
