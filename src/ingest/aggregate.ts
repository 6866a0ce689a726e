/** From merged records to the columns of the dataset. */
import type { AuthorColumns, Facet, RecordColumns } from '../model/dataset.ts';
import { authorColumn, type AuthorColumn } from './author-column.ts';
import { conceptTree } from './concept-tree.ts';
import type { MergedRecord } from './dedupe.ts';
import { FACET_SPECS, type FacetSpec, type TextFacet } from './facets.ts';
import { pathKey, type ParsedTagList } from './parsed-record.ts';
import { recordIds } from './record-id.ts';
import type { ResolvedPlaces } from './resolve-all-places.ts';

/** The columns of a dataset that come from its records. */
export interface Aggregated {
  readonly records: RecordColumns;
  readonly authors: AuthorColumns;
  readonly facets: readonly Facet[];
}

type PlacesOfFacet = Pick<ResolvedPlaces, 'placeByPath' | 'regionNames'>;
const NO_PLACES: PlacesOfFacet = { placeByPath: new Map(), regionNames: new Map() };

/**
 * Lays the records out in columns: records in reading order, authors by name in code units, concepts depth first.
 * @param places what is known of the geography
 */
export function aggregate(records: readonly MergedRecord[], places: PlacesOfFacet): Aggregated {
  const column = authorColumn(records.map((record) => record.authors));
  const { authors } = column;
  return {
    records: recordColumns(records, column),
    authors: {
      family: authors.map((author) => author.family),
      given: authors.map((author) => author.given),
    },
    facets: FACET_SPECS.map((spec) =>
      facetColumns(spec, records, spec.kind === 'place' ? places : NO_PLACES),
    ),
  };
}

function recordColumns(records: readonly MergedRecord[], column: AuthorColumn): RecordColumns {
  const passages = records.flatMap((record) => record.passages);
  const authorOffset = offsets(records.map((record) => record.authors.length));
  const title = records.map((record) => record.title);
  return {
    id: recordIds(title, authorOffset, column),
    title,
    abstract: records.map((record) => record.abstract),
    authorOffset,
    author: column.author,
    passageOffset: offsets(records.map((record) => record.passages.length)),
    passageFile: Uint32Array.from(passages, (passage) => passage.file),
    passageFirst: Uint32Array.from(passages, (passage) => passage.first),
    passageLast: Uint32Array.from(passages, (passage) => passage.last),
  };
}

function facetColumns(
  spec: FacetSpec,
  records: readonly MergedRecord[],
  { placeByPath, regionNames }: PlacesOfFacet,
): Facet {
  const lists = records.map((record) => record.facets[spec.id as TextFacet] ?? NO_TAGS);
  const paths = distinctPaths(lists);
  const { concepts, idByPath } = conceptTree(paths, placeByPath);
  const idByList = new Map<readonly string[], number>();
  for (const path of paths) idByList.set(path, idByPath.get(pathKey(path))!);
  const tagOffset = offsets(lists.map((list) => list.tags.length));
  const tagConcept = new Uint32Array(tagOffset[records.length]!);
  const tagScore = new Uint8Array(tagConcept.length);
  for (let record = 0; record < lists.length; record++) {
    const start = tagOffset[record]!;
    const { tags } = lists[record]!;
    for (let i = 0; i < tags.length; i++) {
      tagConcept[start + i] = idByList.get(tags[i]!.path)!;
      tagScore[start + i] = tags[i]!.score;
    }
    sortTags(tagConcept, tagScore, start, start + tags.length);
  }
  return {
    ...spec,
    concepts,
    regionNames,
    tagOffset,
    tagConcept,
    tagScore,
    hidden: Uint32Array.from(lists, (list) => list.hidden),
  };
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

const NO_TAGS: ParsedTagList = { tags: [], hidden: 0 };

/** Each list of levels once; lists of the same levels may be several. */
function distinctPaths(lists: readonly ParsedTagList[]): Set<readonly string[]> {
  const paths = new Set<readonly string[]>();
  for (const { tags } of lists) for (const { path } of tags) paths.add(path);
  return paths;
}

/** Where each row begins, and where the last ends. */
function offsets(lengths: readonly number[]): Uint32Array {
  const offset = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offset[i + 1] = offset[i]! + length));
  return offset;
}
