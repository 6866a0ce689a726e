import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../../tests/filter/make-dataset.ts';
import { decodeDataset } from './decode-dataset.ts';
import { encodeDataset } from './encode-dataset.ts';

const dataset = makeDataset({
  authors: [],
  facets: [
    {
      id: 'geography',
      kind: 'place',
      concepts: [
        { label: 'Europe', parent: -1 },
        { label: 'Austria', parent: 0, code: 'AUT', lon: 14.1, lat: 47.6 },
        {
          label: 'Vienna',
          parent: 1,
          code: 'AT-9',
          region: 'AT-9',
          lon: 16.37208,
          lat: -0.0001,
          geonames: 2761369,
        },
      ],
    },
  ],
  records: [],
});

const spoiled = (change: object) => {
  const file = encodeDataset(dataset);
  const [facet] = file.facets;
  return { ...file, facets: [{ ...facet, concepts: { ...facet!.concepts, ...change } }] };
};

describe('the place columns', () => {
  it('are written with three decimals and null for what is not known, and read back', () => {
    const { concepts } = encodeDataset(dataset).facets[0]!;
    expect(concepts.level).toEqual(['', 'country', 'region']);
    expect(concepts.lon).toEqual([null, 14.1, 16.372]);
    expect(JSON.stringify(concepts.lat)).toBe('[null,47.6,0]');
    const decoded = decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset)))).facets[0]!.concepts;
    expect([...decoded.lon]).toEqual([NaN, 14.1, 16.372]);
    expect([...decoded.geonames]).toEqual([0, 0, 2761369]);
    expect(decoded.region).toEqual(['', '', 'AT-9']);
  });

  it.each<[string, object]>([
    ['level[1]', { level: ['', 'state', ''] }],
    ['code[1]', { code: ['', 'AT', 'AT-9'] }],
    ['code[1]', { code: ['', '', 'AT-9'] }],
    ['code[2]', { code: ['', 'AUT', 'WIE'] }],
    ['region[2]', { region: ['', '', 'Vienna'] }],
    ['lon[0]', { lon: [181, 0, 0] }],
    ['lon[0]', { lon: ['16', 0, 0] }],
    ['lat[2]', { lat: [null, 47.6, null] }],
    ['geonames[0]', { geonames: [-1, 0, 0] }],
    ['geonames', { geonames: [0, 0] }],
    ['lon', { lon: undefined }],
    ['parent[0]', { parent: [0, 0, 1] }],
  ])('are refused for a fault in %s', (path, change) => {
    expect(() => decodeDataset(spoiled(change))).toThrow(`facets[0].concepts.${path} `);
  });
});

describe('the names of regions', () => {
  const named = (regionNames: unknown) => {
    const file = encodeDataset(dataset);
    return decodeDataset({ ...file, facets: [{ ...file.facets[0], regionNames }] }).facets[0]!.regionNames;
  };

  it('are read by code, and written back', () => {
    expect(named({ 'FR-ARA': 'Auvergne-Rhône-Alpes' })).toEqual(
      new Map([['FR-ARA', 'Auvergne-Rhône-Alpes']]),
    );
  });

  it.each<[string, unknown]>([
    ['facets[0].regionNames is missing', undefined],
    ['facets[0].regionNames has the key "Lyon"', { Lyon: 'Lyon' }],
    ['facets[0].regionNames has the key "__proto__"', JSON.parse('{"__proto__": "x"}')],
    ['facets[0].regionNames.FR-ARA is not a text', { 'FR-ARA': 7 }],
  ])('are refused: %s', (fault, regionNames) => {
    expect(() => named(regionNames)).toThrow(fault);
  });
});
