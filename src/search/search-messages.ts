/** What is asked of a search over records, and what it answers. Every message carries the id of its request. */
import type { RecordHit } from './excerpt.ts';

/** Build the index if there is none yet; without an answer of its own. */
export interface PrepareRequest {
  readonly kind: 'prepare';
  readonly id: number;
}

/** The best records for a query. A newer request makes one that still waits void. */
export interface FindRequest {
  readonly kind: 'find';
  readonly id: number;
  readonly query: string;
  /** How many hits to show. */
  readonly limit: number;
}

/** All records that match: what a filter by text would keep. */
export interface MatchRequest {
  readonly kind: 'match';
  readonly id: number;
  readonly query: string;
}

/** The order of the records by their titles. */
export interface RankTitlesRequest {
  readonly kind: 'rank-titles';
  readonly id: number;
}

export type SearchRequest = PrepareRequest | FindRequest | MatchRequest | RankTitlesRequest;

/** The index is being built; at most ten times a second. */
export interface IndexingAnswer {
  readonly kind: 'indexing';
  /** How much is done, 0 to 1. */
  readonly share: number;
}

export interface FoundAnswer {
  readonly kind: 'found';
  readonly id: number;
  /** How many records match. */
  readonly found: number;
  /** The best of them, best first. */
  readonly hits: readonly RecordHit[];
}

export interface MatchAnswer {
  readonly kind: 'matched';
  readonly id: number;
  /** In dataset order. */
  readonly records: Uint32Array;
}

export interface RankTitlesAnswer {
  readonly kind: 'ranked';
  readonly id: number;
  /** Each record's position. */
  readonly ranks: Uint32Array;
}

export interface SearchFault {
  readonly kind: 'search-fault';
  /** In words, for a person. */
  readonly message: string;
}

export type SearchAnswer = IndexingAnswer | FoundAnswer | MatchAnswer | RankTitlesAnswer | SearchFault;
