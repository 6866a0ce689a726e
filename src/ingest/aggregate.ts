/** From merged records to the columns of the dataset. */
import type { AuthorColumns, Facet, RecordColumns } from '../model/dataset.ts';
import { authorKeyOf, type ParsedAuthor } from './author-list.ts';
import { conceptTree } from './concept-tree.ts';
import type { MergedRecord } from './dedupe.ts';
import { FACET_SPECS, type FacetSpec, type TextFacet } from './facets.ts';
import { pathKey } from './parsed-record.ts';
import { distinctIds, recordId } from './record-id.ts';
import type { ResolvedPlaces } from './resolve-all-places.ts';
import { byCodeUnits } from './text-keys.ts';

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
  const idByAuthor = new Map(authors.map((author, id) => [authorKeyOf(author), id]));
  return {
    records: recordColumns(records, (author) => idByAuthor.get(authorKeyOf(author))!),
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
  const authorByKey = new Map<string, ParsedAuthor>();
  for (const { authors } of records)
    for (const author of authors) authorByKey.set(authorKeyOf(author), author);
  return [...authorByKey].sort(([a], [b]) => byCodeUnits(a, b)).map(([, author]) => author);
}

function recordColumns(
  records: readonly MergedRecord[],
  idOf: (author: ParsedAuthor) => number,
): RecordColumns {
  const passages = records.flatMap((record) => record.passages);
  return {
    id: distinctIds(records.map((record) => recordId(record.title, record.authors))),
    title: records.map((record) => record.title),
    abstract: records.map((record) => record.abstract),
    authorOffset: offsets(records.map((record) => record.authors.length)),
    author: Uint32Array.from(records.flatMap((record) => record.authors.map(idOf))),
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
  const lists = records.map((record) => record.facets[spec.id as TextFacet] ?? { tags: [], hidden: 0 });
  const { concepts, idByPath } = conceptTree(
    lists.flatMap((list) => list.tags.map((tag) => tag.path)),
    placeByPath,
  );
  const tags = lists.flatMap((list) =>
    list.tags
      .map(({ path, score }) => ({ concept: idByPath.get(pathKey(path))!, score }))
      .sort((a, b) => a.concept - b.concept),
  );
  return {
    ...spec,
    concepts,
    regionNames,
    tagOffset: offsets(lists.map((list) => list.tags.length)),
    tagConcept: Uint32Array.from(tags, (tag) => tag.concept),
    tagScore: Uint8Array.from(tags, (tag) => tag.score),
    hidden: Uint32Array.from(lists, (list) => list.hidden),
  };
}

/** Where each row begins, and where the last ends. */
function offsets(lengths: readonly number[]): Uint32Array {
  const offset = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offset[i + 1] = offset[i]! + length));
  return offset;
}
