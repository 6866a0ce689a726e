/** Places as the build resolves them, with the real gazetteer. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openGazetteer } from '../../scripts/gazetteer/gazetteer.ts';
import { readDataset } from './read-dataset.ts';
import { kmBetween } from '../../src/ingest/places/choose-city.ts';
import type { Gazetteer, Point } from '../../src/ingest/places/gazetteer.ts';
import { pathKey } from '../../src/ingest/parsed-record.ts';
import { parsePlaceOverrides } from '../../src/ingest/places/place-overrides.ts';
import { resolveAllPlaces, type PlaceKnowledge } from '../../src/ingest/places/resolve-all-places.ts';
import { facetById, conceptPath } from '../../src/model/dataset.ts';

/** Reading the tables takes some seconds on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const gazetteer: Gazetteer = openGazetteer();

const tagged = (paths: readonly string[]) =>
  paths.map((path, line) => ({ path: path.split(' > '), file: 0, line }));

const resolveAll = (paths: readonly string[], knowledge: PlaceKnowledge = { gazetteer }) =>
  resolveAllPlaces(tagged(paths), knowledge);

/** "level code region" of the path's last concept, "-" for what is empty. */
function told(path: string, knowledge?: PlaceKnowledge): string {
  const place = resolveAll([path], knowledge).placeByPath.get(pathKey(path.split(' > ')));
  return [place?.level, place?.code, place?.region].map((text) => text || '-').join(' ');
}

function pointOf(path: string): Point | undefined {
  return resolveAll([path]).placeByPath.get(pathKey(path.split(' > ')))?.point;
}

const kmOff = (path: string, point: Point) => kmBetween(pointOf(path) ?? [NaN, NaN], point);

beforeAll(() => {
  gazetteer.country('USA');
}, BUSY_MACHINE_MS);

describe('the places of the shipped sample', { timeout: BUSY_MACHINE_MS }, () => {
  const points: readonly (readonly [name: string, region: string, lon: number, lat: number])[] = [
    ['Austin', 'US-TX', -97.743, 30.267],
    ['Minneapolis', 'US-MN', -93.265, 44.978],
    ['Vancouver', 'CA-BC', -123.121, 49.283],
    ['Pittsburgh', 'US-PA', -79.996, 40.441],
    ['Cambridge', 'GB-ENG', 0.119, 52.205],
    ['Bangkok', 'TH-10', 100.502, 13.756],
    ['Vienna', 'AT-9', 16.373, 48.208],
    ['Bali', 'ID-BA', 115.17, -8.36],
    ['Seattle', 'US-WA', -122.332, 47.606],
    ['Honolulu', 'US-HI', -157.858, 21.307],
    ['San Diego', 'US-CA', -117.161, 32.716],
  ];

  it.each(points)('%s lies in %s, and within 10 km of where it should', (name, region, lon, lat) => {
    const { concepts } = facetById(readDataset('data/training-language-models.txt', gazetteer), 'geography')!;
    const found = concepts.label.lastIndexOf(name);
    expect(concepts.region[found]).toBe(region);
    expect(kmBetween([concepts.lon[found]!, concepts.lat[found]!], [lon, lat])).toBeLessThan(10);
  });

  it('are all known, their ancestors too', () => {
    const { report, facets } = readDataset('data/training-language-models.txt', gazetteer);
    expect(report).toMatchObject({
      regionsResolved: 11,
      regionsUnresolved: [],
      citiesResolved: 9,
      citiesUnresolved: [],
    });
    const { concepts } = facets[0]!;
    const levels = concepts.level.flatMap((level, i) =>
      concepts.code[i] === '' || level === 'country'
        ? []
        : `${level} ${concepts.code[i]!} ${conceptPath(concepts, i).at(-1)!}`,
    );
    expect(levels).toEqual(
      expect.arrayContaining([
        'region AT-9 Vienna',
        'region ID-BA Bali',
        'region US-CA California',
        'region GB-ENG England',
      ]),
    );
  });
});

