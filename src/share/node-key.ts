/**
 * How a link names a node: a country or a region by its ISO code, any other concept by its path, a city that has no
 * path of its own (it stands under two) by its GeoNames id, an author by name, a year by its digits. Never by an internal id, so that a
 * link survives a rebuilt dataset: a code names the place however the source files it, a path names one concept.
 */
import type { FacetIndex } from '../filter/index/facet-index.ts';
import {
  AUTHOR_FACET,
  conceptPath,
  type AuthorColumns,
  type Dataset,
  type FacetId,
} from '../model/dataset.ts';

/** Names of one facet's nodes, both ways. */
export interface NodeKeys {
  /** The key of a node of this facet. */
  readonly keyOf: (node: number) => string;
  /** The node that a key names, or undefined when this dataset has none. */
  readonly nodeOf: (key: string) => number | undefined;
}

const escaped = (text: string, separator: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`);

/** A path as one text, levels joined by ">"; a ">" inside a level is escaped. */
export function pathKey(path: readonly string[]): string {
  return path.map((level) => escaped(level, '>')).join('>');
}

/** What a link can carry: half a surrogate pair would come back as U+FFFD. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Of two nodes with one name the second is "name\2": backslashes of names are doubled, so that none reads so. */
function distinct(keys: readonly string[]): string[] {
  const rank = new Map<string, number>();
  return keys.map((key) => {
    const before = rank.get(key) ?? 0;
    rank.set(key, before + 1);
    return before === 0 ? key : `${key}\\${before + 1}`;
  });
}

function authorKeys({ family, given }: Pick<AuthorColumns, 'family' | 'given'>): string[] {
  return family.map((name, author) => {
    const rest = given[author];
    return rest ? `${escaped(name, ',')}, ${rest.replaceAll('\\', '\\\\')}` : escaped(name, ',');
  });
}

/** A code as it stands in a key: a backslash marks what is escaped. */
const escapedCode = (code: string) => code.replaceAll('\\', '\\\\');

function conceptKeys(dataset: Dataset, facetId: FacetId, index: FacetIndex): string[] {
  const facet = dataset.facets.find((other) => other.id === facetId)!;
  // a year's name says which decade it lies in
  if (facet.kind === 'time') return [...facet.concepts.label];
  const keys: string[] = [];
  for (let node = 0; node < index.nodeCount; node++) {
    const code = index.codeOfNode[node]!;
    // a city that alone stands for its region is still a city, and goes by its path
    if (code !== '' && index.nodeByCode.get(code) === node) keys.push(escapedCode(code));
    else {
      const path = pathKey(conceptPath(facet.concepts, node));
      // a path that reads like a code in use is marked as a path
      keys.push(index.nodeByCode.has(path) ? `>${path}` : path);
    }
  }
  return keys;
}

/**
 * What else names a node: each concept's path, as links wrote it before the concept's region was known, and codes of
 * places that a concept with another name stands for.
 */
function* otherKeys(dataset: Dataset, facetId: FacetId, index: FacetIndex): Generator<[string, number]> {
  for (const [code, node] of index.nodeByCode) yield [escapedCode(code), node];
  const facet = dataset.facets.find((other) => other.id === facetId);
  if (!facet) return;
  for (let concept = 0; concept < index.conceptCount; concept++) {
    yield [pathKey(conceptPath(facet.concepts, concept)), concept];
  }
}

/** Forms of names that stand for one author only: a link from before the forms were merged still finds them. */
function* mergedAuthorKeys({ forms }: AuthorColumns): Generator<[string, number]> {
  if (forms === undefined) return;
  const keys = authorKeys(forms);
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  for (let i = 0; i < keys.length; i++) if (count.get(keys[i]!) === 1) yield [keys[i]!, forms.author[i]!];
}

/**
 * The names of one facet's nodes; authors included, under {@link AUTHOR_FACET}. Built when the first is asked for:
 * a link without clauses needs none of them.
 */
export function nodeKeys(dataset: Dataset, facetId: FacetId, index: FacetIndex): NodeKeys {
  let built: NodeKeys | undefined;
  const keys = () => (built ??= buildKeys(dataset, facetId, index));
  return { keyOf: (node) => keys().keyOf(node), nodeOf: (key) => keys().nodeOf(key) };
}

function buildKeys(dataset: Dataset, facetId: FacetId, index: FacetIndex): NodeKeys {
  const names = facetId === AUTHOR_FACET ? authorKeys(dataset.authors) : conceptKeys(dataset, facetId, index);
  const keys = distinct(names.map(wellFormed));
  const nodes = new Map(keys.map((key, node) => [key, node]));
  const others =
    facetId === AUTHOR_FACET ? mergedAuthorKeys(dataset.authors) : otherKeys(dataset, facetId, index);
  for (const [other, node] of others) {
    const key = wellFormed(other);
    if (!nodes.has(key)) nodes.set(key, node);
  }
  return { keyOf: (node) => keys[node]!, nodeOf: (key) => nodes.get(key) };
}
