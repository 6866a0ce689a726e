/** The part of the dataset that tells what there is to be tagged with: a facet's hierarchy. */
import { PLACE_LEVELS, type ConceptColumns, type PlaceLevel } from '../dataset.ts';
import {
  DatasetError,
  degreeColumn,
  listAt,
  objectAt,
  sameLength,
  shown,
  stringAt,
  stringColumn,
  wholeColumn,
} from './decode-values.ts';
import { CONCEPT_LEVEL_LIMIT, CONCEPT_LIMIT } from '../limits.ts';
import { inWords } from './whole-columns.ts';

const COUNTRY_CODE = /^[A-Z]{3}$/;
const SUBDIVISION_CODE = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** The concepts of one facet. */
export function decodeConcepts(json: unknown, path: string): ConceptColumns {
  const concepts = objectAt(json, path);
  const label = stringColumn(concepts['label'], `${path}.label`, CONCEPT_LIMIT);
  const columns = {
    label,
    code: stringColumn(concepts['code'], `${path}.code`),
    numeric: stringColumn(concepts['numeric'], `${path}.numeric`),
    parent: decodeParents(concepts['parent'], `${path}.parent`),
    level: decodeLevels(concepts['level'], `${path}.level`),
    region: stringColumn(concepts['region'], `${path}.region`),
    lon: degreeColumn(concepts['lon'], `${path}.lon`, 180),
    lat: degreeColumn(concepts['lat'], `${path}.lat`, 90),
    geonames: inWords(wholeColumn(concepts['geonames'], `${path}.geonames`, 0)),
  };
  for (const [name, column] of Object.entries(columns)) {
    sameLength(`${path}.${name}`, column.length, `${path}.label`, label.length);
  }
  checkLevels(columns.parent, `${path}.parent`);
  checkPlaces(columns, path);
  return columns;
}

/** Names of regions by ISO 3166-2. */
export function decodeRegionNames(json: unknown, path: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [code, name] of Object.entries(objectAt(json, path))) {
    if (!SUBDIVISION_CODE.test(code)) {
      throw new DatasetError(path, `has the key ${shown(code)}, which is not ISO 3166-2`);
    }
    names.set(code, stringAt(name, `${path}.${code}`));
  }
  return names;
}

function decodeParents(json: unknown, path: string): Int32Array {
  const parent = listAt(json, path);
  for (let i = 0; i < parent.length; i++) {
    const at: unknown = parent[i];
    // a parent that stands before its child also rules out a circle
    if (!Number.isInteger(at) || (at as number) < -1 || (at as number) >= i) {
      throw new DatasetError(`${path}[${i}]`, `is ${shown(at)}, not -1 or an earlier concept`);
    }
  }
  return Int32Array.from(parent as number[]);
}

/** On which level each concept stands, from 1 for a root. */
export function conceptLevels(parent: Int32Array): Uint32Array {
  const level = new Uint32Array(parent.length);
  for (let i = 0; i < parent.length; i++) level[i] = parent[i]! < 0 ? 1 : level[parent[i]!]! + 1;
  return level;
}

/** Whatever walks up or down the hierarchy relies on this bound, be it by loop or by recursion. */
function checkLevels(parent: Int32Array, path: string): void {
  const tooDeep = conceptLevels(parent).findIndex((level) => level > CONCEPT_LEVEL_LIMIT);
  if (tooDeep >= 0) {
    throw new DatasetError(
      `${path}[${tooDeep}]`,
      `stands below ${CONCEPT_LEVEL_LIMIT} others; at most ${CONCEPT_LEVEL_LIMIT} levels are read`,
    );
  }
}

function decodeLevels(json: unknown, path: string): readonly PlaceLevel[] {
  const level = stringColumn(json, path);
  for (let i = 0; i < level.length; i++) {
    if (!(PLACE_LEVELS as readonly string[]).includes(level[i]!)) {
      throw new DatasetError(
        `${path}[${i}]`,
        `is ${shown(level[i])}, not one of ${PLACE_LEVELS.map((level) => `"${level}"`).join(', ')}`,
      );
    }
  }
  return level as readonly PlaceLevel[];
}

/** Nodes are found by these codes, so that one of the wrong form could stand for something else. */
function checkPlaces({ code, level, region, lon, lat }: ConceptColumns, path: string): void {
  for (let i = 0; i < code.length; i++) {
    const isCountry = level[i] === 'country';
    const form = isCountry ? COUNTRY_CODE : SUBDIVISION_CODE;
    if (!form.test(code[i]!) && (isCountry || code[i] !== '')) {
      const wanted = isCountry ? 'ISO 3166-1 alpha-3' : 'ISO 3166-2 or ""';
      throw new DatasetError(`${path}.code[${i}]`, `is ${shown(code[i])}, not ${wanted}`);
    }
    if (region[i] !== '' && !SUBDIVISION_CODE.test(region[i]!)) {
      throw new DatasetError(`${path}.region[${i}]`, `is ${shown(region[i])}, not ISO 3166-2 or ""`);
    }
    if (Number.isNaN(lon[i]) !== Number.isNaN(lat[i])) {
      throw new DatasetError(
        `${path}.lat[${i}]`,
        'is null where the longitude is not, or the other way round',
      );
    }
  }
}
