/** What is known of one author, as filtered: their records, whom they write with, where and on what. */
import { AUTHOR_FACET, authorsOf, type AuthorId, type Facet, type RecordIndex } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { tableNodes } from '../tables/table-nodes.ts';

export interface AuthorLink {
  readonly author: AuthorId;
  /** Records together. */
  readonly records: number;
  /** Sum of 1/(n-1) over them, n being a record's number of authors. */
  readonly fractional: number;
}

/** The places or topics of a facet that an author's records show. */
export interface AuthorTags {
  readonly facet: Facet;
  /** Most records first. */
  readonly nodes: readonly { readonly node: number; readonly records: number }[];
}

export interface AuthorProfile {
  /** Records that pass every clause but the authors' own, in dataset order. */
  readonly records: readonly RecordIndex[];
  /** All records, whatever passes. */
  readonly recordCount: number;
  /** Strongest first: by records together, then by fractional strength. */
  readonly links: readonly AuthorLink[];
  readonly tags: readonly AuthorTags[];
}

/** Whom an author wrote with in the records that pass every clause but the authors' own, strongest first. */
export function authorLinks(explorer: Explorer, author: AuthorId): AuthorLink[] {
  const records = [...explorer.engine().everyRecordShowing(AUTHOR_FACET, author)];
  return linksOf(explorer, author, records.filter(explorer.engine().passesElsewhere(AUTHOR_FACET)));
}

/** Gathers an author's profile. Counts what the other views count: records that pass every other facet's clause. */
export function authorProfile(explorer: Explorer, author: AuthorId): AuthorProfile {
  const all = [...explorer.engine().everyRecordShowing(AUTHOR_FACET, author)].sort((a, b) => a - b);
  const records = all.filter(explorer.engine().passesElsewhere(AUTHOR_FACET));
  return {
    records,
    recordCount: all.length,
    links: linksOf(explorer, author, records),
    tags: explorer.dataset.facets.map((facet) => ({ facet, nodes: tagsOf(explorer, facet, records) })),
  };
}

function linksOf(explorer: Explorer, author: AuthorId, records: readonly RecordIndex[]): AuthorLink[] {
  const links = new Map<AuthorId, { author: AuthorId; records: number; fractional: number }>();
  for (const record of records) {
    const byline = new Set(authorsOf(explorer.dataset.records, record));
    for (const other of byline) {
      if (other === author) continue;
      const link = links.get(other) ?? { author: other, records: 0, fractional: 0 };
      link.records += 1;
      link.fractional += 1 / (byline.size - 1);
      links.set(other, link);
    }
  }
  return [...links.values()].sort(
    (a, b) => b.records - a.records || b.fractional - a.fractional || a.author - b.author,
  );
}

/** Countries and what lies outside of them; topics that stand as tags themselves, the deeper first among equals. */
function tagsOf(explorer: Explorer, facet: Facet, records: readonly RecordIndex[]): AuthorTags['nodes'] {
  const candidates =
    facet.kind === 'place' ? tableNodes(explorer, facet.id) : [...taggedConcepts(facet, records)];
  const counts = new Map<number, number>();
  for (const record of records) {
    const shown = explorer.engine().shownAmong(facet.id, Uint32Array.of(record));
    for (const node of candidates) if (shown[node] === 1) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  // a parent always stands before its children
  return [...counts]
    .map(([node, count]) => ({ node, records: count }))
    .sort((a, b) => b.records - a.records || b.node - a.node);
}

function taggedConcepts({ tagOffset, tagConcept }: Facet, records: readonly RecordIndex[]): Set<number> {
  const tagged = new Set<number>();
  for (const record of records) {
    for (let i = tagOffset[record]!; i < tagOffset[record + 1]!; i++) tagged.add(tagConcept[i]!);
  }
  return tagged;
}
