/** How the page writes the nodes of a facet: short name, whole path, and the word for their kind. */
import type { CrossFilter } from '../../filter/cross-filter.ts';
import {
  AUTHOR_FACET,
  authorName,
  conceptPath,
  facetById,
  type Dataset,
  type FacetId,
} from '../../model/dataset.ts';

export class NodeNames {
  readonly #dataset: Dataset;
  /** For each union node (several concepts of one place), the concept that names it, or -1 where none does. */
  readonly #memberOf = new Map<FacetId, Map<number, number>>();
  /** For each region that only its cities stand for, the concept of its country. */
  readonly #countryOf = new Map<FacetId, Map<number, number>>();
  readonly #codeOf = new Map<FacetId, Map<number, string>>();
  /** For each union that is no region, the concepts that stand for it, none below another. */
  readonly #branchesOf = new Map<FacetId, Map<number, readonly number[]>>();

  constructor(dataset: Dataset, engine: CrossFilter) {
    this.#dataset = dataset;
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
    const concept = this.concept(facet, node);
    const { concepts, regionNames } = facetById(this.#dataset, facet)!;
    if (concept >= 0) return concepts.label[concept]!;
    // a region that only its cities stand for
    const code = this.code(facet, node);
    return regionNames.get(code) ?? code;
  }

  /** All levels from the root; an author's name alone. */
  path(facet: FacetId, node: number): readonly string[] {
    if (facet === AUTHOR_FACET) return [authorName(this.#dataset.authors, node)];
    const concept = this.concept(facet, node);
    const { concepts } = facetById(this.#dataset, facet)!;
    if (concept >= 0) return conceptPath(concepts, concept);
    return [...conceptPath(concepts, this.countryAbove(facet, node)), this.short(facet, node)];
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

  /** The concept that names the node: of a place that several stand for one of them, -1 where none does. */
  concept(facet: FacetId, node: number): number {
    return this.#memberOf.get(facet)?.get(node) ?? node;
  }

  /** Of a region that only its cities stand for, the concept of its country, -1 where there is none. */
  countryAbove(facet: FacetId, node: number): number {
    return this.#countryOf.get(facet)?.get(node) ?? -1;
  }
}
