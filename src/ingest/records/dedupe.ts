/**
 * Merges records that stand in the input more than once: same normalised title, and same authors or same abstract, if
 * addresses or years do not tell them apart. The first copy's words are kept, every passage, and the union of the tags.
 */
import { authorKeyOf } from '../authors/author-list.ts';
import type { FacetId } from '../../model/dataset.ts';
import { pathKey, type Passage, type ScoredTag, type ScoredTagList } from '../parsed-record.ts';
import { CopyGrouper, type CopyGroups } from './copy-groups.ts';
import type { ReadRecord } from './record-rows.ts';
import { Hash53 } from '../columns/hash53.ts';
import { byCodeUnits, textKey } from '../columns/text-keys.ts';
import { addTitleKey, titleKey } from '../columns/title-key.ts';

/** A record with all the places that it was read from, in reading order. */
export interface MergedRecord extends Omit<ReadRecord, 'passage'> {
  readonly passages: readonly Passage[];
}

/** A copy that was merged into an earlier one. */
export interface Merge {
  readonly copy: ReadRecord;
  readonly into: ReadRecord;
  /** What the two have in common: "title and authors". */
  readonly same: string;
  /** What differs between them: "tags", "authors"; empty for a faithful copy. */
  readonly differs: readonly string[];
}

/** The distinct records, in order of their first copies. */
export interface Deduped {
  readonly records: readonly MergedRecord[];
  readonly merges: readonly Merge[];
}

/** Merges duplicates within and across files; linear in the records. @param yearFacet see {@link CopyGrouper} */
export function dedupe(records: readonly ReadRecord[], yearFacet?: FacetId): Deduped {
  const { groups } = groupsOf(records, yearFacet);
  const merged: MergedRecord[] = [];
  const merges: Merge[] = [];
  for (const group of groups.values()) {
    const into = group[0]!;
    merged.push(mergeCopies(group));
    for (const copy of group.slice(1)) merges.push(compareCopies(into, copy));
  }
  return { records: merged, merges };
}

/** Copies of one record together. @param yearFacet see {@link CopyGrouper} */
export function groupsOf(records: readonly ReadRecord[], yearFacet?: FacetId): CopyGroups {
  const grouper = new CopyGrouper(records, yearFacet);
  const isAlone = titlesThatStandAlone(records);
  records.forEach((record, i) => {
    if (isAlone[i] === 1) return;
    for (const key of likenessKeys(record)) grouper.add(i, key);
  });
  return grouper.finish();
}

/** 1 for each record that surely is the only one of its title, and so like no other. */
function titlesThatStandAlone(records: readonly ReadRecord[]): Uint8Array {
  const isAlone = new Uint8Array(records.length).fill(1);
  const firstByHash = new Map<number, number>();
  records.forEach(({ title }, i) => {
    const hash = new Hash53();
    addTitleKey(hash, title);
    const value = hash.value();
    const first = firstByHash.get(value);
    if (first === undefined) firstByHash.set(value, i);
    else isAlone[first] = isAlone[i] = 0;
  });
  return isAlone;
}

/** Two records with a key in common are the same, if they are not two works. A record without authors and abstract is like no other. */
function likenessKeys(record: ReadRecord): string[] {
  const title = titleKey(record.title);
  const [authors, abstract] = [authorsKey(record), textKey(record.abstract)];
  return [
    ...(authors === '' ? [] : [`${title}\n\n${authors}`]),
    ...(abstract === '' ? [] : [`${title}\n${abstract}`]),
  ];
}

/** The set of authors, whatever its order; "" for none. */
function authorsKey(record: ReadRecord): string {
  return record.authors.map(authorKeyOf).sort(byCodeUnits).join('\n');
}

/** One record of its copies. */
export function mergeCopies(copies: readonly ReadRecord[]): MergedRecord {
  const first = copies[0]!;
  if (copies.length === 1) {
    const { title, abstract, authors, facets, passage } = first;
    return { title, abstract, authors, facets, passages: [passage] };
  }
  const facets: Partial<Record<FacetId, ScoredTagList>> = {};
  for (const facet of new Set(copies.flatMap((copy) => Object.keys(copy.facets)))) {
    const lists = copies.flatMap((copy) => copy.facets[facet] ?? []);
    if (lists.length > 0) facets[facet] = lists.length === 1 ? lists[0]! : unionOf(lists);
  }
  return {
    title: first.title,
    abstract: copies.find((copy) => copy.abstract !== '')?.abstract ?? '',
    authors: copies.find((copy) => copy.authors.length > 0)?.authors ?? [],
    facets,
    passages: copies.map((copy) => copy.passage),
  };
}

/** Every tag of any copy with its highest score; what the fullest copy has beyond these stays hidden. */
function unionOf(lists: readonly ScoredTagList[]): ScoredTagList {
  const tagByPath = new Map<string, ScoredTag>();
  let fullest = 0;
  for (const { tags, hidden } of lists) {
    fullest = Math.max(fullest, tags.length + hidden);
    for (const tag of tags) {
      const other = tagByPath.get(pathKey(tag.path));
      if (other === undefined || tag.score > other.score) tagByPath.set(pathKey(tag.path), tag);
    }
  }
  return { tags: [...tagByPath.values()], hidden: Math.max(0, fullest - tagByPath.size) };
}

const haveSameAuthors = (a: ReadRecord, b: ReadRecord) => authorsKey(a) === authorsKey(b);
const haveSameAbstract = (a: ReadRecord, b: ReadRecord) =>
  a.abstract === b.abstract || textKey(a.abstract) === textKey(b.abstract);

/** What two records with a key in common share, in words. */
export function inCommon(a: ReadRecord, b: ReadRecord): string {
  const same = ['title'];
  if (haveSameAuthors(a, b) && b.authors.length > 0) same.push('authors');
  if (haveSameAbstract(a, b) && b.abstract !== '') same.push('abstract');
  return same.join(' and ');
}

/** What a copy has in common with the first, and what not. */
export function compareCopies(into: ReadRecord, copy: ReadRecord): Merge {
  const differs: string[] = [];
  if (!haveSameAuthors(into, copy)) differs.push('authors');
  if (!haveSameAbstract(into, copy)) differs.push('abstract');
  if (tagsKey(into) !== tagsKey(copy)) differs.push('tags');
  return { copy, into, same: inCommon(into, copy), differs };
}

function tagsKey({ facets }: ReadRecord): string {
  const lists = Object.entries(facets).flatMap(([facet, list]) => {
    // a list that is empty says no more than one that is not there
    if (list === undefined || (list.tags.length === 0 && list.hidden === 0)) return [];
    const keys = list.tags.map(({ path, score }) => `${pathKey(path)}\n${score}`);
    return [facet, ...keys.sort(byCodeUnits), list.hidden].join('\n\n');
  });
  return lists.sort(byCodeUnits).join('\n\n\n');
}
