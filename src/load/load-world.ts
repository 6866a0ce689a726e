import type { WorldTopology } from '../model/boundary-files.ts';
import { LoadError } from './answer-for.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * Loads the world's boundaries.
 * @throws {LoadError} when the file is missing or holds no countries
 */
export async function loadWorld(address: string): Promise<WorldTopology> {
  const json = await fetchJson(address);
  if (!isWorld(json)) {
    throw new LoadError(
      `${address} holds no countries.`,
      'Restore public/geo/world.topo.json, then reload this page.',
    );
  }
  return json;
}

function isWorld(json: unknown): json is WorldTopology {
  if (typeof json !== 'object' || json === null || !('type' in json) || !('objects' in json)) return false;
  const { type, objects } = json;
  if (type !== 'Topology' || !('arcs' in json) || !Array.isArray(json.arcs)) return false;
  return typeof objects === 'object' && objects !== null && 'countries' in objects && 'disputed' in objects;
}
