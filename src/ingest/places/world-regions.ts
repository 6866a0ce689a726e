/** Levels of the geography that are larger than a country, or no land at all. */
import { placeKey } from './place-key.ts';

const CONTINENTS = ['Africa', 'Antarctica', 'Asia', 'Europe', 'North America', 'South America', 'Oceania'];

/** Informal regions that may stand between a continent and its countries, or in its stead. */
const REGIONS = [
  ...CONTINENTS,
  'Americas',
  'Asia-Pacific',
  'Australasia',
  'Australia and New Zealand',
  'Balkans',
  'Baltic States',
  'Benelux',
  'British Isles',
  'Caribbean',
  'Caucasus',
  'Central Africa',
  'Central America',
  'Central and Eastern Europe',
  'Central and South America',
  'Central Asia',
  'Central Europe',
  'East Africa',
  'East Asia',
  'Eastern Africa',
  'Eastern Asia',
  'Eastern Europe',
  'Eurasia',
  'Far East',
  'Horn of Africa',
  'Iberian Peninsula',
  'Indochina',
  'Latin America',
  'Latin America and Caribbean',
  'Maghreb',
  'Melanesia',
  'Middle Africa',
  'Middle East',
  'Middle East and North Africa',
  'Near East',
  'Nordic Countries',
  'North Africa',
  'Northern Africa',
  'Northern America',
  'Northern Europe',
  'Polynesia',
  'Scandinavia',
  'Southeast Asia',
  'South-Eastern Asia',
  'South Asia',
  'Southeastern Europe',
  'Southern Africa',
  'Southern Asia',
  'Southern Europe',
  'Sub-Saharan Africa',
  'West Africa',
  'West Indies',
  'Western Africa',
  'Western Asia',
  'Western Europe',
];

const CONTINENT_KEYS = new Set(CONTINENTS.map(placeKey));
const REGION_KEYS = new Set(REGIONS.map(placeKey));

/** Whether the name is one of the seven continents. */
export function isContinent(name: string): boolean {
  return CONTINENT_KEYS.has(placeKey(name));
}

/** Whether the name is a continent or an informal region of several countries. */
export function isWorldRegion(name: string): boolean {
  return REGION_KEYS.has(placeKey(name));
}

/** Whether the name is that of an ocean or a sea. */
export function isOpenWater(name: string): boolean {
  return /(?:^| )(?:Ocean|Sea)$|^(?:Sea|Gulf) of /.test(name);
}
