import type { GeometryCollection, Topology } from 'topojson-specification';
import { objectAt } from '../model/decode-values.ts';
import { fetchJson, LoadError } from './fetch-json.ts';

/** The boundary file's objects: public/geo/README.md. */
export type WorldFile = Topology<{
  countries: GeometryCollection<{ name: string; numeric: string; label: [number, number] }>;
  disputed: GeometryCollection<{ a: string; b: string; note: string }>;
}>;

/**
 * Loads the world's boundaries.
 * @throws {LoadError} when the file is missing or holds no countries
 */
export async function loadWorld(address: string): Promise<WorldFile> {
  const json = objectAt(await fetchJson(address), address);
  const objects = json['objects'];
  if (
    json['type'] !== 'Topology' ||
    typeof objects !== 'object' ||
    objects === null ||
    !('countries' in objects)
  ) {
    throw new LoadError(
      `${address} holds no countries.`,
      'Restore public/geo/world.topo.json, then reload this page.',
    );
  }
  return json as unknown as WorldFile;
}
