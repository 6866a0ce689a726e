/** A packed dataset in the shape of its file: what `encodeDataset` gives, columns and texts left as they are. */
import { DATASET_FORMAT, DATASET_VERSION } from '../../model/codec/dataset-file.ts';
import { encodeFacetHead, encodeForms, encodeTail } from '../../model/codec/encode-dataset.ts';
import { rowLengths } from '../../model/codec/whole-columns.ts';
import type { PackedDataset } from './packed-dataset.ts';
import { JsonLines, TextColumn } from './text-store.ts';

/** The same dataset always gives the same keys in the same order: those of `encodeDataset`. */
export function encodePacked(packed: PackedDataset) {
  return { ...encodeColumns(packed), ...encodeTail(packed) };
}

/** What stands before `encodeTail`: it is as it is whatever names suggest. */
export function encodeColumns(packed: PackedDataset) {
  const { records, authors } = packed;
  return {
    format: DATASET_FORMAT,
    version: DATASET_VERSION,
    title: packed.title,
    source: packed.source,
    records: {
      id: encodeTexts(records.id),
      title: encodeTexts(records.title),
      abstract: encodeTexts(records.abstract),
      ...(records.url === undefined ? {} : { url: encodeTexts(records.url) }),
      authors: { count: rowLengths(records.authorOffset), author: records.author },
      passages: {
        count: rowLengths(records.passageOffset),
        file: records.passageFile,
        first: records.passageFirst,
        last: records.passageLast,
      },
    },
    authors: { family: authors.family, given: authors.given, ...encodeForms(authors.forms) },
    facets: packed.facets.map((facet) => ({
      ...encodeFacetHead(facet),
      tags: { count: rowLengths(facet.tagOffset), concept: facet.tagConcept, score: facet.tagScore },
      hidden: facet.hidden,
    })),
  };
}

/** Lines, unless a text has some of its own; as `encodeDataset` does it. Texts of records are kept as lines. */
function encodeTexts(column: TextColumn) {
  return column.store.layout === 'list' || column.hasLineEnd() ? column : { lines: new JsonLines(column) };
}

/** An encoded packed dataset for `decodeDataset` to check: texts but ids and addresses are not looked at, and stand as empty ones. */
export function checkable(encoded: ReturnType<typeof encodePacked>, { records: { id, url } }: PackedDataset) {
  const { records, authors } = encoded;
  const blankLines = { lines: '\n'.repeat(id.length) };
  const blank = new Array<string>(authors.family.length).fill('');
  return {
    ...encoded,
    records: {
      ...records,
      id: records.id instanceof TextColumn ? id.texts() : { lines: linesOf(records.id.lines) },
      title: blankLines,
      abstract: blankLines,
      ...(url === undefined ? {} : { url: url.texts() }),
    },
    authors: { ...authors, family: blank, given: blank },
  };
}

/** What a reader of the file makes of the lines. */
function linesOf(lines: JsonLines): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const json = Array.from(lines.json(), (part) => decoder.decode(part, { stream: true }));
  return JSON.parse(`"${json.join('')}${decoder.decode()}"`) as string;
}
