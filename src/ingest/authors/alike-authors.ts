/** Finds the pairs of names that are alike without comparing all with all. */
import { likenessOf, shortenings, type ComparableName, type Likeness } from './author-likeness.ts';

/** Two authors whose names are alike; `a < b`. */
export interface AlikePair {
  readonly a: number;
  readonly b: number;
  readonly likeness: Likeness;
}

/** More names of one spelling are not paired: no person writes themselves in so many ways. */
export const MOST_SPELLINGS = 50;

/**
 * A name for which more fuller ones stand is not paired with them: "Wang, W" beside a thousand Wangs says nothing.
 */
export const MOST_FULLER = 50;

/** The pairs, by `a` and then by `b`. Time grows with the names and the pairs. */
export function alikePairs(names: readonly ComparableName[]): AlikePair[] {
  const found = new Map<number, Set<number>>();
  const add = (a: number, b: number) => {
    if (a === b) return;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const others = found.get(low);
    if (others === undefined) found.set(low, new Set([high]));
    else others.add(high);
  };
  for (const keyOf of [spellingKey, writtenOutKey, wordsKey]) pairUp(names, keyOf, add);
  pairWithFuller(names, add);
  const pairs: AlikePair[] = [];
  for (const a of [...found.keys()].sort((x, y) => x - y)) {
    for (const b of [...found.get(a)!].sort((x, y) => x - y)) {
      const likeness = likenessOf(names[a]!, names[b]!);
      if (likeness !== undefined) pairs.push({ a, b, likeness });
    }
  }
  return pairs;
}

const spellingKey = ({ spelling }: ComparableName) => spelling;
const writtenOutKey = ({ writtenOut, suffix }: ComparableName) => `${writtenOut}|${suffix}`;
const wordsKey = ({ words }: ComparableName) => words;

/** Pairs all that have a key in common; "" is no key. */
function pairUp(
  names: readonly ComparableName[],
  keyOf: (name: ComparableName) => string,
  add: (a: number, b: number) => void,
): void {
  for (const group of groupsBy(names, keyOf).values()) {
    if (group.length > MOST_SPELLINGS) continue;
    group.forEach((a, i) => group.slice(i + 1).forEach((b) => add(a, b)));
  }
}

/** Pairs each name with those that it is short for. */
function pairWithFuller(names: readonly ComparableName[], add: (a: number, b: number) => void): void {
  const byName = groupsBy(names, (name) => fullKey(name, name.given));
  const fullerOf = new Map<number, number[]>();
  names.forEach((name, fuller) => {
    for (const short of shortenings(name.given)) {
      for (const author of byName.get(fullKey(name, short)) ?? []) {
        const list = fullerOf.get(author);
        if (list === undefined) fullerOf.set(author, [fuller]);
        else if (list.length <= MOST_FULLER) list.push(fuller);
      }
    }
  });
  for (const [author, list] of fullerOf) {
    if (list.length <= MOST_FULLER) for (const fuller of list) add(author, fuller);
  }
}

/** "" for a name without a given one. */
function fullKey({ family, suffix }: ComparableName, given: readonly string[]): string {
  return family === '' || given.length === 0 ? '' : `${family}|${given.join(' ')}|${suffix}`;
}

/** Positions by key, rising; "" is no key. */
function groupsBy(
  names: readonly ComparableName[],
  keyOf: (name: ComparableName) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = keyOf(name);
    if (key === '') return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  });
  return groups;
}
