/**
 * The dataset in memory: columns rather than objects, so that counting runs over typed arrays.
 * Words and formulas are those of docs/numbers.md.
 */
import type { AuthorId, ConceptId, FacetId, RecordIndex } from './ids.ts';
import type { PackedTexts } from './codec/packed-texts.ts';
import type { IngestReport } from './report.ts';
import type { Problem } from './problem.ts';
import type { Scene } from './scene.ts';
import type { IdColumn, WholeColumn } from './codec/whole-columns.ts';

export { AUTHOR_FACET } from './ids.ts';
export type { IdColumn, WholeColumn } from './codec/whole-columns.ts';
export type { AuthorId, ConceptId, FacetId, Hundredths, RecordIndex } from './ids.ts';

/**
 * `place`: concepts may carry ISO 3166 codes and are drawn on the map. `taxonomy`: a tree of topics. `time`: years under
 * their decades, at most one facet of a dataset.
 */
export type FacetKind = 'place' | 'taxonomy' | 'time';

/** What a concept of a place facet is; "" for anything else: a continent, an ocean, a district, a topic. */
export type PlaceLevel = '' | 'country' | 'region' | 'city';

/** All levels, the largest first. */
export const PLACE_LEVELS: readonly PlaceLevel[] = ['', 'country', 'region', 'city'];

/** The nodes of a facet's hierarchy. A parent always stands before its children. */
export interface ConceptColumns {
  /** The last level's name, as the source spells it. */
  readonly label: readonly string[];
  /** Parent's id, -1 for a root. */
  readonly parent: Int32Array;
  /**
   * ISO 3166-1 alpha-3 of a country ("XKX", user-assigned, for Kosovo), ISO 3166-2 of a subdivision ("US-CA"; also
   * below the first level, "GB-CAM"), else "".
   */
  readonly code: readonly string[];
  /** ISO 3166-1 numeric as three digits where a country has one, else "". */
  readonly numeric: readonly string[];
  /** A region that is one city ("Vienna") has the level "region" and the city's coordinates and id. */
  readonly level: readonly PlaceLevel[];
  /**
   * ISO 3166-2 of the first-level region that the concept is or lies in, as the files in public/geo/admin1 name it;
   * "" where it is not known, and for countries and what is larger.
   */
  readonly region: readonly string[];
  /**
   * Where a mark for the concept stands, degrees with at most three decimals, NaN where it is not known: a city's
   * point, a label point inside a region or country. Longitude, -180 to 180.
   */
  readonly lon: Float64Array;
  /** Latitude, -90 to 90; NaN exactly where `lon` is. */
  readonly lat: Float64Array;
  /** GeoNames id of a city, 0 where there is none. */
  readonly geonames: Uint32Array;
}

/**
 * One way to slice records by scored tags. The tags of record r are the entries
 * `tagOffset[r]` (included) to `tagOffset[r + 1]` (excluded) of `tagConcept` and `tagScore`;
 * a concept stands at most once in a record, in ascending order of id.
 */
export interface Facet {
  readonly id: FacetId;
  readonly kind: FacetKind;
  /** What the interface calls it: "Geography". */
  readonly label: string;
  /** What the source's score says, in words; it is never a calibrated probability. */
  readonly scoreMeaning: string;
  readonly concepts: ConceptColumns;
  /** Names of the first-level regions, by ISO 3166-2, that concepts lie in and that no concept itself is. */
  readonly regionNames: ReadonlyMap<string, string>;
  readonly tagOffset: Uint32Array;
  /** In two bytes where there are at most 65,536 concepts. */
  readonly tagConcept: IdColumn;
  /** Hundredths. */
  readonly tagScore: Uint8Array;
  /** For each record, how many further tags of this facet the source has and did not show; as narrow as they are. */
  readonly hidden: WholeColumn;
}

/** The columns that names consist of. */
type AuthorNameColumns = Pick<AuthorColumns, 'family' | 'given'>;

/** Names as the source writes them. `given` is null for a group ("OpenAI") or a single name. */
export interface AuthorColumns {
  readonly family: readonly string[];
  readonly given: readonly (string | null)[];
  /** The forms that authors have in the source besides their own names; absent where every author has one name. */
  readonly forms?: AuthorForms;
}

/** Names that were merged into an author, or that a part of was split off; by author, then by name in code units. */
export interface AuthorForms {
  readonly author: Uint32Array;
  readonly family: readonly string[];
  readonly given: readonly (string | null)[];
}

