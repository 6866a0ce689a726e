/** From merged records to the columns of the dataset. */
import type { AuthorColumns, Facet, RecordColumns } from '../model/dataset.ts';
import { authorKeyOf, type ParsedAuthor } from './author-list.ts';
import { conceptTree } from './concept-tree.ts';
import type { MergedRecord } from './dedupe.ts';
import { FACET_SPECS, type FacetSpec, type TextFacet } from './facets.ts';
import { pathKey, type ParsedTagList } from './parsed-record.ts';
import { distinctIds, recordId } from './record-id.ts';
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
  const authors = distinctAuthors(records);
  return {
    records: recordColumns(records, authorIds(authors)),
    authors: {
      family: authors.map((author) => author.family),
      given: authors.map((author) => author.given),
    },
    facets: FACET_SPECS.map((spec) =>
      facetColumns(spec, records, spec.kind === 'place' ? places : NO_PLACES),
    ),
  };
}

function distinctAuthors(records: readonly MergedRecord[]): ParsedAuthor[] {
  const met = new Set<ParsedAuthor>();
  for (const { authors } of records) for (const author of authors) met.add(author);
  const authorByKey = new Map<string, ParsedAuthor>();
  for (const author of met) authorByKey.set(authorKeyOf(author), author);
  const keys = [...authorByKey.keys()].sort();
  return keys.map((key) => authorByKey.get(key)!);
}

/** Ids by author: at once for the same object, else by key. */
function authorIds(authors: readonly ParsedAuthor[]): (author: ParsedAuthor) => number {
  const idByAuthor = new Map(authors.map((author, id) => [author, id]));
  let idByKey: Map<string, number> | undefined;
  return (author) => {
    const known = idByAuthor.get(author);
    if (known !== undefined) return known;
    idByKey ??= new Map(authors.map((each, id) => [authorKeyOf(each), id]));
    const id = idByKey.get(authorKeyOf(author))!;
    idByAuthor.set(author, id);
    return id;
  };
}

function recordColumns(
  records: readonly MergedRecord[],
  idOf: (author: ParsedAuthor) => number,
): RecordColumns {
  const passages = records.flatMap((record) => record.passages);
  const authorOffset = offsets(records.map((record) => record.authors.length));
  const author = new Uint32Array(authorOffset[records.length]!);
  let at = 0;
  for (const { authors } of records) for (const each of authors) author[at++] = idOf(each);
  return {
    id: distinctIds(records.map((record) => recordId(record.title, record.authors))),
    title: records.map((record) => record.title),
    abstract: records.map((record) => record.abstract),
    authorOffset,
    author,
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
  const { concepts, idByPath } = conceptTree(distinctPaths(lists), placeByPath);
  const tagOffset = offsets(lists.map((list) => list.tags.length));
  const tagConcept = new Uint32Array(tagOffset[records.length]!);
  const tagScore = new Uint8Array(tagConcept.length);
  const idByList = new Map<readonly string[], number>();
  const conceptOf = (path: readonly string[]) => {
    let id = idByList.get(path);
    if (id === undefined) idByList.set(path, (id = idByPath.get(pathKey(path))!));
    return id;
  };
  lists.forEach(({ tags }, record) => {
    const start = tagOffset[record]!;
    const sorted = tags.length < 2 ? tags : [...tags].sort((a, b) => conceptOf(a.path) - conceptOf(b.path));
    for (let i = 0; i < sorted.length; i++) {
      tagConcept[start + i] = conceptOf(sorted[i]!.path);
      tagScore[start + i] = sorted[i]!.score;
    }
  });
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
