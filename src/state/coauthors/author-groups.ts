/** What the colours of the people mean: their community, or the place or topic of most of their records. */
import type { CoauthorGraph } from '../../layout/coauthors/coauthor-graph.ts';
import type { Communities } from '../../layout/coauthors/communities.ts';
import { isolated } from '../../layout/coauthors/isolated.ts';
import { countOf } from '../../layout/text/number-format.ts';
import { AUTHOR_FACET, authorsOf, facetById, type FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { distinctName } from '../words/namesakes.ts';
import { tableNodes } from '../tables/table-nodes.ts';

/** People of one colour. */
export interface AuthorGroup {
  readonly name: string;
  /** The name in few letters: "Zhuang"; in more where another group has the same: "Vincent Zhuang". */
  readonly short: string;
  /** Shown people, those with an active record; 0 where its hue waits for them. */
  readonly people: number;
  /** The place or topic that it stands for; -1 for a community. */
  readonly node: number;
}

export interface AuthorGroups {
  /** By node of the graph, a position in `groups`; -1 for everybody else, grey. */
  readonly ofNode: Int8Array;
  /** At most {@link HUES}, each at the position of its hue. */
  readonly groups: readonly AuthorGroup[];
}

/** Hues that stay apart for every way to see; beyond them people are grey. */
export const HUES = 5;

/** Of many places or topics those with the most records compete. */
const CONTENDERS = 30;

/** "Vincent Zhuang and 17 others". */
export function communityName(explorer: Explorer, communities: Communities, community: number): string {
  const others = communities.people[community]! - 1;
  const name = explorer.names.short(AUTHOR_FACET, communities.strongest[community]!);
  return others === 0 ? name : `${name} and ${countOf(others, 'other')}`;
}

/**
 * The largest communities of all, and of those who are shown in the place of communities of which nobody is.
 * @param isShown by node
 */
export function communityGroups(
  explorer: Explorer,
  graph: CoauthorGraph,
  communities: Communities | null,
  isShown: (node: number) => boolean,
): AuthorGroups {
  if (!communities) return grey(graph);
  // a single person is no community
  const keyOf = (node: number) => {
    const community = communities.community[node]!;
    return communities.people[community]! > 1 ? community : -1;
  };
  const describe = (community: number) => {
    const person = communities.strongest[community]!;
    const short = isolated(explorer.dataset.authors.family[person]!);
    const longer = isolated(distinctName(explorer, AUTHOR_FACET, person));
    return { name: communityName(explorer, communities, community), short, longer, node: -1 };
  };
  return grouped(graph, keyOf, isShown, describe, largestCommunities(communities));
}

/** The largest of all, whatever the filter: they keep their hues while it changes. */
function largestCommunities({ people }: Communities): number[] {
  return Array.from(people, (_, community) => community)
    .filter((community) => people[community]! > 1)
    .sort((a, b) => people[b]! - people[a]! || a - b)
    .slice(0, HUES);
}

/**
 * By the place or topic that most of an author's records have which pass elsewhere; of equal ones that with more
 * records. Compared are what a person asks about: the parts of what they look into, else what they filter by, else
 * countries or main topics.
 */
export function conceptGroups(
  explorer: Explorer,
  facet: FacetId,
  graph: CoauthorGraph,
  passes: (record: number) => boolean,
  isShown: (node: number) => boolean,
): AuthorGroups {
  const { records: all } = explorer.countsFor(facet);
  const contenders = askedConcepts(explorer, facet)
    .filter((node) => all[node]! > 0)
    .sort((a, b) => all[b]! - all[a]! || a - b)
    .slice(0, CONTENDERS);
  const { dataset } = explorer;
  const best = new Int32Array(dataset.authors.family.length).fill(-1);
  const most = new Uint32Array(best.length);
  for (const node of contenders) {
    const count = new Uint32Array(best.length);
    for (const record of explorer.engine().everyRecordShowing(facet, node)) {
      if (!passes(record)) continue;
      for (const author of new Set(authorsOf(dataset.records, record))) {
        count[author]! += 1;
      }
    }
    for (let author = 0; author < best.length; author++) {
      if (count[author]! <= most[author]!) continue;
      most[author] = count[author]!;
      best[author] = node;
    }
  }
  const keyOf = (node: number) => {
    const author = graph.authorOfNode[node]!;
    return author < 0 ? -1 : best[author]!;
  };
  return grouped(graph, keyOf, isShown, (node) => {
    const name = distinctName(explorer, facet, node);
    return { name, short: explorer.names.short(facet, node), longer: name, node };
  });
}

/** The places or topics that are compared. */
function askedConcepts(explorer: Explorer, facetId: FacetId): number[] {
  const facet = facetById(explorer.dataset, facetId);
  if (!facet) return [];
  const focus = explorer.focusOf(facetId);
  const parts = focus === undefined ? [] : partsOf(explorer, facetId, focus);
  if (parts.length > 0) return parts;
  const included = explorer.filter.clauses.get(facetId)?.included ?? new Set<number>();
  if (included.size > 1) return [...included];
  const only = [...included].flatMap((node) => partsOf(explorer, facetId, node));
  if (only.length > 0) return only;
  if (facet.kind === 'place') return tableNodes(explorer, facetId);
  const roots = childrenOf(facet.concepts.parent, -1);
  return roots.length === 1 ? childrenOf(facet.concepts.parent, roots[0]!) : roots;
}

function partsOf(explorer: Explorer, facetId: FacetId, node: number): number[] {
  const facet = facetById(explorer.dataset, facetId)!;
  if (facet.kind !== 'place') return childrenOf(facet.concepts.parent, node);
  const places = explorer.places(facetId);
  return places.levelOf(node) === 'country' ? [...places.regionsIn(places.countryOf(node))] : [];
}

function childrenOf(parent: Int32Array, node: number): number[] {
  const children: number[] = [];
  parent.forEach((above, concept) => {
    if (above === node) children.push(concept);
  });
  return children;
}

/** A group by its key; `longer` takes the place of a short name that another group has too. */
type Described = Omit<AuthorGroup, 'people'> & { readonly longer: string };

/**
 * @param usual keys with a hue of their own, by hue; a hue whose people are not shown goes to the largest other group
 */
function grouped(
  graph: CoauthorGraph,
  keyOf: (node: number) => number,
  isShown: (node: number) => boolean,
  describe: (key: number) => Described,
  usual: readonly number[] = [],
): AuthorGroups {
  const keys = new Int32Array(graph.nodeCount);
  let last = Math.max(-1, ...usual);
  for (let node = 0; node < keys.length; node++) last = Math.max(last, (keys[node] = keyOf(node)));
  const people = new Uint32Array(last + 1);
  for (let node = 0; node < keys.length; node++) {
    const key = keys[node]!;
    if (key >= 0 && graph.authorOfNode[node]! >= 0 && isShown(node)) people[key]! += 1;
  }
  const others = Array.from(people.keys())
    .filter((key) => people[key]! > 0 && !usual.includes(key))
    .sort((a, b) => people[b]! - people[a]! || a - b);
  const chosen = usual.map((key) => (people[key]! > 0 ? key : (others.shift() ?? key)));
  chosen.push(...others.slice(0, HUES - chosen.length));
  const groupOf = new Int8Array(last + 1).fill(-1);
  chosen.forEach((key, group) => (groupOf[key] = group));
  const ofNode = new Int8Array(keys.length);
  for (let node = 0; node < keys.length; node++) ofNode[node] = keys[node]! < 0 ? -1 : groupOf[keys[node]!]!;
  const described = chosen.map(describe);
  const groups = described.map(({ name, short, longer, node }, i) => {
    const isRepeated = described.some((other, j) => j !== i && other.short === short);
    return { name, short: isRepeated ? longer : short, node, people: people[chosen[i]!]! };
  });
  return { ofNode, groups };
}

function grey(graph: CoauthorGraph): AuthorGroups {
  return { ofNode: new Int8Array(graph.nodeCount).fill(-1), groups: [] };
}
