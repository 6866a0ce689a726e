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
  /** For each union node (several concepts of one country), one of its concepts. */
  readonly #memberOf = new Map<FacetId, Map<number, number>>();
  readonly #codeOf = new Map<FacetId, Map<number, string>>();

  constructor(dataset: Dataset, engine: CrossFilter) {
    this.#dataset = dataset;
    for (const facet of dataset.facets) {
      const members = new Map<number, number>();
      const codes = new Map<number, string>();
      for (const [code, node] of engine.indexes.get(facet.id)!.nodeByCode) {
        members.set(node, facet.concepts.code.indexOf(code));
        codes.set(node, code);
      }
      this.#memberOf.set(facet.id, members);
      this.#codeOf.set(facet.id, codes);
    }
  }

  /** The last level's name, or an author as "Given Family". */
  short(facet: FacetId, node: number): string {
    if (facet === AUTHOR_FACET) return authorName(this.#dataset.authors, node);
    return facetById(this.#dataset, facet)!.concepts.label[this.#concept(facet, node)]!;
  }

  /** All levels from the root; an author's name alone. */
  path(facet: FacetId, node: number): readonly string[] {
    if (facet === AUTHOR_FACET) return [authorName(this.#dataset.authors, node)];
    return conceptPath(facetById(this.#dataset, facet)!.concepts, this.#concept(facet, node));
  }

  /** ISO code of the country that the node stands for, or "". */
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
