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
  /** What the list of authors changed; absent where there was none, or nothing in it held. */
  readonly identities?: IdentityAccount;
  /** Names that may be one person's; absent where none was looked for. */
  readonly likelyDuplicates?: LikelyDuplicates;
}

/** What a list of authors (data/authors.csv) changed. */
export interface IdentityAccount {
  /** Name of the list, without its folder. */
  readonly file: string;
  /** Forms of the authors that have several, and these authors. */
  readonly mergedForms: number;
  readonly mergedAuthors: number;
  /** Forms that stand for several authors, and these authors. */
  readonly splitForms: number;
  readonly splitAuthors: number;
  /** Authors under a name that no record writes. */
  readonly renamedAuthors: number;
}

/** How much speaks for two names being one person's. */
export type DuplicateStrength = 'strong' | 'likely' | 'weak';

/** Names that may be one person's. Nothing is merged because of it. */
export interface LikelyDuplicate {
  readonly strength: DuplicateStrength;
  /** One name or, where a name was cut in two, its two parts; as "Family, Given". */
  readonly names: readonly string[];
  /** Whom they may be the same as, as "Family, Given". */
  readonly sameAs: string;
  /** Id of the one record that is meant, or "" for all. */
  readonly record: string;
  /** What speaks for it, in words. */
  readonly reason: string;
}

/** The suggestions, those that most speaks for first. */
export interface LikelyDuplicates {
  /** How many there are; the list may be shorter. */
  readonly count: number;
  readonly shown: readonly LikelyDuplicate[];
}

/** In the order of the list. */
export const DUPLICATE_STRENGTHS: readonly DuplicateStrength[] = ['strong', 'likely', 'weak'];

/** "12 name forms merged into 5 authors by authors.csv". */
export function identitiesInWords(account: IdentityAccount): string {
  const { mergedForms, mergedAuthors, splitForms, splitAuthors, renamedAuthors } = account;
  const parts = [
    ...(mergedForms === 0
      ? []
      : [`${mergedForms} name forms merged into ${counted(mergedAuthors, 'author')}`]),
    ...(splitForms === 0 ? [] : [`${counted(splitForms, 'name form')} split among ${splitAuthors} authors`]),
    ...(renamedAuthors === 0
      ? []
      : [`${counted(renamedAuthors, 'author')} under a name that no record writes`]),
  ];
  return `${parts.join(', ')} by ${account.file}`;
}

const counted = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;
