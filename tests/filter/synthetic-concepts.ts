/** Made-up hierarchies: real countries with made-up regions and cities, and trees of topics. */
import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import type { ConceptColumns, PlaceLevel } from '../../src/model/dataset.ts';
import { oneOf, zipf, type Draw } from './seeded-random.ts';

/** ISO 3166-1 alpha-2 in AITopics' manner, the countries with most research first; CY and TR stand in two places. */
const COUNTRIES: readonly (readonly [path: readonly string[], codes: string])[] = [
  [['North America'], 'US CA MX CU CR PA GT HN NI SV BZ JM HT DO TT BS BB LC GD VC AG DM KN PR GL BM'],
  [
    ['Asia'],
    'CN JP IN KR SG TW HK TH VN MY ID PH PK BD LK NP KZ UZ MN KG TJ TM MM KH LA BN BT MV MO TL AF KP',
  ],
  [
    ['Europe'],
    'GB DE FR IT ES NL CH SE AT BE DK FI NO PL PT GR IE CZ HU RO RU UA BG HR RS SI SK EE LV LT LU IS MT CY TR AL MK BA ME MD BY LI MC AD SM VA FO GI JE GG IM',
  ],
  [['Asia', 'Middle East'], 'IL SA AE IR TR QA JO LB IQ KW OM BH CY SY YE PS GE AM AZ'],
  [['Oceania'], 'AU NZ FJ PG NC PF WS TO VU SB KI FM GU NR TV MH PW'],
  [['South America'], 'BR AR CL CO PE EC VE UY BO PY GY SR GF'],
  [
    ['Africa'],
    'ZA EG NG KE MA TN DZ GH ET UG TZ SN CM RW ZW BW NA MZ ZM MW MG MU SD LY CI BF ML NE BJ TG GA CG CD AO LR SL GM GN MR CV TD SO DJ ER SZ LS SC',
  ],
];

const CONSONANTS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'br', 'gr', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'au', 'ia'];
const REGION_WORDS = ['Province', 'Region', 'State', 'County', 'District'];
const CITY_ENDINGS = ['', '', '', 'ville', 'burg', 'ton', 'grad', 'pur', ' City'];

const FIELDS = ['Vision', 'Language', 'Speech', 'Planning', 'Learning', 'Robotics', 'Reasoning', 'Search'];
const APPROACHES = ['Deep', 'Bayesian', 'Symbolic', 'Statistical', 'Graph-Based', 'Neural', 'Evolutionary'];
const SUBJECTS = ['Methods', 'Models', 'Systems', 'Theory', 'Agents', 'Networks', 'Representations'];

/** A hierarchy under construction, and the rank of its nodes for drawing: most frequent first. */
export class ConceptBuilder {
  readonly label: string[] = [];
  readonly parent: number[] = [];
  readonly code: string[] = [];
  readonly numeric: string[] = [];

  readonly level: PlaceLevel[] = [];
  readonly region: string[] = [];

  add(label: string, parent: number, code = '', numeric = '', level: PlaceLevel = '', region = ''): number {
    this.parent.push(parent);
    this.code.push(code);
    this.numeric.push(numeric);
    this.level.push(level);
    this.region.push(region);
    return this.label.push(label) - 1;
  }

  columns(): ConceptColumns {
    return {
      label: this.label,
      parent: Int32Array.from(this.parent),
      code: this.code,
      numeric: this.numeric,
      level: this.level,
      region: this.region,
      ...spreadPoints(this.level),
      geonames: Uint32Array.from(this.level, (level, concept) => (level === 'city' ? concept : 0)),
    };
  }
}

/** Made-up positions of the cities, spread evenly. */
function spreadPoints(level: readonly PlaceLevel[]): Pick<ConceptColumns, 'lon' | 'lat'> {
  const at = (concept: number, step: number, range: number) =>
    level[concept] === 'city' ? Math.round((((concept * step) % 1) * 2 - 1) * range * 1000) / 1000 : NaN;
  return {
    lon: Float64Array.from(level, (_, concept) => at(concept, 0.618034, 180)),
    lat: Float64Array.from(level, (_, concept) => at(concept, 0.754878, 60)),
  };
}

