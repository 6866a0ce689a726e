/**
 * What the person asked for, as a value: clauses, thresholds and the switch for complete lists.
 * Only these change counts; hover, focus and the counting rule do not stand here.
 */
import type { FacetId, Hundredths } from '../../model/dataset.ts';
import { asTextClause, TEXT_COUNT_LIMIT } from './text-clause.ts';

/** How several included values of one facet combine. */
export type ClauseMode = 'any' | 'all';

/** Whether a record has a tag of a facet that counts, whichever it is; or has none. */
export type Presence = 'any' | 'none';

/**
 * One facet's part of the filter. A record passes when it shows any (or all) of the included nodes
 * and none of the excluded ones; an empty clause lets everything pass. A node stands for its whole subtree.
 */
export interface Clause {
  readonly included: ReadonlySet<number>;
  readonly excluded: ReadonlySet<number>;
  readonly mode: ClauseMode;
  /** Beside these, whether the record must have a counted tag of the facet at all, or none; left out where either passes. */
  readonly tagged?: Presence;
}

/** The whole filter. Facets that are not mentioned have an empty clause and threshold 0. */
export interface FilterState {
  readonly clauses: ReadonlyMap<FacetId, Clause>;
  /** Lowest score that counts, inclusive, in hundredths. */
  readonly minScore: ReadonlyMap<FacetId, Hundredths>;
  /** Keep only records of which no facet's tag list was cut by the source. */
  readonly completeOnly: boolean;
  /** Words that every record must have, each text once, in the order in which they were asked for. */
  readonly texts: readonly string[];
}

export const EMPTY_CLAUSE: Clause = { included: new Set(), excluded: new Set(), mode: 'any' };

export const EMPTY_FILTER: FilterState = {
  clauses: new Map(),
  minScore: new Map(),
  completeOnly: false,
  texts: [],
};

/** How a node stands in its facet's clause. */
export type Membership = 'included' | 'excluded' | 'neither';

export function clauseOf(filter: FilterState, facet: FacetId): Clause {
  return filter.clauses.get(facet) ?? EMPTY_CLAUSE;
}

export function minScoreOf(filter: FilterState, facet: FacetId): Hundredths {
  return filter.minScore.get(facet) ?? 0;
}

export function isEmptyClause(clause: Clause): boolean {
  return clause.included.size === 0 && clause.excluded.size === 0 && clause.tagged === undefined;
}

export function membershipOf(filter: FilterState, facet: FacetId, node: number): Membership {
  const clause = clauseOf(filter, facet);
  if (clause.excluded.has(node)) return 'excluded';
  return clause.included.has(node) ? 'included' : 'neither';
}

/**
 * Puts a node into the clause as included or excluded, or takes it out. It never stands in both; who includes one no
 * longer asks for records without any.
 */
export function withMembership(
  filter: FilterState,
  facet: FacetId,
  node: number,
  membership: Membership,
): FilterState {
  const { included, excluded, mode, tagged } = clauseOf(filter, facet);
  const without = (set: ReadonlySet<number>) => [...set].filter((other) => other !== node);
  return withClause(filter, facet, {
    mode,
    ...(tagged === undefined || (tagged === 'none' && membership === 'included') ? {} : { tagged }),
    included: new Set(membership === 'included' ? [...without(included), node] : without(included)),
    excluded: new Set(membership === 'excluded' ? [...without(excluded), node] : without(excluded)),
  });
}

/** Replaces one facet's clause; an empty one with the default mode is left out. */
export function withClause(filter: FilterState, facet: FacetId, clause: Clause): FilterState {
  const clauses = new Map(filter.clauses);
  if (isEmptyClause(clause)) clauses.delete(facet);
  else clauses.set(facet, clause);
  return { ...filter, clauses };
}

/** Sets how the facet's included nodes combine. */
export function withMode(filter: FilterState, facet: FacetId, mode: ClauseMode): FilterState {
  return withClause(filter, facet, { ...clauseOf(filter, facet), mode });
}

/**
 * Asks for records with any counted tag of the facet, or for those with none, in the place of what the clause was: a
 * view's numbers skip it, and so does what they lead to. With `undefined` either passes again.
 */
export function withPresence(
  filter: FilterState,
  facet: FacetId,
  presence: Presence | undefined,
): FilterState {
  if (presence !== undefined) return withClause(filter, facet, { ...EMPTY_CLAUSE, tagged: presence });
  const { included, excluded, mode } = clauseOf(filter, facet);
  return withClause(filter, facet, { included, excluded, mode });
}

/**
 * Sets the facet's threshold.
 * @param minScore whole hundredths; values outside 0 to 100 are brought inside
 */
export function withMinScore(filter: FilterState, facet: FacetId, minScore: Hundredths): FilterState {
  const thresholds = new Map(filter.minScore);
  const bounded = Math.min(100, Math.max(0, Math.round(minScore)));
  if (bounded === 0) thresholds.delete(facet);
  else thresholds.set(facet, bounded);
  return { ...filter, minScore: thresholds };
}

/** Keeps only records with these words; nothing changes for words that no search could find, and beyond the limit. */
export function withText(filter: FilterState, words: string): FilterState {
  const text = asTextClause(words);
  const { texts } = filter;
  if (text === null || texts.includes(text) || texts.length >= TEXT_COUNT_LIMIT) return filter;
  return { ...filter, texts: [...texts, text] };
}

/** Takes a clause by words out. */
export function withoutText(filter: FilterState, text: string): FilterState {
  return { ...filter, texts: filter.texts.filter((other) => other !== text) };
}

/** Which records it asks for, whatever counts as a tag: what can be compared with. Null where it asks for all. */
export function comparable({ clauses, texts }: FilterState): FilterState | null {
  const reference = { ...EMPTY_FILTER, clauses, texts };
  return isEmptyFilter(reference) ? null : reference;
}

/** Whether nothing is asked for: every record is active and every tag counts. */
export function isEmptyFilter(filter: FilterState): boolean {
  const { clauses, minScore, completeOnly, texts } = filter;
  return clauses.size === 0 && minScore.size === 0 && !completeOnly && texts.length === 0;
}

/** Whether two filters let the same records pass by their clauses and words. */
export function isSameRecords(a: FilterState, b: FilterState): boolean {
  const facets = new Set([...a.clauses.keys(), ...b.clauses.keys()]);
  return (
    [...facets].every((facet) => isSameClause(clauseOf(a, facet), clauseOf(b, facet))) &&
    isSameSet(new Set(a.texts), new Set(b.texts))
  );
}

export function isSameClause(a: Clause, b: Clause): boolean {
  if (a === b) return true;
  if (a.mode !== b.mode || a.tagged !== b.tagged) return false;
  return isSameSet(a.included, b.included) && isSameSet(a.excluded, b.excluded);
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
