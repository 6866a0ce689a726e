/** From merged rows to the columns of the dataset. */
import type { Facet } from '../../model/dataset.ts';
import { idsBelow, narrowest } from '../../model/codec/whole-columns.ts';
import { packAuthors } from './author-columns.ts';
import { conceptTree } from './concept-tree.ts';
import type { FacetSpec } from '../facets.ts';
import type { MergedRows } from '../records/merge-rows.ts';
import type { PackedNames, PackedRecords } from '../columns/packed-dataset.ts';
import { pathKey } from '../parsed-record.ts';
import { packIds } from '../records/record-id.ts';
import type { RecordRows } from '../records/record-rows.ts';
import type { ResolvedPlaces } from '../places/resolve-all-places.ts';
import { TextColumn } from '../columns/text-store.ts';

/** The columns of a dataset that come from its records, but for its facets. */
export interface RecordsAndAuthors {
  readonly records: PackedRecords;
  readonly authors: PackedNames;
}

type PlacesOfFacet = Pick<ResolvedPlaces, 'placeByPath' | 'regionNames'>;
const NO_PLACES: PlacesOfFacet = { placeByPath: new Map(), regionNames: new Map() };

/** Lays the records out in columns: records in reading order, authors by name in code units. */
export function aggregateRecords(merged: MergedRows): RecordsAndAuthors {
  const { offset, author, family, given } = packAuthors(merged);
  return {
    records: { ...textColumns(merged), authorOffset: offset, author, ...passageColumns(merged) },
    authors: { family, given },
  };
}

/** The facets that know no places, by their position; concepts depth first. */
export function topicFacets(merged: MergedRows): ReadonlyMap<number, Facet> {
  const facets = new Map<number, Facet>();
  merged.rows.source.facets.forEach((spec, i) => {
    if (spec.kind !== 'place') facets.set(i, facetColumns(spec, merged, NO_PLACES));
  });
  return facets;
}

/**
 * All facets.
 * @param topics those of {@link topicFacets}
 * @param places what is known of the geography
 */
export function allFacets(
  merged: MergedRows,
  topics: ReadonlyMap<number, Facet>,
  places: PlacesOfFacet,
): Facet[] {
  return merged.rows.source.facets.map((spec, i) => topics.get(i) ?? facetColumns(spec, merged, places));
}

function textColumns({
  rows,
  order,
  merged,
}: MergedRows): Pick<PackedRecords, 'id' | 'title' | 'abstract' | 'url'> {
  const ids = Float64Array.from(order, (row) => rows.id.values[row]!);
  const abstract = order.slice();
  order.forEach((row, i) => {
    const copies = merged.get(row);
    if (copies === undefined) return;
    ids[i] = copies.id;
    abstract[i] = copies.abstract;
  });
  return {
    id: packIds(ids),
    title: new TextColumn(rows.titles, order),
    abstract: new TextColumn(rows.abstracts, abstract),
    ...urlColumn({ rows, order, merged }),
  };
}

/** Of copies the first address that one has; no column where no record has any. */
function urlColumn({
  rows,
  order,
  merged,
}: Pick<MergedRows, 'rows' | 'order' | 'merged'>): Pick<PackedRecords, 'url'> {
  const { urls, url } = rows;
  if (urls.length === 0) return {};
  const none = urls.length;
  urls.addText('');
  const at = order.map((row) => {
    const own = merged.get(row)?.rows.find((copy) => url.values[copy] !== 0) ?? row;
    return url.values[own] === 0 ? none : url.values[own]! - 1;
  });
  return { url: new TextColumn(urls, at) };
}

type Passages = Pick<PackedRecords, 'passageOffset' | 'passageFile' | 'passageFirst' | 'passageLast'>;

function passageColumns({ rows, order, merged }: MergedRows): Passages {
  const passageOffset = new Uint32Array(order.length + 1);
  const passages = new Uint32Array(rows.length);
  let at = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const copies = merged.get(row)?.rows;
    if (copies === undefined) passages[at++] = row;
    else for (const copy of copies) passages[at++] = copy;
    passageOffset[i + 1] = at;
  }
  return {
    passageOffset,
    passageFile: narrowest(passages.map((row) => rows.file.values[row]!)),
    passageFirst: passages.map((row) => rows.first.values[row]!),
    passageLast: passages.map((row) => rows.last.values[row]!),
  };
}

