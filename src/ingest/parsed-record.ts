/** A record as one file gives it, before duplicates are merged and ids are given. */
import type { FacetId, Hundredths } from '../model/dataset.ts';
import type { ParsedAuthor } from './parsed-author.ts';

/** A tag of a record. */
export interface ScoredTag {
  readonly path: readonly string[];
  readonly score: Hundredths;
}

/** A tag under a record, as a line says it. */
export interface ParsedTag extends ScoredTag {
  /** Line in the file, from 1. */
  readonly line: number;
}

/** The tags of one facet under a record, each path once, and how many more the source did not show. */
export interface ParsedTagList {
  readonly tags: readonly ParsedTag[];
  readonly hidden: number;
}

/** The same without lines. */
export interface ScoredTagList {
  readonly tags: readonly ScoredTag[];
  readonly hidden: number;
}

/** Lines of a file that a record was read from, both included, from 1. */
export interface Passage {
  readonly file: number;
  readonly first: number;
  readonly last: number;
}

/** One record. A facet without tags and without hidden ones is absent from `facets`. */
export interface ParsedRecord {
  readonly title: string;
  /** "" where the source gives none. */
  readonly abstract: string;
  /** Where the work itself is found; absent where the source does not say. */
  readonly url?: string;
  readonly authors: readonly ParsedAuthor[];
  readonly facets: Readonly<Partial<Record<FacetId, ParsedTagList>>>;
  readonly passage: Passage;
}

/** Between the levels in a key. */
const LEVEL_END = '\n';

/** A path as a map key; levels hold no line ends. */
export function pathKey(path: readonly string[]): string {
  return path.join(LEVEL_END);
}

/** The key of the path without its last level; "" for a root. */
export function keyAbove(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(LEVEL_END)));
}

/** The last level of a path, from its key. */
export function lastOfKey(key: string): string {
  return key.slice(key.lastIndexOf(LEVEL_END) + 1);
}

/** A tagged path and the place in the input where it stands. */
export interface TaggedPath {
  readonly path: readonly string[];
  readonly file: number;
  readonly line: number;
}
