/** The places of a dataset by country: which country a node lies in, and the cities that can be drawn. */
import type { FacetIndex } from '../../filter/index/facet-index.ts';
import { recordsBeyond } from '../../filter/tally/unplaced.ts';
import type { Facet } from '../../model/dataset.ts';

/** A tagged city with coordinates. */
export interface CityNode {
  readonly node: number;
  readonly name: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  /** ISO 3166-2 code of the region it lies in, or "". */
  readonly region: string;
}

export class PlaceIndex {
  /** ISO 3166-1 alpha-3 by concept; "" above or outside every country. */
  readonly #country: readonly string[];
  readonly #memberOf = new Map<number, number>();
  /** By concept, 1 where it is a country or lies in one, else 0. */
  readonly inCountry: Uint8Array;
  readonly #facet: Facet;
  readonly #index: FacetIndex;
  #strays: Uint32Array | undefined;
  readonly #cities = new Map<string, CityNode[]>();
  readonly #regionNodes = new Map<string, Set<number>>();

  constructor(facet: Facet, index: FacetIndex) {
    this.#facet = facet;
    this.#index = index;
    const { parent, code, level } = facet.concepts;
    const country: string[] = [];
    for (let concept = 0; concept < parent.length; concept++) {
      const above = parent[concept]! < 0 ? '' : country[parent[concept]!]!;
      country.push(level[concept] === 'country' ? code[concept]! : above);
    }
    this.#country = country;
    this.inCountry = Uint8Array.from(country, (code) => Number(code !== ''));
    for (const union of index.unions) this.#memberOf.set(union.node, union.members[0]!);
    this.#collectCities(index);
    this.#collectRegions(index);
  }

  /** ISO 3166-1 alpha-3 of the country that a node is or lies in, or "". */
  countryOf(node: number): string {
    return this.#country[this.#memberOf.get(node) ?? node] ?? '';
  }

  /** The node's own level: a union has that of its members. */
  levelOf(node: number): '' | 'country' | 'region' | 'city' {
    return this.#facet.concepts.level[this.#memberOf.get(node) ?? node] ?? '';
  }

  /** ISO 3166-2 code of the region that a node is or lies in, or "". */
  regionOf(node: number): string {
    return this.#facet.concepts.region[this.#memberOf.get(node) ?? node] ?? '';
  }

  /** Cities of a country that have coordinates, each once. */
  citiesIn(country: string): readonly CityNode[] {
    return this.#cities.get(country) ?? [];
  }

  /** The nodes of a country's regions. */
  regionsIn(country: string): ReadonlySet<number> {
    return this.#regionNodes.get(country) ?? new Set();
  }

  /** The records with a tag outside of every country, ascending. */
  get strays(): Uint32Array {
    return (this.#strays ??= recordsBeyond(this.#index, this.inCountry));
  }

  #collectCities(index: FacetIndex): void {
    const { level, label, lon, lat, geonames, region } = this.#facet.concepts;
    const seen = new Set<number>();
    level.forEach((kind, concept) => {
      if (kind !== 'city' || Number.isNaN(lon[concept]!)) return;
      const node = index.nodeByCode.get(`GN${geonames[concept]!}`) ?? concept;
      if (seen.has(node)) return;
      seen.add(node);
      const country = this.#country[concept]!;
      const cities = this.#cities.get(country) ?? [];
      cities.push({
        node,
        name: label[concept]!,
        lon: lon[concept]!,
        lat: lat[concept]!,
        region: region[concept]!,
      });
      this.#cities.set(country, cities);
    });
  }

  #collectRegions(index: FacetIndex): void {
    this.#facet.concepts.region.forEach((code, concept) => {
      const node = code === '' ? undefined : index.nodeByCode.get(code);
      if (node === undefined) return;
      const country = this.#country[concept]!;
      const nodes = this.#regionNodes.get(country) ?? new Set();
      nodes.add(node);
      this.#regionNodes.set(country, nodes);
    });
  }
}
