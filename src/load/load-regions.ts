import type { RegionTopology } from '../model/boundary-files.ts';
import { objectAt } from '../model/codec/decode-values.ts';
import { LoadError } from './answer-for.ts';
import { bundledFile } from './bundled-files.ts';
import { fetchJson } from './fetch-json.ts';

const INDEX = 'geo/admin1/index.json';

let index: Promise<Readonly<Partial<Record<string, unknown>>>> | undefined;
const loaded = new Map<string, Promise<RegionTopology | null>>();

/**
 * Loads a country's regions, once a page; null where the country has no file, being a single unit.
 * @param country ISO 3166-1 alpha-3
 * @throws {LoadError} when the file is missing or holds no regions
 */
export function loadRegions(country: string): Promise<RegionTopology | null> {
  let file = loaded.get(country);
  if (!file) {
    file = fetchRegions(country);
    // a failure is not kept: the next look tries again
    file.catch(() => loaded.delete(country));
    loaded.set(country, file);
  }
  return file;
}

async function fetchRegions(country: string): Promise<RegionTopology | null> {
  index ??= fetchJson(INDEX).then((json) => objectAt(json, INDEX));
  index.catch(() => (index = undefined));
  if (!Object.hasOwn(await index, country)) return null;
  const address = `geo/admin1/${country}.topo.json`;
  if (bundledFile(INDEX) !== undefined && bundledFile(address) === undefined) {
    const others = 'this page is one file, and carries those of the countries of its own dataset';
    throw new LoadError(`${others}.`, 'The page on a server has all of them.');
  }
  const json = objectAt(await fetchJson(address), address);
  const objects = json['objects'];
  if (
    json['type'] !== 'Topology' ||
    typeof objects !== 'object' ||
    objects === null ||
    !('regions' in objects)
  ) {
    throw new LoadError(`${address} holds no regions.`, 'Restore public/geo/admin1, then reload this page.');
  }
  return json as unknown as RegionTopology;
}
