/**
 * The boundary policy, as data: which unit of the source is drawn in which country, and which lines are dashed.
 * This is the place to swap it. Everything else in this folder only carries it out.
 *
 * The view taken is that of ISO 3166: a territory is drawn with the ISO 3166-1 entity whose ISO 3166-2 list has it.
 * It describes how codes are assigned and takes no position on the legal status of any territory.
 */

/** Kosovo has no ISO 3166-1 code; XKX is user-assigned (also used by the CLDR and the European Commission). */
export const USER_ASSIGNED = { alpha2: 'XK', alpha3: 'XKX' } as const;

/** Source codes that are not ISO 3166-1 alpha-3, and the entity each is drawn in. `null`: in none, so not drawn. */
export const OWNER_BY_SOURCE_CODE: Readonly<Record<string, string | null>> = {
  ALD: 'ALA',
  KOS: USER_ASSIGNED.alpha3,
  NSV: 'SJM',
  PSX: 'PSE',
  SAH: 'ESH',
  SDS: 'SSD',
  // Coded inside another entity by ISO 3166-2, or uncoded specks of one.
  ATC: 'AUS',
  CSI: 'AUS',
  CLP: 'FRA',
  KAB: 'KAZ',
  USG: 'CUB',
  // De facto states that ISO 3166 lists as part of another.
  CYN: 'CYP',
  SOL: 'SOM',
  // Not coded by ISO 3166: drawn with what surrounds them, so that the map has no holes.
  ESB: 'CYP',
  WSB: 'CYP',
  KAS: 'IND',
  // Islands that several states claim and ISO 3166-2 gives to none.
  PFA: null,
  PGA: null,
};

/** Units whose country differs from the one the source files them under, by ISO 3166-2 code in the source. */
export const OWNER_BY_REGION_CODE: Readonly<Record<string, string>> = {
  'UA-40': 'UKR',
  'UA-43': 'UKR',
  'NL-BQ1': 'BES',
  'NL-BQ2': 'BES',
  'NL-BQ3': 'BES',
};

/** An area to be cut out of units and drawn in another country. */
export interface Mask {
  /** Codes, in the source, of the units that the mask cuts. */
  readonly units: readonly string[];
  /** The country that the part inside the mask is drawn in. */
  readonly country: string;
  /** Part name for disputed lines; empty when the whole country is meant. */
  readonly part: string;
  /** ISO 3166-2 code that the part is filed under; empty for none. */
  readonly regionCode: string;
  /** Closed ring, `[lon, lat]` in degrees. */
  readonly ring: readonly (readonly [number, number])[];
}

/** Cuts through units of the source. */
export const MASKS: readonly Mask[] = [
  {
    // Western Sahara whole: everything south of 27 degrees 40 minutes north (27.667).
    units: ['MA-14', 'MA-15', 'MA-16'],
    country: 'ESH',
    part: '',
    regionCode: '',
    ring: [
      [-18, 20],
      [-8.6668, 20],
      [-8.6668, 27.6672],
      [-18, 27.6672],
      [-18, 20],
    ],
  },
  {
    // Jan Mayen, which the source files under the county of Nordland.
    units: ['NO-18'],
    country: 'SJM',
    part: '',
    regionCode: '',
    ring: [
      [-10, 70],
      [-7, 70],
      [-7, 72],
      [-10, 72],
      [-10, 70],
    ],
  },
  {
    // The Golan: ISO 3166-2 has it in Quneitra (SY-QU). The western edge is approximate, to about 2 km.
    units: ['IL-Z'],
    country: 'SYR',
    part: 'golan',
    regionCode: 'SY-QU',
    ring: [
      [35.67, 33.4],
      [35.67, 33.27],
      [35.66, 33.245],
      [35.645, 33.2],
      [35.635, 33.1],
      [35.63, 33.01],
      [35.635, 32.96],
      [35.62, 32.885],
      [35.645, 32.88],
      [35.66, 32.83],
      [35.66, 32.72],
      [35.65, 32.6],
      [36.3, 32.6],
      [36.3, 33.4],
      [35.67, 33.4],
    ],
  },
];

/** Units that form a named part of their country, so that the line around the part can be dashed. */
export const PARTS: readonly {
  readonly country: string;
  readonly part: string;
  /** Codes in the source: ISO 3166-2, or the source's country code for a unit that has none. */
  readonly units: readonly string[];
}[] = [
  { country: 'UKR', part: 'crimea', units: ['UA-40', 'UA-43'] },
  { country: 'CYP', part: 'north', units: ['CYN'] },
  { country: 'SOM', part: 'somaliland', units: ['SOL'] },
  { country: 'GEO', part: 'abkhazia', units: ['GE-AB'] },
  { country: 'IND', part: 'kashmir', units: ['IN-JK', 'IN-LA'] },
  { country: 'IND', part: 'siachen', units: ['KAS'] },
];

/** A line to be dashed: where the two sides touch. */
export interface DisputedPair {
  /** A country ("MAR": all its parts), or one part of it ("UKR/crimea"); "UKR/" is the rest of that country. */
  readonly sides: readonly [string, string];
  /** The parties as shown: alpha-3 codes (or XKX). */
  readonly a: string;
  readonly b: string;
  /** Short and neutral. */
  readonly note: string;
}

/** Lines to be dashed. Not a list of all disputes: those whose line the source can show at this scale. */
export const DISPUTED: readonly DisputedPair[] = [
  { sides: ['CYP/north', 'CYP/'], a: 'CYP', b: 'CYP', note: 'Cyprus: line between north and south' },
  { sides: ['ESH', 'MAR'], a: 'ESH', b: 'MAR', note: 'Western Sahara: status not settled' },
  { sides: ['GEO/abkhazia', 'GEO/'], a: 'GEO', b: 'GEO', note: 'Abkhazia: status disputed' },
  { sides: ['IND', 'CHN'], a: 'IND', b: 'CHN', note: 'Line not agreed' },
  { sides: ['IND/kashmir', 'PAK'], a: 'IND', b: 'PAK', note: 'Jammu and Kashmir: line of control' },
  { sides: ['IND/siachen', 'IND/kashmir'], a: 'IND', b: 'PAK', note: 'Siachen Glacier: line not agreed' },
  { sides: ['IND/siachen', 'PAK'], a: 'IND', b: 'PAK', note: 'Siachen Glacier: line not agreed' },
  { sides: ['ISR', 'PSE'], a: 'ISR', b: 'PSE', note: 'Armistice line of 1949' },
  { sides: ['ISR', 'SYR/golan'], a: 'ISR', b: 'SYR', note: 'Golan: status disputed' },
  { sides: ['PRK', 'KOR'], a: 'PRK', b: 'KOR', note: 'Military demarcation line of 1953' },
  { sides: ['SDN', 'SSD'], a: 'SDN', b: 'SSD', note: 'Line not finally agreed' },
  { sides: ['SOM/somaliland', 'SOM/'], a: 'SOM', b: 'SOM', note: 'Somaliland: status disputed' },
  { sides: ['SYR/golan', 'SYR/'], a: 'ISR', b: 'SYR', note: 'Golan: ceasefire line of 1974' },
  { sides: ['UKR/crimea', 'UKR/'], a: 'UKR', b: 'RUS', note: 'Crimea: status disputed' },
  { sides: ['XKX', 'SRB'], a: 'XKX', b: 'SRB', note: 'Kosovo: status disputed' },
];
