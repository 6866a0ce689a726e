/** Countries that were kept as columns are the very ones that their sources give, and nothing else is taken for them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readColumns, writeColumns } from '../../scripts/gazetteer/column-file.ts';
import { CODE } from '../../scripts/gazetteer/gazetteer-key.ts';
import { openGazetteer, openSources } from '../../scripts/gazetteer/gazetteer.ts';
import { keyColumns, KeyTable } from '../../scripts/gazetteer/key-table.ts';
import { areaKeysOf } from '../../src/ingest/places/area-keys.ts';
import type { CountryGazetteer } from '../../src/ingest/places/gazetteer.ts';
import { bareKey, placeKey } from '../../src/ingest/places/place-key.ts';
import { referencesOf } from '../architecture/references.ts';
import { textsOfOneHash } from './one-hash.ts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-gazetteer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sources = openSources();

/** On both sides of 180°, with and without regions, with a code of the user's own, with many old and foreign names. */
const COUNTRIES = ['AUT', 'FJI', 'XKX', 'PRI', 'ATA', 'BEL'];

/** Everything that a country answers to questions that hit and that miss. */
function answers(country: CountryGazetteer) {
  const keys = country.areaKeys ?? areaKeysOf(country.areas);
  const named = country.areas.flatMap(({ names }) => names).map(placeKey);
  const cityKeys = [
    ...country.cities.map(({ key }) => key),
    ...named,
    'wien',
    'vindobona',
    'no such place',
    '',
  ];
  const points = [...country.cities.slice(0, 50).map(({ point }) => point), [0, 0] as const];
  return {
    point: country.point,
    hasRegions: country.hasRegions,
    areas: country.areas,
    cities: country.cities,
    citiesNamed: cityKeys.map((key) => country.citiesNamed(key)),
    exact: named.map((key) => keys.exact(key)),
    bare: named.map((key) => keys.bare(bareKey(key))),
    regions: [...keys.regions],
    byCode: [...country.areas.map(({ code }) => code), 'none']
      .filter(Boolean)
      .map((code) => keys.withCode(code)),
    regionByAdmin1: [...keys.regionByAdmin1],
    ...sumsOf(country),
    regionAt: points.map((point) => country.regionAt(point)),
    km: country.areas.slice(0, 20).map(({ region }) => country.kmToRegion(region, points[0]!)),
  };
}

/** What `citySums` says, counted over all cities where there is none. */
function sumsOf({ cities, citySums }: CountryGazetteer) {
  const whole = cities.filter(({ isSection }) => !isSection);
  const sums = citySums ?? {
    ofAtLeast: (population) => whole.filter((city) => city.population >= population),
    peopleIn: (admin1) =>
      whole.reduce((sum, city) => sum + (city.admin1 === admin1 ? city.population : 0), 0),
  };
  const admin = [...new Set(cities.map(({ admin1 }) => admin1)), 'none'];
  return {
    large: [0, 1, 5000, 1e9].map((population) => sums.ofAtLeast(population)),
    people: admin.map((admin1) => sums.peopleIn(admin1)),
  };
}

describe('a country', { timeout: 120_000 }, () => {
  it.each(COUNTRIES)('%s answers as its sources do, when it is read and when it was kept', (code) => {
    const expected = answers(sources.country(code)!);
    expect(answers(openGazetteer(folder).country(code)!)).toEqual(expected);
    expect(readdirSync(folder)).toContain(`${code}.columns`);
    expect(answers(openGazetteer(folder).country(code)!)).toEqual(expected);
  });

  it('gives each city and each area as one object', () => {
    const country = openGazetteer(folder).country('AUT')!;
    const [vienna] = country.citiesNamed('vindobona');
    expect(vienna).toBe(country.cities.find(({ key }) => key === 'vienna'));
    expect(country.areaKeys!.exact('wien')[0]).toBe(country.areas.find(({ code }) => code === 'AT-9'));
  });

  it('that is not known is none, and leaves nothing', () => {
    expect(openGazetteer(folder).country('ZZZ')).toBeUndefined();
    expect(readdirSync(folder).filter((name) => name.startsWith('ZZZ'))).toEqual([]);
  });
});

describe('what was kept', { timeout: 120_000 }, () => {
  const path = join(folder, 'FJI.columns');
  const expected = () => answers(sources.country('FJI')!);
  const kept = () => {
    openGazetteer(folder).country('FJI');
    return readFileSync(path);
  };

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['damaged in its head', (bytes: Buffer) => bytes.fill(0, 20, 24)],
    ['damaged behind', (bytes: Buffer) => bytes.fill(1, bytes.length - 30, bytes.length - 20)],
    ['empty', () => Buffer.alloc(0)],
  ])('is read again where it is %s, and is whole from then on', (_, damage) => {
    const whole = Buffer.from(kept());
    writeFileSync(path, damage(Buffer.from(whole)));
    expect(answers(openGazetteer(folder).country('FJI')!)).toEqual(expected());
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('is not used where it was made of something else', () => {
    const whole = Buffer.from(kept());
    const columns = { geonames: Uint32Array.of(1) };
    writeColumns(path, 'an older version', columns);
    expect(answers(openGazetteer(folder).country('FJI')!)).toEqual(expected());
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('is not needed: where nothing can be written, places are found all the same', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(answers(openGazetteer(file).country('FJI')!)).toEqual(expected());
  });

  it('holds for the code that makes it: all that is imported is part of its key', () => {
    const here = fileURLToPath(new URL('../../scripts/gazetteer/', import.meta.url));
    const known = new Set(CODE.map((name) => join(here, name)));
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { specifier } of referencesOf(file, readFileSync(file, 'utf8'))) {
        if (specifier?.startsWith('.')) visit(join(dirname(file), specifier));
      }
    };
    visit(join(here, 'gazetteer.ts'));
    expect([...seen].sort()).toEqual([...known].sort());
  });
});

it('a table of keys gives the rows that a map gives, keys of one hash too', () => {
  const key = fc.oneof(fc.constantFrom('wien', 'vienna', 'ä', '東京', ''), fc.string({ maxLength: 3 }));
  const rows = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { size: '+1' }),
      fc.array(rows, { minLength: 40 }),
      key,
      (keys, lists, other) => {
        const byKey = new Map(keys.map((each, i) => [each, lists[i % lists.length]!]));
        const { columns, numberOf } = keyColumns(byKey);
        const table = new KeyTable(columns);
        for (const each of [...keys, other]) expect([...table.rowsOf(each)]).toEqual(byKey.get(each) ?? []);
        for (const each of keys) expect(table.keyOf(numberOf.get(each)!)).toBe(each);
      },
    ),
  );
  const [first, second] = textsOfOneHash();
  const table = new KeyTable(
    keyColumns(
      new Map([
        [first, [1]],
        [second, [2, 3]],
      ]),
    ).columns,
  );
  expect([[...table.rowsOf(first)], [...table.rowsOf(second)]]).toEqual([[1], [2, 3]]);
});

it('columns are read as they were written', () => {
  const path = join(folder, 'any.columns');
  const bytes = fc.uint8Array();
  const columns = fc.record({ a: bytes, b: fc.uint32Array(), c: fc.float64Array(), 'd.e': bytes });
  fc.assert(
    fc.property(columns, fc.string(), (written, key) => {
      writeColumns(path, key, written);
      expect(readColumns(path, key)).toEqual(written);
      expect(readColumns(path, `${key}x`)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
  expect(readColumns(join(folder, 'none.columns'), '')).toBeUndefined();
});
