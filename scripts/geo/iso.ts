import countries from 'i18n-iso-countries';
import { USER_ASSIGNED } from './policy.ts';

/** One entity of the world layer. */
export interface Entity {
  /** ISO 3166-1 alpha-2, or XK. */
  readonly alpha2: string;
  /** ISO 3166-1 alpha-3, or XKX. */
  readonly alpha3: string;
  /** ISO 3166-1 numeric, three digits; empty for Kosovo, which has none. */
  readonly numeric: string;
  /** Short common English name. */
  readonly name: string;
}

/** Short names where the list's own is a formal one, by alpha-2. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  BL: 'Saint Barthélemy',
  BN: 'Brunei',
  BQ: 'Caribbean Netherlands',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  CI: 'Côte d’Ivoire',
  CN: 'China',
  CZ: 'Czechia',
  FK: 'Falkland Islands',
  FM: 'Micronesia',
  GM: 'Gambia',
  IR: 'Iran',
  LA: 'Laos',
  MD: 'Moldova',
  MF: 'Saint Martin',
  MK: 'North Macedonia',
  MO: 'Macao',
  PN: 'Pitcairn Islands',
  PS: 'Palestine',
  RE: 'Réunion',
  RU: 'Russia',
  ST: 'São Tomé and Príncipe',
  SX: 'Sint Maarten',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  UM: 'U.S. Outlying Islands',
  US: 'United States',
  VA: 'Vatican City',
  VG: 'British Virgin Islands',
  VI: 'U.S. Virgin Islands',
};

function buildEntities(): Entity[] {
  const names = countries.getNames('en', { select: 'official' });
  return Object.keys(names)
    .map((alpha2) => {
      const isUserAssigned = alpha2 === USER_ASSIGNED.alpha2;
      const alpha3 = isUserAssigned ? USER_ASSIGNED.alpha3 : (countries.alpha2ToAlpha3(alpha2) ?? '');
      const numeric = isUserAssigned ? '' : (countries.alpha2ToNumeric(alpha2) ?? '');
      return { alpha2, alpha3, numeric, name: SHORT_NAMES[alpha2] ?? names[alpha2] ?? alpha2 };
    })
    .sort((left, right) => (left.alpha3 < right.alpha3 ? -1 : 1));
}

/** The 249 entities of ISO 3166-1 and Kosovo, by alpha-3. */
export const ENTITIES: readonly Entity[] = buildEntities();

/** The same, by alpha-3. */
export const ENTITY_BY_ALPHA3: ReadonlyMap<string, Entity> = new Map(
  ENTITIES.map((entity) => [entity.alpha3, entity]),
);