describe('names that several places share', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['Asia > Georgia', 'country GEO -'],
    ['Europe > Georgia > Kakheti > Telavi', 'city - GE-KA'],
    ['North America > United States > Georgia', 'region US-GA US-GA'],
    ['North America > United States > Georgia > Athens', 'city - US-GA'],
    ['Europe > Greece > Athens', 'city - GR-I'],
    ['Europe > United Kingdom > England > Cambridgeshire > Cambridge', 'city - GB-ENG'],
    ['Europe > United Kingdom > England > Cambridgeshire', '- GB-CAM GB-ENG'],
    ['North America > United States > Massachusetts > Middlesex County > Cambridge', 'city - US-MA'],
    ['North America > Canada > Ontario > Cambridge', 'city - CA-ON'],
    ['North America > United States > Texas > Lamar County > Paris', 'city - US-TX'],
    ['Europe > France > Paris', 'city - FR-IDF'],
    ['Europe > France > Île-de-France > Paris > Paris', 'city - FR-IDF'],
    ['South America > Chile > Santiago', 'region CL-RM CL-RM'],
    ['North America > Dominican Republic > Santiago', 'region DO-25 DO-25'],
    ['Europe > Spain > Galicia > A Coruña > Santiago de Compostela', 'city - ES-GA'],
    ['Africa > Republic of the Congo > Brazzaville', 'region CG-BZV CG-BZV'],
    ['Africa > Democratic Republic of the Congo > Kinshasa', 'region CD-KN CD-KN'],
    ['Asia > South Korea > Seoul', 'region KR-11 KR-11'],
    ['Asia > North Korea > Pyongyang', 'region KP-01 KP-01'],
    ['North America > United States > Washington', 'region US-WA US-WA'],
    ['North America > United States > Washington, D.C.', 'region US-DC US-DC'],
    ['North America > United States > New York', 'region US-NY US-NY'],
    ['North America > United States > New York > New York City', 'city - US-NY'],
    ['North America > United States > New York City > Manhattan', 'city - US-NY'],
    ['North America > United States > Maine > Cumberland County > Portland', 'city - US-ME'],
    ['North America > United States > Portland', 'city - US-OR'],
    ['North America > United States > Missouri > Kansas City', 'city - US-MO'],
    ['North America > Canada > Ontario > London', 'city - CA-ON'],
    ['Asia > Pakistan > Sindh > Hyderabad', 'city - PK-SD'],
    ['Asia > India > Telangana > Hyderabad', 'city - IN-TS'],
    ['South America > Brazil > São Paulo', 'region BR-SP BR-SP'],
    ['South America > Brazil > São Paulo > São Paulo', 'city - BR-SP'],
    ['South America > Argentina > Buenos Aires Province > La Plata', 'city - AR-B'],
    ['South America > Venezuela > Mérida', 'region VE-L VE-L'],
    ['Europe > Spain > Extremadura > Mérida', 'city - ES-EX'],
    ['North America > Mexico > Yucatán > Mérida', 'city - MX-YUC'],
    ['Asia > Thailand > Bangkok > Bangkok', 'city - TH-10'],
  ])('%s is told apart: %s', (path, expected) => expect(told(path)).toBe(expected));

  it('lie where they should', () => {
    expect(kmOff('North America > United States > Texas > Paris', [-95.556, 33.661])).toBeLessThan(5);
    expect(kmOff('Europe > France > Paris', [2.35, 48.85])).toBeLessThan(5);
    expect(kmOff('North America > United States > Georgia > Athens', [-83.378, 33.961])).toBeLessThan(5);
    expect(
      kmOff('Europe > Russia > Central Federal District > Moscow Oblast > Moscow', [37.62, 55.75]),
    ).toBeLessThan(5);
  });
});

