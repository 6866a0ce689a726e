/** The places and authors that the report names in words. */
import { authorKey, type Dataset, type Facet } from '../../model/dataset.ts';

/** What stands between two levels of a path in the report. */
const BETWEEN = ' > ';

/** Of paths as the report writes them, "Europe > Atlantis", the concepts; without those that are none or could be two. */
export function conceptsByPath({ concepts }: Facet, paths: readonly string[]): Map<string, number> {
  const { label, parent } = concepts;
  const wanted = new Set(paths);
  const found = new Map<string, number[]>();
  const whole: string[] = [];
  for (let concept = 0; wanted.size > 0 && concept < label.length; concept++) {
    const above = parent[concept]!;
    const path = above < 0 ? label[concept]! : whole[above]! + BETWEEN + label[concept]!;
    whole.push(path);
    if (wanted.has(path)) found.set(path, [...(found.get(path) ?? []), concept]);
  }
  return onlyOnes(found);
}

/** Of names as "Family, Given", the authors; without those that nobody or several have. */
export function authorsByKey(
  { authors }: Pick<Dataset, 'authors'>,
  keys: readonly string[],
): Map<string, number> {
  const wanted = new Set(keys);
  // most authors are told by their family names not to be among them
  const families = new Set(keys.flatMap(beginnings));
  const found = new Map<string, number[]>();
  authors.family.forEach((family, author) => {
    if (!families.has(family)) return;
    const key = authorKey(authors, author);
    if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), author]);
  });
  return onlyOnes(found);
}

/** "Hu, Xin" and "Hu": each may be the family name. */
function beginnings(key: string): string[] {
  const found = [key];
  for (let at = key.indexOf(', '); at >= 0; at = key.indexOf(', ', at + 1)) found.push(key.slice(0, at));
  return found;
}

const onlyOnes = (found: ReadonlyMap<string, readonly number[]>) =>
  new Map(
    [...found].flatMap(([words, [node, ...more]]) => (more.length > 0 ? [] : [[words, node!] as const])),
  );
