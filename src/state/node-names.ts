/** How the page writes the nodes of a facet: short name, whole path, and the word for their kind. */
import type { CrossFilter } from '../filter/cross-filter.ts';
import {
  AUTHOR_FACET,
  authorName,
  conceptPath,
  facetById,
  type Dataset,
  type FacetId,
} from '../model/dataset.ts';
import { toldApart, type Namesake } from './namesakes.ts';

export class NodeNames {
  readonly #dataset: Dataset;
  readonly #indexes: CrossFilter['indexes'];
  /** For each union node (several concepts of one place), the concept that names it, or -1 where none does. */
  readonly #memberOf = new Map<FacetId, Map<number, number>>();
  /** For each region that only its cities stand for, the concept of its country. */
  readonly #countryOf = new Map<FacetId, Map<number, number>>();
  readonly #codeOf = new Map<FacetId, Map<number, string>>();
  /** For each union that is no region, the concepts that stand for it, none below another. */
  readonly #branchesOf = new Map<FacetId, Map<number, readonly number[]>>();
  /** By facet and short name, once asked for, what is put behind the name of each node that has it. */
  readonly #additions = new Map<string, ReadonlyMap<number, string>>();

  constructor(dataset: Dataset, engine: CrossFilter) {
    this.#dataset = dataset;
    this.#indexes = engine.indexes;
    for (const facet of dataset.facets) {
      const { conceptCount, unions, nodeByCode } = engine.indexes.get(facet.id)!;
      const { code, level, parent } = facet.concepts;
      const countries = new Map<number, number>();
      const members = new Map<number, number>();
      const codes = new Map<number, string>();
      const branches = new Map<number, readonly number[]>();
      for (const union of unions) {
        // a region that only its cities stand for is named by the dataset, not by a concept
        const isRegion = union.code.includes('-');
        const named = union.members.find((member) => !isRegion || code[member] === union.code);
        members.set(union.node, named ?? -1);
        if (!isRegion) branches.set(union.node, union.upperMembers);
        if (named !== undefined) continue;
        let country = union.members[0]!;
        while (country >= 0 && level[country] !== 'country') country = parent[country]!;
        countries.set(union.node, country);
      }
      for (const [key, node] of nodeByCode) {
        const isUnion = node >= conceptCount && !key.startsWith('GN');
        if (isUnion || (level[node] === 'country' && code[node] === key)) codes.set(node, key);
      }
      this.#memberOf.set(facet.id, members);
      this.#countryOf.set(facet.id, countries);
      this.#codeOf.set(facet.id, codes);
      this.#branchesOf.set(facet.id, branches);
    }
  }

  /** The last level's name, or an author as "Given Family". */
  short(facet: FacetId, node: number): string {
    if (facet === AUTHOR_FACET) return authorName(this.#dataset.authors, node);
    const concept = this.#concept(facet, node);
    const { concepts, regionNames } = facetById(this.#dataset, facet)!;
    if (concept >= 0) return concepts.label[concept]!;
    // a region that only its cities stand for
    const code = this.code(facet, node);
    return regionNames.get(code) ?? code;
  }

  /**
   * The short name where nothing around it tells which node is meant, in chips, steps and captions: with what tells it
   * apart where others of the facet have the same, "Georgia (country)" and "Georgia (United States)".
   */
  distinct(facet: FacetId, node: number): string {
    const name = this.short(facet, node);
    const key = JSON.stringify([facet, name]);
    let additions = this.#additions.get(key);
    if (!additions) this.#additions.set(key, (additions = toldApart(name, this.#namesakes(facet, name))));
    const addition = additions.get(node)!;
    return addition === '' ? name : `${name} (${addition})`;
  }

  /** All levels from the root; an author's name alone. */
  path(facet: FacetId, node: number): readonly string[] {
    if (facet === AUTHOR_FACET) return [authorName(this.#dataset.authors, node)];
    const concept = this.#concept(facet, node);
    const { concepts } = facetById(this.#dataset, facet)!;
    if (concept >= 0) return conceptPath(concepts, concept);
    return [...conceptPath(concepts, this.#countryOf.get(facet)!.get(node)!), this.short(facet, node)];
  }

  /** Its path, and where the source has one place in several branches that of each. */
  paths(facet: FacetId, node: number): readonly (readonly string[])[] {
    const branches = this.#branchesOf.get(facet)?.get(node);
    if (!branches) return [this.path(facet, node)];
    const { concepts } = facetById(this.#dataset, facet)!;
    return branches.map((concept) => conceptPath(concepts, concept));
  }

  /** ISO code of the country that the node stands for, or of the region that only a union stands for; else "". */
  code(facet: FacetId, node: number): string {
    return this.#codeOf.get(facet)?.get(node) ?? '';
  }

  /** The word before a chip: "place", "author", "technology". */
  kind(facet: FacetId): string {
    if (facet === AUTHOR_FACET) return 'author';
    const found = facetById(this.#dataset, facet)!;
    return found.kind === 'place' ? 'place' : found.label.toLowerCase();
  }

  /** All nodes with a short name. */
  #namesakes(facet: FacetId, name: string): Namesake[] {
    if (facet === AUTHOR_FACET) {
      const { authors } = this.#dataset;
      const named = [...authors.family.keys()].filter(
        (author) => name.endsWith(authors.family[author]!) && authorName(authors, author) === name,
      );
      return named.map((node) => ({ node, level: '', above: [], isInCountry: false, members: [] }));
    }
    const { label } = facetById(this.#dataset, facet)!.concepts;
    const unions = this.#indexes.get(facet)!.unions.map(({ node }) => node);
    return [
      ...unions.filter((node) => this.short(facet, node) === name),
      ...[...label.keys()].filter((concept) => label[concept] === name),
    ].map((node) => this.#namesake(facet, node));
  }

  #namesake(facet: FacetId, node: number): Namesake {
    const { label, code, level, parent } = facetById(this.#dataset, facet)!.concepts;
    const { unions, conceptCount } = this.#indexes.get(facet)!;
    const union = unions[node - conceptCount];
    const concept = this.#concept(facet, node);
    const isRegion = union?.code.includes('-') === true;
    const own = isRegion ? 'region' : level[union?.members[0] ?? node]!;
    const above: string[] = [];
    let at = concept >= 0 ? parent[concept]! : this.#countryOf.get(facet)!.get(node)!;
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

  #concept(facet: FacetId, node: number): number {
    return this.#memberOf.get(facet)?.get(node) ?? node;
  }
}