describe('names that changed, and names with a kind', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['Asia > Burma > Mandalay Region > Mandalay', 'city - MM-04'],
    ['Africa > Swaziland > Mbabane', 'city - SZ-HH'],
    ['Europe > Holland > North Holland > Amsterdam', 'city - NL-NH'],
    ['Asia > Türkiye > Ankara Province > Ankara', 'city - TR-06'],
    ['Asia > Middle East > Turkey > Istanbul Province > Istanbul', 'city - TR-34'],
    ['Asia > India > Karnataka > Bangalore', 'city - IN-KA'],
    ['Asia > India > Karnataka > Bengaluru', 'city - IN-KA'],
    ['South America > Chile > Santiago Metropolitan Region', 'region CL-RM CL-RM'],
    ['Asia > China > Guangxi Zhuang Autonomous Region', 'region CN-GX CN-GX'],
    ['Asia > China > Xinjiang Uyghur Autonomous Region', 'region CN-XJ CN-XJ'],
    ['Asia > Japan > Kyoto Prefecture', 'region JP-26 JP-26'],
    ['Asia > Russia > Novosibirsk Oblast', 'region RU-NVS RU-NVS'],
    ['Europe > Russia > Republic of Tatarstan', 'region RU-TA RU-TA'],
    ['Asia > Iraq > Baghdad Governorate', 'region IQ-BG IQ-BG'],
    ['Asia > South Korea > Gyeonggi-do', 'region KR-41 KR-41'],
    ['Europe > Poland > Masovia Province', 'region PL-14 PL-14'],
    ['Europe > Sweden > Skåne County', 'region SE-M SE-M'],
    ['Europe > Bulgaria > Sofia City Province', 'region BG-22 BG-22'],
    ['Asia > Middle East > Iran > Tehran Province', 'region IR-23 IR-23'],
    ['South America > Colombia > Bogotá D.C.', 'region CO-DC CO-DC'],
    ['North America > United States > Pennsylvania > Allegheny County', '- - US-PA'],
  ])('%s is %s', (path, expected) => expect(told(path)).toBe(expected));
});

describe('informal levels', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['Asia > Japan > Honshū > Kansai > Osaka Prefecture > Osaka', 'city - JP-27'],
    ['Asia > Japan > Honshū > Kansai', '- - -'],
    ['Asia > Philippines > Luzon > National Capital Region > City of Manila', 'city - PH-00'],
    ['Europe > United Kingdom > England', 'region GB-ENG GB-ENG'],
    ['Europe > United Kingdom > Scotland > City of Edinburgh > Edinburgh', 'city - GB-SCT'],
    ['Africa > Middle East > Egypt > Cairo Governorate > Cairo', 'city - EG-C'],
    ['Asia > Middle East > Cyprus > Nicosia', 'region CY-01 CY-01'],
    ['Europe > Middle East > Cyprus > Nicosia', 'region CY-01 CY-01'],
    ['North America > United States > Midwest > Ohio > Columbus', 'city - US-OH'],
    ['Europe > Norway > Western Norway > Vestland > Bergen', 'city - NO-46'],
    ['Oceania > New Zealand > South Island > Otago > Dunedin', 'city - NZ-OTA'],
    ['Europe > Ireland > Munster > County Cork > Cork', 'city - IE-CO'],
  ])('%s is %s', (path, expected) => expect(told(path)).toBe(expected));

  it('are not told as unknown', () => {
    const { regionsUnresolved, citiesUnresolved } = resolveAll([
      'Asia > Japan > Honshū',
      'Asia > Japan > Atlantis',
    ]);
    expect(regionsUnresolved.map(({ path }) => path.at(-1))).toEqual(['Atlantis']);
    expect(citiesUnresolved.map(({ path }) => path.at(-1))).toEqual(['Atlantis']);
  });
});

