/**
 * Levels between a country and its first-level regions that no standard names: islands, historical lands, parts of the
 * compass. They are passed over: what stands below them is looked up in the country.
 */
import { countryNamed } from './country-names.ts';
import { placeKey } from './place-key.ts';

const BY_COUNTRY: Readonly<Partial<Record<string, readonly string[]>>> = {
  BRA: ['North', 'Northeast', 'Central-West', 'Southeast', 'South'],
  CAN: ['Atlantic Canada', 'Maritimes', 'Prairies', 'Western Canada', 'Eastern Canada', 'Vancouver Island'],
  CHN: ['Manchuria', 'North China', 'East China', 'South China', 'Northeast China', 'Southwest China'],
  DEU: ['Franconia', 'Rhineland', 'Ruhr', 'Swabia', 'Westphalia', 'Ruhr Area'],
  GBR: ['Great Britain', 'East Anglia', 'East Midlands', 'West Midlands', 'Home Counties', 'Midlands'],
  GRC: ['Macedonia', 'Peloponnese', 'Thessaly', 'Thrace', 'Epirus'],
  IDN: ['Java', 'Sumatra', 'Kalimantan', 'Borneo', 'Sulawesi', 'Lesser Sunda Islands', 'Nusa Tenggara'],
  IND: ['North India', 'South India', 'East India', 'West India', 'Northeast India'],
  ITA: ['Central Italy', 'Northern Italy', 'Southern Italy'],
  JPN: [
    'Honshū',
    'Kyūshū',
    'Shikoku',
    'Kantō',
    'Kansai',
    'Kinki',
    'Chūbu',
    'Chūgoku',
    'Tōhoku',
    'Hokuriku',
    'Tōkai',
  ],
  MYS: ['Peninsular Malaysia', 'East Malaysia', 'Borneo'],
  NLD: ['Randstad'],
  NZL: ['North Island', 'South Island'],
  PHL: ['Luzon', 'Visayas', 'Mindanao'],
  RUS: ['Siberia', 'Caucasus', 'North Caucasus', 'Urals', 'Russian Far East', 'European Russia'],
  TUR: ['Anatolia', 'Marmara', 'East Thrace'],
  USA: [
    'Contiguous United States',
    'Deep South',
    'Great Lakes',
    'Great Plains',
    'Mid-Atlantic',
    'Midwest',
    'New England',
    'Northeast',
    'Pacific Northwest',
    'South',
    'Southwest',
    'West',
    'West Coast',
    'East Coast',
  ],
};

const PART_OF_COMPASS =
  /^(?:(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower|mid|middle) ?)+$/;

const DIRECTED = /^(?:(?:north|south|east|west|central|northern|southern|eastern|western) ?)+ /;

const KEYS_BY_COUNTRY = new Map(
  Object.entries(BY_COUNTRY).map(([code, names = []]) => [code, new Set(names.map(placeKey))] as const),
);

/**
 * Whether the name is one of an informal area of that country: listed ("Honshū", "Midwest"), or only a part of the
 * compass ("Eastern Norway"), which may be the name of something else too.
 */
export function isInformalArea(country: string, name: string): 'listed' | 'part' | undefined {
  const whole = placeKey(name);
  const key = whole.replace(/ (?:region|island|area)$/, '');
  const keys = KEYS_BY_COUNTRY.get(country);
  if (keys?.has(key) || keys?.has(whole)) return 'listed';
  if (PART_OF_COMPASS.test(key)) return 'part';
  const rest = key.replace(DIRECTED, '');
  if (rest === key) return undefined;
  return keys?.has(rest) || countryNamed(rest)?.code === country ? 'part' : undefined;
}
