/**
 * What is asked of the co-author graph, as keys of a link; only what differs from the default is written:
 *
 *   coauthors.around=KEY   only an author and those around them    coauthors.steps=2   their co-authors' co-authors too
 *   coauthors.strength=fractional   a pair of n authors gets 1/(n-1), not 1
 *   coauthors.min=2.5      links that are at least so strong       coauthors.alone=hidden   nobody without a link
 *   coauthors.pairs=100    a record with more authors is a hub     coauthors.colour=place|topic
 */
import type { AuthorId } from '../model/dataset.ts';
import type { NodeKeys } from './node-key.ts';

/** What the colour of a person says: their community, or where or on what most of their records are. */
export type AuthorColor = 'community' | 'place' | 'topic';

export interface CoauthorSettings {
  /** The author in the middle, or null for everybody. */
  readonly around: AuthorId | null;
  /** Steps of co-authorship from them. */
  readonly steps: 1 | 2;
  readonly strength: 'full' | 'fractional';
  /** Weaker links are not drawn; 0 or more, in the unit of `strength`. */
  readonly minStrength: number;
  /** Whether people without a drawn link are left out. */
  readonly hideAlone: boolean;
  /** A record with more authors is drawn as a hub: {@link PAIR_AUTHORS_LEAST} to {@link PAIR_AUTHORS_MOST}. */
  readonly maxPairAuthors: number;
  readonly color: AuthorColor;
}

export const PAIR_AUTHORS_LEAST = 2;
/** At 200 authors a record has 19,900 pairs. */
export const PAIR_AUTHORS_MOST = 200;

export const DEFAULT_COAUTHORS: CoauthorSettings = {
  around: null,
  steps: 1,
  strength: 'full',
  minStrength: 0,
  hideAlone: false,
  maxPairAuthors: 30,
  color: 'community',
};

const PREFIX = 'coauthors.';
const NAMES = ['around', 'steps', 'strength', 'min', 'alone', 'pairs', 'colour'] as const;
type Name = (typeof NAMES)[number];

export const COAUTHOR_KEYS: readonly string[] = NAMES.map((name) => PREFIX + name);

/** Appends what differs from the default. Of nobody in the middle there are no steps. */
export function writeCoauthors(query: URLSearchParams, asked: CoauthorSettings, keys: NodeKeys): void {
  const usual = DEFAULT_COAUTHORS;
  const write = (name: Name, differs: boolean, value: string | number) => {
    if (differs) query.append(PREFIX + name, String(value));
  };
  if (asked.around !== null) write('around', true, keys.keyOf(asked.around));
  write('steps', asked.steps !== usual.steps, asked.steps);
  write('strength', asked.strength !== usual.strength, asked.strength);
  write('min', asked.minStrength !== usual.minStrength, asked.minStrength);
  write('alone', asked.hideAlone !== usual.hideAlone, 'hidden');
  write('pairs', asked.maxPairAuthors !== usual.maxPairAuthors, asked.maxPairAuthors);
  write('colour', asked.color !== usual.color, asked.color);
}

/**
 * Reads the keys; what this dataset or this page doesn't have is default, and told.
 * @param unknown receives what could not be read
 */
export function readCoauthors(
  params: URLSearchParams,
  keys: NodeKeys | undefined,
  unknown: { key: string; value: string }[],
): CoauthorSettings {
  const usual = DEFAULT_COAUTHORS;
  const read = <Value>(name: Name, otherwise: Value, parse: (value: string) => Value | undefined): Value => {
    const value = params.get(PREFIX + name);
    if (value === null) return otherwise;
    const parsed = parse(value);
    if (parsed === undefined) unknown.push({ key: PREFIX + name, value });
    return parsed ?? otherwise;
  };
  const oneOf =
    <Word extends string>(...words: Word[]) =>
    (value: string) =>
      words.find((word) => word === value);
  return {
    around: read<AuthorId | null>('around', usual.around, (value) => keys?.nodeOf(value)),
    steps: read('steps', usual.steps, (value) => ([1, 2] as const).find((steps) => String(steps) === value)),
    strength: read('strength', usual.strength, oneOf('full', 'fractional')),
    minStrength: read('min', usual.minStrength, strengthOf),
    hideAlone: read('alone', usual.hideAlone, (value) =>
      value === 'hidden' ? true : value === 'shown' ? false : undefined,
    ),
    maxPairAuthors: read('pairs', usual.maxPairAuthors, pairAuthorsOf),
    color: read('colour', usual.color, oneOf('community', 'place', 'topic')),
  };
}

function strengthOf(value: string): number | undefined {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
}

function pairAuthorsOf(value: string): number | undefined {
  const authors = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return authors >= PAIR_AUTHORS_LEAST && authors <= PAIR_AUTHORS_MOST ? authors : undefined;
}
