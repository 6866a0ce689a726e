/** What is put behind a short name that several nodes have: "Georgia (country)" and "Georgia (United States)". */
import { AUTHOR_FACET, authorName, facetById, type FacetId, type PlaceLevel } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { NodeNames } from './node-names.ts';

/** One of several nodes with the same short name. */
export interface Namesake {
  readonly node: number;
  readonly level: PlaceLevel;
  /** The names above it, the nearest first; of what lies in a country up to the country's. */
  readonly above: readonly string[];
  /** Whether the last of these is a country. */
  readonly isInCountry: boolean;
  /** Of a place that several concepts are, these: it need not be told apart from them, but they from it. */
  readonly members: readonly number[];
}

/** By facet and short name, once asked for, what is put behind the name of each node that has it. */
const additionsOf = new WeakMap<NodeNames, Map<string, ReadonlyMap<number, string>>>();

/**
 * The short name where nothing around it tells which node is meant, in chips, steps and captions: with what tells it
 * apart where others of the facet have the same, "Georgia (country)" and "Georgia (United States)".
 */
export function distinctName(explorer: Explorer, facet: FacetId, node: number): string {
  const { names } = explorer;
  let known = additionsOf.get(names);
  if (!known) additionsOf.set(names, (known = new Map<string, ReadonlyMap<number, string>>()));
  const name = names.short(facet, node);
  const key = JSON.stringify([facet, name]);
  let additions = known.get(key);
  if (!additions) known.set(key, (additions = toldApart(name, namesakesOf(explorer, facet, name))));
  const addition = additions.get(node)!;
  return addition === '' ? name : `${name} (${addition})`;
}

/** The names of nodes in a list: short ones, told apart where several of the list have the same. */
export function namesAmong(
  explorer: Explorer,
  facet: FacetId,
  nodes: readonly number[],
): (node: number) => string {
  const { names } = explorer;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const node of nodes) {
    const name = names.short(facet, node);
    (seen.has(name) ? repeated : seen).add(name);
  }
  return (node) => {
    const name = names.short(facet, node);
    return repeated.has(name) ? distinctName(explorer, facet, node) : name;
  };
}

/** All nodes with a short name. */
function namesakesOf(explorer: Explorer, facet: FacetId, name: string): Namesake[] {
  const { dataset, names } = explorer;
  if (facet === AUTHOR_FACET) {
    const { authors } = dataset;
    const named = [...authors.family.keys()].filter(
      (author) => name.endsWith(authors.family[author]!) && authorName(authors, author) === name,
    );
    return named.map((node) => ({ node, level: '', above: [], isInCountry: false, members: [] }));
  }
  const { label } = facetById(dataset, facet)!.concepts;
  const unions = explorer
    .engine()
    .indexes.get(facet)!
    .unions.map(({ node }) => node);
  return [
    ...unions.filter((node) => names.short(facet, node) === name),
    ...[...label.keys()].filter((concept) => label[concept] === name),
  ].map((node) => namesakeOf(explorer, facet, node));
}

function namesakeOf(explorer: Explorer, facet: FacetId, node: number): Namesake {
  const { dataset, names } = explorer;
  const { label, code, level, parent } = facetById(dataset, facet)!.concepts;
  const { unions, conceptCount } = explorer.engine().indexes.get(facet)!;
  const union = unions[node - conceptCount];
  const concept = names.concept(facet, node);
  const isRegion = union?.code.includes('-') === true;
  const own = isRegion ? 'region' : level[union?.members[0] ?? node]!;
  const above: string[] = [];
  let at = concept >= 0 ? parent[concept]! : names.countryAbove(facet, node);
  let isInCountry = false;
  // a country in several branches lies below none of them
  if (union && own === 'country') at = -1;
  for (; at >= 0 && !isInCountry; at = parent[at]!) {
    above.push(label[at]!);
    isInCountry = level[at] === 'country' && own !== 'country';
  }
  const members = union?.members.filter((member) => !isRegion || code[member] === union.code) ?? [];
  return { node, level: own, above, isInCountry, members };
}

/**
 * Each node's addition, the first in {@link additions} that suits no other; "" where the short name says enough. Nodes
 * that nothing else tells apart are numbered.
 */
export function toldApart(name: string, namesakes: readonly Namesake[]): Map<number, string> {
  const lists = new Map(namesakes.map((namesake) => [namesake.node, additions(name, namesake)]));
  const users = new Map<string, number>();
  for (const list of lists.values()) for (const each of list) users.set(each, (users.get(each) ?? 0) + 1);
  const chosen = new Map<number, string>();
  for (const { node, members } of namesakes) {
    const own = members.map((member) => lists.get(member)).filter((list) => list !== undefined);
    const suits = (addition: string) =>
      users.get(addition) === 1 + own.filter((list) => list.includes(addition)).length;
    const addition = namesakes.length === 1 + own.length ? '' : lists.get(node)!.find(suits);
    if (addition !== undefined) chosen.set(node, addition);
  }
  let isBareTaken = [...chosen.values()].includes('');
  namesakes.forEach(({ node }, i) => {
    if (chosen.has(node)) return;
    chosen.set(node, isBareTaken ? String(i + 1) : '');
    isBareTaken = true;
  });
  return chosen;
}

/** What may be added, the shortest first: what it is, the country or level above, all above it; each once. */
function additions(name: string, { level, above, isInCountry }: Namesake): string[] {
  const nearest = above.map((_, i) => above.slice(0, i + 1).join(', '));
  const wheres = isInCountry ? [above.at(-1)!, ...nearest] : nearest;
  // "Luxembourg (Luxembourg)" says nothing, but which of the two it is does
  const told = wheres.filter((where) => where !== name && where !== '');
  const what = level === '' ? [] : [level];
  const all = level === 'country' ? [...what, ...told] : [...told.slice(0, 1), ...what, ...told.slice(1)];
  return [...new Set(all)];
}
