/**
 * The slow answer: every number straight from its formula, by plain loops over plain objects. It shares no code
 * with src/filter but the types of the filter and the id of the author facet.
 */
import { AUTHOR_FACET, type ConceptColumns, type Dataset } from '../../src/model/dataset.ts';
import type { Clause, FilterState } from '../../src/filter/passing/filter-state.ts';

interface Tag {
  readonly concept: number;
  readonly score: number;
}

interface OracleFacet {
  readonly id: string;
  readonly parent: readonly number[];
  /** By node the concepts that it stands for: itself, or the members of a union. */
  readonly nodes: readonly (readonly number[])[];
  /** The concepts of each country, region and city that the facet knows. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** By record. */
  readonly tags: readonly (readonly Tag[])[];
  readonly hidden: readonly number[];
}

/** The numbers of one facet, in plain lists by node. */
export interface OracleCounts {
  readonly records: number[];
  readonly fractional: number[];
  readonly scoreSum: number[];
  readonly possible: number[];
  readonly belowThreshold: number[];
  readonly maxScore: number[];
  readonly considered: number;
  readonly tagged: number;
  readonly withHidden: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export class Oracle {
  readonly facets: readonly OracleFacet[];
  readonly #all: readonly number[];
  #filter: FilterState = { clauses: new Map(), minScore: new Map(), completeOnly: false, texts: [] };
  #matches: ReadonlyMap<string, Iterable<number>> = new Map();

  constructor(dataset: Dataset) {
    this.#all = Array.from({ length: dataset.recordCount }, (_, record) => record);
    this.facets = [...conceptFacets(dataset), authorFacet(dataset)];
  }

  /** @param matches the records that have some of the filter's words; other words turn nothing away */
  setFilter(filter: FilterState, matches: ReadonlyMap<string, Iterable<number>> = new Map()): void {
    this.#filter = filter;
    this.#matches = matches;
  }

  active(): number[] {
    return this.#all.filter((record) => this.passesBut(record, null));
  }

  /** Whether the record passes every clause but that of one facet. */
  passesBut(record: number, skipped: string | null): boolean {
    if (this.#filter.completeOnly && this.facets.some((facet) => facet.hidden[record]! > 0)) return false;
    const lacks = (text: string) =>
      this.#matches.has(text) && ![...this.#matches.get(text)!].includes(record);
    if (this.#filter.texts.some(lacks)) return false;
    return this.facets.every((facet) => facet.id === skipped || this.#passesClause(record, facet));
  }

  counts(id: string): OracleCounts {
    const facet = this.#facet(id);
    const considered = this.#all.filter((record) => this.passesBut(record, id));
    const cut = considered.filter((record) => facet.hidden[record]! > 0);
    const nodes = facet.nodes.map((_, node) => node);
    const shown = nodes.map((node) => considered.filter((record) => this.shows(record, id, node)));
    const has = (record: number, node: number) => this.score(record, id, node) >= 0;
    return {
      records: shown.map((records) => records.length),
      fractional: nodes.map((node) => sum(considered.map((record) => this.#share(record, facet, node)))),
      scoreSum: shown.map(
        (records, node) => sum(records.map((record) => this.score(record, id, node))) / 100,
      ),
      possible: nodes.map((node) => cut.filter((record) => !has(record, node)).length),
      belowThreshold: nodes.map(
        (node) => considered.filter((record) => has(record, node) && !this.shows(record, id, node)).length,
      ),
      maxScore: shown.map((records, node) =>
        Math.max(0, ...records.map((record) => this.score(record, id, node))),
      ),
      considered: considered.length,
      tagged: considered.filter((record) => this.#counted(record, facet).length > 0).length,
      withHidden: cut.length,
    };
  }

  histogram(id: string): number[] {
    const facet = this.#facet(id);
    const considered = this.#all.filter((record) => this.passesBut(record, id));
    const scores = considered.flatMap((record) => facet.tags[record]!.map((tag) => tag.score));
    return Array.from({ length: 101 }, (_, bin) => scores.filter((score) => score === bin).length);
  }

  /** s(r, c) in hundredths, -1 where the record has no tag at or below. */
  score(record: number, id: string, node: number): number {
    const facet = this.#facet(id);
    return Math.max(
      -1,
      ...facet.tags[record]!.filter((tag) => atOrBelow(facet, tag.concept, node)).map((tag) => tag.score),
    );
  }

  /** Whether the record has a counted tag at or below the node. */
  shows(record: number, id: string, node: number): boolean {
    const facet = this.#facet(id);
    return this.#counted(record, facet).some((tag) => atOrBelow(facet, tag.concept, node));
  }

  #facet(id: string): OracleFacet {
    return this.facets.find((facet) => facet.id === id)!;
  }

  #counted(record: number, facet: OracleFacet): Tag[] {
    const minScore = this.#filter.minScore.get(facet.id) ?? 0;
    return facet.tags[record]!.filter((tag) => tag.score >= minScore);
  }

  #passesClause(record: number, facet: OracleFacet): boolean {
    const clause: Clause | undefined = this.#filter.clauses.get(facet.id);
    if (!clause) return true;
    const shown = (node: number) => this.shows(record, facet.id, node);
    if (clause.tagged !== undefined && this.#counted(record, facet).length > 0 !== (clause.tagged === 'any'))
      return false;
    const included = [...clause.included];
    if ([...clause.excluded].some(shown)) return false;
    if (included.length === 0) return true;
    return clause.mode === 'any' ? included.some(shown) : included.every(shown);
  }

  /** What of the record's 1 falls at the node or below. */
  #share(record: number, facet: OracleFacet, node: number): number {
    const counted = this.#counted(record, facet);
    const deepest = counted.filter(
      (tag) =>
        !counted.some((other) => other.concept !== tag.concept && isUnder(facet, other.concept, tag.concept)),
    );
    const total = sum(deepest.map((tag) => tag.score));
    const here = deepest.filter((tag) => atOrBelow(facet, tag.concept, node));
    return sum(here.map((tag) => (total === 0 ? 1 / deepest.length : tag.score / total)));
  }
}

function isUnder(facet: OracleFacet, concept: number, ancestor: number): boolean {
  if (concept === ancestor) return true;
  const parent = facet.parent[concept]!;
  return parent !== -1 && isUnder(facet, parent, ancestor);
}

function atOrBelow(facet: OracleFacet, concept: number, node: number): boolean {
  return (facet.nodes[node] ?? []).some((member) => isUnder(facet, concept, member));
}

function conceptFacets(dataset: Dataset): OracleFacet[] {
  return dataset.facets.map((facet) => {
    const parent = [...facet.concepts.parent];
    const places = placesOf(facet.concepts);
    return {
      id: facet.id,
      parent,
      places,
      nodes: [
        ...facet.concepts.label.map((_, concept) => [concept]),
        // one concept above all others of the place is the place
        ...[...places.values()].filter((members) => !members.some((one) => isAbove(parent, one, members))),
      ],
      tags: Array.from({ length: dataset.recordCount }, (_, record) => {
        const tags: Tag[] = [];
        for (let i = facet.tagOffset[record]!; i < facet.tagOffset[record + 1]!; i++) {
          tags.push({ concept: facet.tagConcept[i]!, score: facet.tagScore[i]! });
        }
        return tags;
      }),
      hidden: [...facet.hidden],
    };
  });
}

/** Countries by code, then regions by theirs, then cities by id, each in the order of their first concepts. */
function placesOf(concepts: ConceptColumns): Map<string, number[]> {
  const all = concepts.label.map((_, concept) => concept);
  const keys = [
    all.map((concept) => (concepts.level[concept] === 'country' ? concepts.code[concept]! : '')),
    all.map((concept) => concepts.region[concept]!),
    all.map((concept) => (concepts.geonames[concept]! > 0 ? `GN${concepts.geonames[concept]!}` : '')),
  ];
  return new Map(
    keys.flatMap((column) =>
      [...new Set(column)]
        .filter((key) => key !== '')
        .map((key) => [key, all.filter((concept) => column[concept] === key)] as const),
    ),
  );
}

const isAbove = (parent: readonly number[], one: number, others: readonly number[]) =>
  others.every((other) => {
    let at = other;
    while (at !== -1 && at !== one) at = parent[at]!;
    return at === one;
  });

function authorFacet({ records, authors, recordCount }: Dataset): OracleFacet {
  return {
    id: AUTHOR_FACET,
    parent: authors.family.map(() => -1),
    nodes: authors.family.map((_, author) => [author]),
    places: new Map(),
    tags: Array.from({ length: recordCount }, (_, record) => {
      const byline = new Set<number>();
      for (let i = records.authorOffset[record]!; i < records.authorOffset[record + 1]!; i++) {
        byline.add(records.author[i]!);
      }
      return [...byline].map((concept) => ({ concept, score: 100 }));
    }),
    hidden: Array.from({ length: recordCount }, () => 0),
  };
}
