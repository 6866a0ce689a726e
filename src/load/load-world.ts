import type { GeometryCollection, Topology } from 'topojson-specification';
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
  const json = await fetchJson(address);
  if (!isWorld(json)) {
    throw new LoadError(
      `${address} holds no countries.`,
      'Restore public/geo/world.topo.json, then reload this page.',
    );
  }
  return json;
}

function isWorld(json: unknown): json is WorldFile {
  if (typeof json !== 'object' || json === null || !('type' in json) || !('objects' in json)) return false;
  const { type, objects } = json;
  if (type !== 'Topology' || !('arcs' in json) || !Array.isArray(json.arcs)) return false;
  return typeof objects === 'object' && objects !== null && 'countries' in objects && 'disputed' in objects;
}