describe('territories with a country code of their own', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['Asia > China > Hong Kong > Kowloon', 'city - -'],
    ['North America > United States > Puerto Rico > San Juan', 'city - -'],
    ['Europe > Denmark > Greenland > Nuuk', 'city - -'],
  ])('%s is found there, in no region of the country', (path, expected) => {
    expect(told(path)).toBe(expected);
    expect(resolveAll([path]).regionsUnresolved).toEqual([]);
  });
});

describe('Antarctica, a continent and a country of ISO 3166-1', { timeout: BUSY_MACHINE_MS }, () => {
  it.each([
    ['Antarctica', 'country ATA -'],
    ['Antarctica > Antarctica', 'country ATA -'],
    ['Antarctica > Antarctica > Bouvet Island', '- - -'],
    ['Antarctica > Bouvet Island', 'country BVT -'],
    ['Antarctica > Ross Sea', '- - -'],
  ])('%s is told as %s', (path, expected) => expect(told(path)).toBe(expected));

  it('is no place that was not found', () => {
    const { resolved, unresolved } = resolveAll(['Antarctica', 'Antarctica > Ross Sea', 'Antarctica > X']);
    expect(resolved).toBe(2);
    expect(unresolved).toEqual([]);
  });
});

describe('overrides', { timeout: BUSY_MACHINE_MS }, () => {
  const csv = [
    'path,code,lon,lat,note',
    'Asia > Atlantis,JPN,,,',
    'Europe > Austria > Habsburg Lands,AT-9,,,',
    'Europe > Austria > Habsburg Lands > Palace,,16.31,48.18,',
    '"Europe > Austria > Lakes, the",,13.8,47.8,',
  ].join('\n');
  const { overrides } = parsePlaceOverrides('o.csv', csv);

  it.each([
    ['Asia > Atlantis', 'country JPN -'],
    ['asia > ATLANTIS > Osaka Prefecture', 'region JP-27 JP-27'],
    ['Europe > Austria > Habsburg Lands', 'region AT-9 AT-9'],
    ['Europe > Austria > Habsburg Lands > Palace', 'city - AT-9'],
    ['Europe > Austria > Lakes, The', 'city - AT-4'],
    ['Europe > Austria', 'country AUT -'],
  ])('say what %s is: %s', (path, expected) => expect(told(path, { gazetteer, overrides })).toBe(expected));

  it('hold without a gazetteer too', () => {
    expect(told('Asia > Atlantis', { overrides })).toBe('country JPN -');
    expect(told('Europe > Austria > Habsburg Lands', { overrides })).toBe('region AT-9 AT-9');
  });
});

