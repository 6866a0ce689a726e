/**
 * The dataset as JSON: format "whereabouts-dataset", version 4, described for others by
 * public/dataset.schema.json. Columns as in {@link Dataset}; numbers of
 * which there are more with more records are packed, and texts stand as lines.
 */
import type { FacetKind, PlaceLevel } from '../dataset.ts';
import type { IngestReport } from '../report.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from '../scene.ts';
import type { PackedColumn } from './whole-columns.ts';

export const DATASET_FORMAT = 'whereabouts-dataset';
export const DATASET_VERSION = 4;
/** What version 3 has, lists of texts, version 4 allows too. */
export const OLDEST_VERSION = 3;

/** Whole numbers from 0: a list, or the same packed. */
export type NumbersFile = readonly number[] | PackedColumn;

/** Texts: a list, or the same as lines, each of which ends in a line feed. */
export type TextsFile = readonly string[] | { readonly lines: string };

/** Rows of varying length lie end to end: row i has count[i] entries. */
export interface DatasetFile {
  readonly format: typeof DATASET_FORMAT;
  readonly version: typeof DATASET_VERSION;
  readonly title: string;
  readonly source: {
    readonly name: string;
    readonly queries: readonly string[];
    readonly files: readonly string[];
  };
  readonly records: {
    readonly id: TextsFile;
    readonly title: TextsFile;
    readonly abstract: TextsFile;
    /** Optional. */
    readonly url?: TextsFile;
    readonly authors: { readonly count: NumbersFile; readonly author: NumbersFile };
    readonly passages: {
      readonly count: NumbersFile;
      readonly file: NumbersFile;
      readonly first: NumbersFile;
      readonly last: NumbersFile;
    };
  };
  readonly authors: {
    readonly family: readonly string[];
    readonly given: readonly (string | null)[];
    /** Other forms of names; optional. */
    readonly forms?: {
      readonly author: NumbersFile;
      readonly family: readonly string[];
      readonly given: readonly (string | null)[];
    };
  };
  readonly facets: readonly FacetFile[];
  readonly problems: readonly Problem[];
  readonly report: IngestReport;
  /** Optional; positions in whole hundredths. */
  readonly coauthorLayout?: {
    readonly maxPairAuthors: number;
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  /** "2026-11-22"; optional. */
  readonly date?: string;
  /** Left out where there are none. */
  readonly scenes?: readonly Scene[];
}

/** One facet of the file. Scores in hundredths, 0 to 100. */
export interface FacetFile {
  readonly id: string;
  readonly kind: FacetKind;
  readonly label: string;
  readonly scoreMeaning: string;
  readonly concepts: {
    readonly label: readonly string[];
    readonly parent: readonly number[];
    readonly code: readonly string[];
    readonly numeric: readonly string[];
    readonly level: readonly PlaceLevel[];
    readonly region: readonly string[];
    /** Degrees, null where the place is not known; so is `lat`. */
    readonly lon: readonly (number | null)[];
    readonly lat: readonly (number | null)[];
    readonly geonames: NumbersFile;
  };
  readonly regionNames: Readonly<Record<string, string>>;
  readonly tags: {
    readonly count: NumbersFile;
    readonly concept: NumbersFile;
    readonly score: NumbersFile;
  };
  readonly hidden: NumbersFile;
}