/** Concepts of the geography, and its levels in the order of their frequency. */
export interface SyntheticPlaces {
  readonly concepts: ConceptColumns;
  readonly countries: readonly number[];
  readonly regions: readonly number[];
  readonly cities: readonly number[];
}

/** Some 200 countries, and regions and cities that fall to them by Zipf's law. */
export function syntheticPlaces(random: Draw, regionCount: number, cityCount: number): SyntheticPlaces {
  const builder = new ConceptBuilder();
  const countries = addCountries(builder);
  const names = new Set<string>();
  const below = (
    parents: readonly number[],
    count: number,
    suffix: () => string,
    add: (name: string, parent: number, i: number) => number,
  ) => {
    const draw = zipf(random, parents.length, 0.9);
    return Array.from({ length: count }, (_, i) =>
      add(newName(random, names) + suffix(), parents[draw()]!, i),
    );
  };
  const regionWord = () => ` ${oneOf(random, REGION_WORDS)}`;
  const regions = below(countries, regionCount, regionWord, (name, parent, i) => {
    const code = `${builder.code[parent]!.slice(0, 2)}-${i.toString(36).toUpperCase()}`;
    return builder.add(name, parent, code, '', 'region', code);
  });
  const cityEnding = () => oneOf(random, CITY_ENDINGS);
  const cities = below(regions, cityCount, cityEnding, (name, parent) =>
    builder.add(name, parent, '', '', 'city', builder.region[parent]),
  );
  return { concepts: builder.columns(), countries, regions, cities };
}

/** A tree of topics: one root, then breadth first, children by chance; the first nodes have most of them. */
export function syntheticTopics(random: Draw, root: string, nodeCount: number): ConceptColumns {
  const builder = new ConceptBuilder();
  builder.add(root, -1);
  const labels = new Set<string>([root]);
  while (builder.label.length < nodeCount) {
    // the higher power makes early, upper nodes likelier parents: about six levels at 400 nodes
    const parent = Math.floor(builder.label.length * random() ** 1.6);
    builder.add(newTopic(random, labels), parent);
  }
  return builder.columns();
}

function addCountries(builder: ConceptBuilder): number[] {
  const byAlpha2 = new Map(codes.map(([alpha2, alpha3, numeric]) => [alpha2, { alpha3, numeric }]));
  const names: Readonly<Partial<Record<string, string | string[]>>> = english.countries;
  const rows: number[][] = [];
  const roots = new Map<string, number>();
  for (const [path, list] of COUNTRIES) {
    let above = -1;
    for (const label of path) {
      const known = roots.get(label) ?? builder.add(label, above);
      roots.set(label, known);
      above = known;
    }
    rows.push(
      list.split(' ').map((alpha2) => {
        const { alpha3 = '', numeric = '' } = byAlpha2.get(alpha2) ?? {};
        return builder.add([names[alpha2] ?? alpha2].flat()[0]!, above, alpha3, numeric, 'country');
      }),
    );
  }
  return interleaved(rows);
}

/** The first of each row, then the second of each, and so on. */
function interleaved(rows: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, i) => rows.flatMap((row) => row.slice(i, i + 1))).flat();
}

function newName(random: Draw, taken: Set<string>): string {
  for (;;) {
    const syllables = Array.from({ length: random() < 0.5 ? 2 : 3 }, () => {
      return oneOf(random, CONSONANTS) + oneOf(random, VOWELS);
    });
    const word = syllables.join('') + (random() < 0.5 ? oneOf(random, ['n', 'r', 's', 'l']) : '');
    const name = word[0]!.toUpperCase() + word.slice(1);
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

function newTopic(random: Draw, taken: Set<string>): string {
  for (let number = 0; ; number++) {
    const words = `${oneOf(random, APPROACHES)} ${oneOf(random, FIELDS)} ${oneOf(random, SUBJECTS)}`;
    const label = number < 20 ? words : `${words} ${number}`;
    if (!taken.has(label)) {
      taken.add(label);
      return label;
    }
  }
}