describe('resolving', { timeout: BUSY_MACHINE_MS }, () => {
  const name = fc.oneof(
    fc.constantFrom(
      'Europe',
      'Asia',
      'United States',
      'Japan',
      'Georgia',
      'Texas',
      'Paris',
      'Bangkok',
      'Thailand',
    ),
    fc.constantFrom(
      '',
      ' ',
      '(',
      ')',
      '/',
      ',',
      'D.C.',
      'of',
      'Province',
      '__proto__',
      'constructor',
      '🏔',
      'the',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const path = fc.array(name, { minLength: 1, maxLength: 6 });

  it('never throws, whatever the path', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 4 }), (paths) => {
        const found = resolveAllPlaces(
          paths.map((each, line) => ({ path: each, file: 0, line })),
          { gazetteer },
        );
        for (const place of found.placeByPath.values()) {
          expect(place.code).toMatch(/^(?:[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3})?$/);
          expect(place.region).toMatch(/^(?:[A-Z]{2}-[A-Z0-9]{1,3})?$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same for the same paths, in any order and with a gazetteer opened anew', () => {
    const paths = [
      'Asia > Thailand > Bangkok',
      'Asia > Thailand > Bangkok > Bangkok',
      'Europe > Spain > Catalonia > Barcelona > Barcelona',
      'Europe > Spain > Catalonia > Barcelona',
      'Europe > United Kingdom > England > Essex',
    ];
    const once = resolveAll(paths).placeByPath;
    const again = resolveAll([...paths].reverse(), { gazetteer: openGazetteer() }).placeByPath;
    expect(new Map([...again].sort())).toEqual(new Map([...once].sort()));
  });

  it('comes out as when nothing of the first round is used again', () => {
    const level = fc.constantFrom(
      'Catalonia',
      'Barcelona',
      'Bangkok',
      'Essex',
      'Madrid',
      'Lisbon',
      'Nowhere',
    );
    const country = fc.constantFrom('Europe > Spain', 'Asia > Thailand', 'Europe > Portugal', 'Europe');
    const placed = fc
      .tuple(country, fc.array(level, { maxLength: 3 }), fc.boolean())
      .map(([above, below, isRepeated]) => {
        const levels = isRepeated && below.length > 0 ? [...below, below.at(-1)!] : below;
        return [...above.split(' > '), ...levels];
      });
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 8 }), (paths) => {
        const tags = paths.map((each, line) => ({ path: each, file: 0, line }));
        const [found, anew] = [false, true].map((way) => resolveAllPlaces(tags, { gazetteer }, way));
        expect(found).toEqual(anew);
      }),
      { numRuns: 100 },
    );
  });

  it('takes a name for the area where the city of the name stands below it', () => {
    const { placeByPath } = resolveAll(['Europe > Spain > Catalonia > Barcelona > Barcelona']);
    const at = (...path: string[]) => placeByPath.get(pathKey(['Europe', 'Spain', 'Catalonia', ...path]));
    expect(at('Barcelona')).toMatchObject({ level: '', code: 'ES-B', geonames: 0 });
    expect(at('Barcelona', 'Barcelona')).toMatchObject({ level: 'city', geonames: 3128760 });
  });

  it('without a gazetteer finds countries, and nothing below them', () => {
    expect(told('Europe > Austria > Vienna', {})).toBe('- - -');
    expect(told('Europe > Austria', {})).toBe('country AUT -');
    expect(resolveAll(['Europe > Austria > Vienna'], {})).toMatchObject({
      resolved: 1,
      citiesUnresolved: [],
    });
  });
});

describe('the boundary files', { timeout: BUSY_MACHINE_MS }, () => {
  it.each<[string, Point, string]>([
    ['USA', [-117.161, 32.716], 'US-CA'],
    ['USA', [-110, 48.98], 'US-MT'],
    ['CAN', [-110, 49.02], 'CA-AB'],
    ['CAN', [-123.05, 49.01], 'CA-BC'],
    ['RUS', [-172, 66], 'RU-CHU'],
    ['RUS', [178, 66], 'RU-CHU'],
    ['FJI', [178.44, -18.14], 'FJ-C'],
    ['USA', [-158.1, 21.2], 'US-HI'],
    ['USA', [0, 0], ''],
    ['MCO', [7.42, 43.74], ''],
  ])('know that in %s %j lies in "%s"', (country, point, expected) => {
    expect(gazetteer.country(country)!.regionAt(point)).toBe(expected);
  });

  it('tell how far a region is', () => {
    const usa = gazetteer.country('USA')!;
    expect(usa.kmToRegion('US-NV', [-117.161, 32.716])).toBeGreaterThan(200);
    expect(usa.kmToRegion('US-CA', [-117.161, 32.716])).toBe(0);
    expect(usa.kmToRegion('US-XX', [-117.161, 32.716])).toBe(Infinity);
  });
});

describe('regions that no path names', { timeout: BUSY_MACHINE_MS }, () => {
  it('are named, those that have a path of their own are not', () => {
    const paths = [
      'Europe > France > Lyon',
      'Asia > China > Wuhan',
      'Europe > Germany > Munich',
      'Europe > Germany > Bavaria',
    ];
    expect([...resolveAll(paths).regionNames]).toEqual([
      ['CN-HB', 'Hubei'],
      ['FR-ARA', 'Auvergne-Rhône-Alpes'],
    ]);
  });
});
