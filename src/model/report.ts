/** What reading the files came to: the account that the script prints and the page shows. */
import type { FacetId } from './ids.ts';
import type { ProblemCode } from './problem.ts';

/** `linesIn = linesUsed + linesReported`, for each file and in all. */
export interface LineAccount {
  readonly linesIn: number;
  /** Lines that became part of a record, or the query line. */
  readonly linesUsed: number;
  /** Lines that became nothing but a Problem. */
  readonly linesReported: number;
}

/** The account of one file. */
export interface FileAccount extends LineAccount {
  readonly file: string;
}

/** Distinct concepts, tags and hidden tags of one facet, after duplicates were merged. */
export interface FacetAccount {
  readonly facet: FacetId;
  readonly concepts: number;
  readonly tags: number;
  readonly hiddenTags: number;
}

/** The whole account. */
export interface IngestReport extends LineAccount {
  readonly files: readonly FileAccount[];
  /** Records as read, duplicates included. */
  readonly recordsRead: number;
  readonly duplicatesMerged: number;
  /** Records in the dataset: `recordsRead - duplicatesMerged`. */
  readonly records: number;
  readonly facets: readonly FacetAccount[];
  /** Distinct authors in the dataset. */
  readonly authors: number;
  /** Distinct ISO 3166-1 countries among the places. */
  readonly countries: number;
  /** Distinct tagged place paths whose country is known, and those whose country is not. */
  readonly placesResolved: number;
  readonly placesUnresolved: readonly string[];
  /**
   * Distinct tagged paths below a country whose first-level region is known, and those whose region is not though the
   * country is drawn with regions. Informal areas ("Honshū") are neither. Without a gazetteer: 0 and none.
   */
  readonly regionsResolved: number;
  readonly regionsUnresolved: readonly string[];
  /** Distinct tagged paths that are cities with coordinates, and those below a country that nothing is known of. */
  readonly citiesResolved: number;
  readonly citiesUnresolved: readonly string[];
  /** How often each kind of problem was reported; kinds that did not occur are left out. */
  readonly problems: Partial<Record<ProblemCode, number>>;
}