function facetColumns(spec: FacetSpec, records: MergedRows, places: PlacesOfFacet): Facet {
  const columns = tagColumns(records.rows.source.listOrder.indexOf(spec.id), records);
  const { tagPath, ...rest } = columns;
  const { tagOffset, tagScore } = rest;
  const { concepts, idOf } = conceptsOf(tagPath, records, places);
  for (let i = 0; i < tagPath.length; i++) tagPath[i] = idOf[tagPath[i]!]!;
  for (let i = 0; i + 1 < tagOffset.length; i++) {
    sortTags(tagPath, tagScore, tagOffset[i]!, tagOffset[i + 1]!);
  }
  const tagConcept = idsBelow(concepts.label.length, tagPath);
  return { ...spec, concepts, regionNames: places.regionNames, ...rest, tagConcept };
}

/** The tags of a facet by record, with the numbers of their paths. */
function tagColumns(
  facet: number,
  { rows, order, merged }: MergedRows,
): Pick<Facet, 'tagOffset' | 'tagScore' | 'hidden'> & { tagPath: Uint32Array } {
  const tagOffset = new Uint32Array(order.length + 1);
  const hidden = new Uint32Array(order.length);
  // copies have together at least the tags that they come to
  const paths = new Uint32Array(facetTagCount(facet, rows));
  const scores = new Uint8Array(paths.length);
  let length = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const list = merged.get(row)?.lists[facet];
    if (list === undefined) {
      hidden[i] = rows.hidden.values[rows.source.listOrder.length * row + facet]!;
      const end = rows.listStart(row, facet + 1);
      for (let at = rows.listStart(row, facet); at < end; at++) {
        paths[length] = rows.tagPath.values[at]!;
        scores[length++] = rows.tagScore.values[at]!;
      }
    } else {
      hidden[i] = list.hidden;
      paths.set(list.paths, length);
      scores.set(list.scores, length);
      length += list.paths.length;
    }
    tagOffset[i + 1] = length;
  }
  return {
    tagOffset,
    tagPath: paths.subarray(0, length),
    tagScore: scores.subarray(0, length),
    hidden: narrowest(hidden),
  };
}

/** How many tags all rows have in a facet. */
function facetTagCount(facet: number, rows: RecordRows): number {
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    count += rows.listStart(row, facet + 1) - rows.listStart(row, facet);
  }
  return count;
}

/** The tree of the paths that are there, and the concept of each path by its number. */
function conceptsOf(
  paths: Uint32Array,
  { rows }: MergedRows,
  { placeByPath }: PlacesOfFacet,
): Pick<Facet, 'concepts'> & { idOf: Uint32Array } {
  const isThere = new Uint8Array(rows.tags.pathCount);
  for (const path of paths) isThere[path] = 1;
  const levels: (readonly string[])[] = [];
  for (let path = 0; path < isThere.length; path++)
    if (isThere[path] === 1) levels.push(rows.tags.pathOf(path));
  const { concepts, idByPath } = conceptTree(levels, placeByPath);
  const idOf = new Uint32Array(isThere.length);
  for (const path of levels) idOf[rows.tags.numberOf(path)] = idByPath.get(pathKey(path))!;
  return { concepts, idOf };
}

/** Longer lists are sorted by the platform. */
const SHORT_LIST = 24;

/** Sorts the tags from `start` (included) to `end` (excluded) by concept; those of one concept keep their order. */
export function sortTags(concept: Uint32Array, score: Uint8Array, start: number, end: number): void {
  if (end - start > SHORT_LIST) {
    const tags = Array.from(
      { length: end - start },
      (_, i) => [concept[start + i]!, score[start + i]!] as const,
    );
    tags.sort(([a], [b]) => a - b);
    concept.set(
      tags.map(([id]) => id),
      start,
    );
    score.set(
      tags.map(([, hundredths]) => hundredths),
      start,
    );
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const id = concept[i]!;
    const hundredths = score[i]!;
    let at = i;
    for (; at > start && concept[at - 1]! > id; at--) {
      concept[at] = concept[at - 1]!;
      score[at] = score[at - 1]!;
    }
    concept[at] = id;
    score[at] = hundredths;
  }
}
