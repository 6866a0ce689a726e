/** The slow oracle of everything after reading: records as objects, texts as strings, sets and sorts of the platform. */
import { conceptTree } from '../../src/ingest/assemble/concept-tree.ts';
import { dedupe, type MergedRecord } from '../../src/ingest/records/dedupe.ts';
import { AITOPICS, type FacetSpec } from '../../src/ingest/facets.ts';
import { authorKeyOf } from '../../src/ingest/parsed-author.ts';
import { pathKey, type ParsedRecord } from '../../src/ingest/parsed-record.ts';
import { distinctIds, recordId } from '../../src/ingest/records/record-id.ts';
import { resolveAllPlaces, type ResolvedPlaces } from '../../src/ingest/places/resolve-all-places.ts';
import type { Dataset, Facet } from '../../src/model/dataset.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { idsBelow, narrowest } from '../../src/model/codec/whole-columns.ts';

/** The columns that records, in reading order, come to. */
export function plainColumns(read: readonly ParsedRecord[]): Pick<Dataset, 'records' | 'authors' | 'facets'> {
  const { records } = dedupe(read);
  const authorByKey = new Map(
    records.flatMap(({ authors }) => authors.map((author) => [authorKeyOf(author), author] as const)),
  );
  const keys = [...authorByKey.keys()].sort();
  const passages = records.flatMap((record) => record.passages);
  const places = resolveAllPlaces(
    read.flatMap(({ facets, passage: { file } }) =>
      (facets['geography']?.tags ?? []).map(({ path, line }) => ({ path, line, file })),
    ),
  );
  return {
    records: {
      id: packTexts(distinctIds(records.map(({ title, authors }) => recordId(title, authors)))),
      title: packTexts(records.map(({ title }) => title)),
      abstract: packTexts(records.map(({ abstract }) => abstract)),
      authorOffset: offsets(records.map(({ authors }) => authors.length)),
      author: Uint32Array.from(
        records.flatMap(({ authors }) => authors.map((author) => keys.indexOf(authorKeyOf(author)))),
      ),
      passageOffset: offsets(records.map((record) => record.passages.length)),
      passageFile: narrowest(passages.map(({ file }) => file)),
      passageFirst: Uint32Array.from(passages, ({ first }) => first),
      passageLast: Uint32Array.from(passages, ({ last }) => last),
    },
    authors: {
      family: keys.map((key) => authorByKey.get(key)!.family),
      given: keys.map((key) => authorByKey.get(key)!.given),
    },
    facets: AITOPICS.facets.map((spec) => plainFacet(spec, records, places)),
  };
}

function plainFacet(spec: FacetSpec, records: readonly MergedRecord[], places: ResolvedPlaces): Facet {
  const isPlace = spec.kind === 'place';
  const lists = records.map(({ facets }) => facets[spec.id] ?? { tags: [], hidden: 0 });
  const paths = lists.flatMap(({ tags }) => tags.map(({ path }) => path));
  const { concepts, idByPath } = conceptTree(paths, isPlace ? places.placeByPath : new Map());
  const tags = lists.flatMap((list) =>
    list.tags
      .map(({ path, score }) => ({ concept: idByPath.get(pathKey(path))!, score }))
      .sort((a, b) => a.concept - b.concept),
  );
  return {
    ...spec,
    concepts,
    regionNames: isPlace ? places.regionNames : new Map<string, string>(),
    tagOffset: offsets(lists.map((list) => list.tags.length)),
    tagConcept: idsBelow(
      concepts.label.length,
      tags.map(({ concept }) => concept),
    ),
    tagScore: Uint8Array.from(tags, ({ score }) => score),
    hidden: narrowest(lists.map(({ hidden }) => hidden)),
  };
}

/** Where each row begins, and where the last ends. */
function offsets(lengths: readonly number[]): Uint32Array {
  const offset = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offset[i + 1] = offset[i]! + length));
  return offset;
}
