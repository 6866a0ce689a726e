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

export class NodeNames {
  readonly #dataset: Dataset;
  /** For each union node (several concepts of one place), the concept that names it, or -1 where none does. */
  readonly #memberOf = new Map<FacetId, Map<number, number>>();
  readonly #codeOf = new Map<FacetId, Map<number, string>>();

  constructor(dataset: Dataset, engine: CrossFilter) {
    this.#dataset = dataset;
    for (const facet of dataset.facets) {
      const { conceptCount, unions, nodeByCode } = engine.indexes.get(facet.id)!;
      const { code, level } = facet.concepts;
      const members = new Map<number, number>();
      const codes = new Map<number, string>();
      for (const union of unions) {
        // a region that only its cities stand for has no name here: its code must do
        const isRegion = union.code.includes('-');
        const named = union.members.find((member) => !isRegion || code[member] === union.code);
        members.set(union.node, named ?? -1);
      }
      for (const [key, node] of nodeByCode) {
        const isUnion = node >= conceptCount && !key.startsWith('GN');
        if (isUnion || (level[node] === 'country' && code[node] === key)) codes.set(node, key);
      }
      this.#memberOf.set(facet.id, members);
      this.#codeOf.set(facet.id, codes);
    }
  }

  /** The last level's name, or an author as "Given Family". */
  short(facet: FacetId, node: number): string {
    if (facet === AUTHOR_FACET) return authorName(this.#dataset.authors, node);
    const concept = this.#concept(facet, node);
    return concept < 0 ? this.code(facet, node) : facetById(this.#dataset, facet)!.concepts.label[concept]!;
  }

  /** All levels from the root; an author's name alone. */
  path(facet: FacetId, node: number): readonly string[] {
    if (facet === AUTHOR_FACET) return [authorName(this.#dataset.authors, node)];
    const concept = this.#concept(facet, node);
    if (concept < 0) return [this.code(facet, node)];
    return conceptPath(facetById(this.#dataset, facet)!.concepts, concept);
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

  #concept(facet: FacetId, node: number): number {
    return this.#memberOf.get(facet)?.get(node) ?? node;
  }
}