/** Bibliographic columns; `authorOffset` and `passageOffset` slice as {@link Facet.tagOffset} does. */
export interface RecordColumns {
  /** Stable for the same title and authors, so that a link survives a rebuilt dataset. */
  readonly id: PackedTexts;
  readonly title: PackedTexts;
  /** "" where the source gives none. */
  readonly abstract: PackedTexts;
  /** Where the work itself is found, see `isWorkUrl`; "" where nobody said. Absent where no record has one. */
  readonly url?: PackedTexts;
  readonly authorOffset: Uint32Array;
  /** Authors in the order of the byline. */
  readonly author: Uint32Array;
  /** Where each record was read: one passage, or several where duplicates were merged. */
  readonly passageOffset: Uint32Array;
  /** Index into {@link SourceInfo.files}. */
  readonly passageFile: WholeColumn;
  /** First and last line, both included, from 1. */
  readonly passageFirst: Uint32Array;
  readonly passageLast: Uint32Array;
}

/** What {@link SourceInfo.name} is where nobody said more: a table that somebody made. */
export const TABLE_SOURCE = 'a table';

/** Where the records came from. */
export interface SourceInfo {
  /** "AITopics". */
  readonly name: string;
  /** What was searched for, one a query line, as written. */
  readonly queries: readonly string[];
  /** File names without their folders, in reading order. */
  readonly files: readonly string[];
}

/** A whole dataset, decoded and validated. */
export interface Dataset {
  readonly title: string;
  /** The day on which the results were searched for, "2026-11-22"; absent where nobody said. */
  readonly date?: string;
  readonly source: SourceInfo;
  readonly recordCount: number;
  readonly records: RecordColumns;
  readonly authors: AuthorColumns;
  readonly facets: readonly Facet[];
  readonly problems: readonly Problem[];
  readonly report: IngestReport;
  /** Where the people of the co-author graph stand when no filter holds; absent where nobody arranged them. */
  readonly coauthorLayout?: CoauthorLayoutColumns;
  /** Scenes that come with the dataset: a short tour through it. */
  readonly scenes?: readonly Scene[];
}

/** Positions of the co-author graph's nodes: authors with a record by id, then hubs by record. */
export interface CoauthorLayoutColumns {
  /** A record with more authors is a hub. */
  readonly maxPairAuthors: number;
  /** Layout units, whole hundredths; the radius of an author with one record is 1. y grows downwards. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The facet with that id, or undefined. */
export function facetById(dataset: Dataset, id: FacetId): Facet | undefined {
  return dataset.facets.find((facet) => facet.id === id);
}

const scored = new WeakMap<Uint8Array, boolean>();

/** Whether the scores of a facet tell anything: not where all are 1, as those of years are. */
export function hasScores({ tagScore }: Pick<Facet, 'tagScore'>): boolean {
  const told = scored.get(tagScore) ?? tagScore.some((score) => score !== 100);
  scored.set(tagScore, told);
  return told;
}

/** The labels from the root down to the concept. */
export function conceptPath(concepts: ConceptColumns, concept: ConceptId): string[] {
  const path: string[] = [];
  for (let at = concept; at >= 0; at = concepts.parent[at]!) path.push(concepts.label[at]!);
  return path.reverse();
}

/** "Family, Given", or the name alone for a group: how tables and links write an author. */
export function authorKey(authors: AuthorNameColumns, author: AuthorId): string {
  const given = authors.given[author];
  return given ? `${authors.family[author]!}, ${given}` : authors.family[author]!;
}

/** "Given Family", or the name alone for a group: how the page writes an author. */
export function authorName(authors: AuthorColumns, author: AuthorId): string {
  const given = authors.given[author];
  return given ? `${given} ${authors.family[author]!}` : authors.family[author]!;
}

/** The other forms of an author's name as "Family, Given", in order of code units. */
export function authorForms({ forms }: AuthorColumns, author: AuthorId): string[] {
  if (forms === undefined) return [];
  const found: string[] = [];
  for (let i = firstAtLeast(forms.author, author); forms.author[i] === author; i++) {
    found.push(authorKey(forms, i));
  }
  return found;
}

/** The first position of a rising column whose value is at least that much. */
function firstAtLeast(column: Uint32Array, value: number): number {
  let [from, to] = [0, column.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (column[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The authors of a record in byline order. */
export function authorsOf(
  records: Pick<RecordColumns, 'authorOffset' | 'author'>,
  record: RecordIndex,
): Uint32Array {
  return records.author.subarray(records.authorOffset[record], records.authorOffset[record + 1]);
}
