/** Countries by name: ISO 3166-1 codes and English names from i18n-iso-countries (MIT), and what they miss. */
import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import { COUNTRY_ALIASES } from './country-aliases.ts';
import { placeKey } from './place-key.ts';

/** A country of ISO 3166-1, or Kosovo under its user-assigned code. */
export interface Country {
  /** Alpha-3: "AUT". */
  readonly code: string;
  /** Three digits: "040"; "" for Kosovo, which has none. */
  readonly numeric: string;
}

const KOSOVO: Country = { code: 'XKX', numeric: '' };

/** The country of that name, however it is spelled, or undefined. */
export function countryNamed(name: string): Country | undefined {
  return COUNTRY_BY_KEY.get(placeKey(name));
}

/** The country of that ISO 3166-1 alpha-3 code, XKX included, or undefined. */
export function countryByCode(code: string): Country | undefined {
  return COUNTRY_BY_CODE.get(code);
}

/**
 * The English name of the country of that ISO 3166-1 alpha-2 code, XK included, or undefined; the short one where it
 * stands within the long one ("Taiwan, Province of China") and is one country's alone ("Congo" is not).
 */
export function countryNameOf(alpha2: string): string | undefined {
  const [name, ...others] = NAMES_BY_ALPHA2.get(alpha2) ?? [];
  return others.find((other) => name!.includes(other) && NAME_COUNTS.get(other) === 1) ?? name;
}

/**
 * The same of a code, alpha-2 or alpha-3, or of an abbreviation in its place ("UK"), in capitals; undefined for anything
 * else.
 */
export function codedCountry(code: string): string | undefined {
  if (!/^[A-Z]{2,3}$/.test(code)) return undefined;
  const alpha3 = countryNamed(code)?.code ?? code;
  return countryNameOf(code) ?? countryNameOf(ALPHA2_BY_CODE.get(alpha3) ?? '');
}

const NAMES_BY_ALPHA2 = new Map<string, readonly string[]>(
  Object.entries(english.countries).map(([alpha2, names]) => [
    alpha2,
    typeof names === 'string' ? [names] : names,
  ]),
);

const NAME_COUNTS = new Map<string, number>();
for (const name of [...NAMES_BY_ALPHA2.values()].flat()) {
  NAME_COUNTS.set(name, (NAME_COUNTS.get(name) ?? 0) + 1);
}

const COUNTRY_BY_CODE: ReadonlyMap<string, Country> = new Map(
  codes.map(([alpha2 = '', code = '', numeric = '']) =>
    alpha2 === 'XK' ? [KOSOVO.code, KOSOVO] : [code, { code, numeric }],
  ),
);

const ALPHA2_BY_CODE: ReadonlyMap<string, string> = new Map(
  codes.map(([alpha2 = '', code = '']) => [alpha2 === 'XK' ? KOSOVO.code : code, alpha2]),
);

const COUNTRY_BY_KEY = countriesByKey();

function countriesByKey(): ReadonlyMap<string, Country> {
  const byAlpha2 = new Map<string, Country>();
  for (const [alpha2 = '', alpha3 = '', numeric = ''] of codes) {
    byAlpha2.set(alpha2, alpha2 === 'XK' ? KOSOVO : { code: alpha3, numeric });
  }
  const byKey = new Map<string, Country>();
  for (const [alpha2, names] of Object.entries(english.countries)) {
    const country = byAlpha2.get(alpha2);
    if (country === undefined) continue;
    for (const name of typeof names === 'string' ? [names] : names) byKey.set(placeKey(name), country);
  }
  for (const [alpha2, names] of Object.entries(COUNTRY_ALIASES)) {
    const country = byAlpha2.get(alpha2);
    for (const name of country === undefined ? [] : names) byKey.set(placeKey(name), country!);
  }
  return byKey;
}
