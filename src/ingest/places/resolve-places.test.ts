import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import { describe, expect, it } from 'vitest';
import { COUNTRY_ALIASES } from './country-aliases.ts';
import { countryNamed } from './country-names.ts';
import { placeKey } from './place-key.ts';
import { resolvePlace } from './resolve-places.ts';

const resolved = (path: string) => {
  const place = resolvePlace(path.split(' > '));
  return place.kind === 'country' ? `${place.country.code} ${place.level}` : place.kind;
};

describe('resolvePlace', () => {
  it.each([
    ['North America > United States > Georgia', 'USA 1'],
    ['North America > United States > Pennsylvania > Allegheny County > Pittsburgh', 'USA 1'],
    ['Europe > United Kingdom > England > Cambridgeshire > Cambridge', 'GBR 1'],
    ['Asia > Thailand > Bangkok > Bangkok', 'THA 1'],
    ['Europe > Austria > Vienna', 'AUT 1'],
    ['Asia > Georgia', 'GEO 1'],
    ['Europe > Turkey', 'TUR 1'],
    ['Asia > Middle East > Israel > Jerusalem', 'ISR 2'],
    ['Middle East > Jordan', 'JOR 1'],
    ['North America > Caribbean > Cuba', 'CUB 2'],
    ['North America > Central America > Costa Rica', 'CRI 2'],
    ['North America > United States > Puerto Rico', 'USA 1'],
    ['North America > Puerto Rico', 'PRI 1'],
    ['Asia > China > Hong Kong', 'CHN 1'],
    ['Asia > Hong Kong', 'HKG 1'],
    ['Oceania > Micronesia', 'FSM 1'],
    ['Atlantic Ocean > Bermuda', 'BMU 1'],
    ['France', 'FRA 0'],
    ['Antarctica > Antarctica', 'ATA 1'],
    ['Antarctica', 'ATA 0'],
    ['Antarctica > Bouvet Island', 'BVT 1'],
    ['Europe', 'larger'],
    ['Pacific Ocean', 'larger'],
    ['Atlantic Ocean > Mediterranean Sea > Aegean Sea', 'larger'],
    ['Asia > Middle East', 'unresolved'],
    ['Pacific Ocean > North Pacific Ocean > San Francisco Bay', 'unresolved'],
    ['Europe > Atlantis > France', 'unresolved'],
    ['Europe > Yugoslavia', 'unresolved'],
    ['Asia > Korea', 'unresolved'],
  ])('resolves %s to %s', (path, expected) => expect(resolved(path)).toBe(expected));
});

describe('countryNamed', () => {
  it.each([
    ['MMR', ['Burma', 'Myanmar']],
    ['NLD', ['Holland', 'The Netherlands', 'Netherlands']],
    ['SWZ', ['Swaziland', 'Eswatini']],
    ['MKD', ['Macedonia', 'North Macedonia', 'FYROM']],
    ['TLS', ['East Timor', 'Timor-Leste']],
    ['SYR', ['Syria', 'Syrian Arab Republic']],
    ['IRN', ['Iran', 'Iran, Islamic Republic of']],
    ['VNM', ['Vietnam', 'Viet Nam']],
    ['LAO', ['Laos', "Lao People's Democratic Republic"]],
    ['RUS', ['Russia', 'Russian Federation']],
    ['KOR', ['South Korea', 'Republic of Korea', 'Korea, Republic of']],
    ['PRK', ['North Korea', "Democratic People's Republic of Korea"]],
    ['COD', ['Democratic Republic of the Congo', 'DR Congo', 'Congo (Kinshasa)', 'Zaire']],
    ['COG', ['Congo', 'Republic of the Congo', 'Congo-Brazzaville']],
    ['CIV', ["Côte d'Ivoire", 'Cote d’Ivoire', 'Ivory Coast']],
    ['CPV', ['Cape Verde', 'Cabo Verde']],
    ['TUR', ['Türkiye', 'Turkey', 'Turkiye']],
    ['CZE', ['Czechia', 'Czech Republic']],
    ['GBR', ['UK', 'U.K.', 'United Kingdom', 'Great Britain']],
    ['USA', ['USA', 'U.S.A.', 'US', 'United States of America', 'The United States']],
    ['VAT', ['Vatican City', 'Holy See']],
    ['PSE', ['Palestine', 'Palestinian Territories']],
    ['TWN', ['Taiwan', 'Taiwan, Province of China']],
    ['MAC', ['Macau', 'Macao']],
    ['FSM', ['Micronesia', 'Federated States of Micronesia']],
    ['BOL', ['Bolivia']],
    ['VEN', ['Venezuela']],
    ['TZA', ['Tanzania', 'United Republic of Tanzania']],
    ['MDA', ['Moldova']],
    ['BRN', ['Brunei', 'Brunei Darussalam']],
    ['LCA', ['Saint Lucia', 'St. Lucia', 'St Lucia']],
    ['KNA', ['St. Kitts & Nevis', 'Saint Kitts and Nevis']],
    ['VCT', ['St. Vincent and the Grenadines']],
    ['BHS', ['The Bahamas', 'Bahamas, The', 'Bahamas']],
    ['GMB', ['Gambia, The', 'The Gambia']],
    ['BIH', ['Bosnia & Herzegovina', 'Bosnia']],
    ['STP', ['São Tomé and Príncipe']],
    ['REU', ['Réunion']],
    ['CUW', ['Curacao']],
    ['ALA', ['Åland Islands']],
    ['TTO', ['trinidad   &  TOBAGO']],
  ])('finds %s under %j', (code, names) => {
    expect(names.map((name) => countryNamed(name)?.code)).toEqual(names.map(() => code));
  });

  it('knows Kosovo by its user-assigned code, which has no number', () => {
    expect(countryNamed('Kosovo')).toEqual({ code: 'XKX', numeric: '' });
  });

  it('gives numbers of three digits', () => {
    expect(countryNamed('Austria')).toEqual({ code: 'AUT', numeric: '040' });
  });

  it.each(['', 'England', 'Scotland', 'Europe', 'Soviet Union', 'Georgian', 'null'])(
    'finds none for "%s"',
    (name) => {
      expect(countryNamed(name)).toBeUndefined();
    },
  );

  it('finds every country of the list under its own name', () => {
    const found = Object.values(english.countries).map((names) =>
      countryNamed(typeof names === 'string' ? names : names[0]!),
    );
    expect(new Set(found.map((country) => country?.code)).size).toBe(codes.length);
  });

  it('gives no name to two countries', () => {
    const owners = new Map<string, string>();
    for (const [alpha2, names] of Object.entries(COUNTRY_ALIASES)) {
      for (const name of names) {
        expect(owners.get(placeKey(name)) ?? alpha2).toBe(alpha2);
        owners.set(placeKey(name), alpha2);
      }
    }
    for (const [alpha2, names] of Object.entries(english.countries)) {
      for (const name of typeof names === 'string' ? [names] : names) {
        // the list gives "Congo" to both; the alias decides
        if (name !== 'Congo') expect(owners.get(placeKey(name)) ?? alpha2).toBe(alpha2);
      }
    }
  });
});
