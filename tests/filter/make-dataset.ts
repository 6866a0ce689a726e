/** Small datasets written as plain values, for tests. */
import type { Dataset, Facet, FacetKind, PlaceLevel } from '../../src/model/dataset.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';
import { idsBelow, narrowest, sumOf } from '../../src/model/codec/whole-columns.ts';

export interface PlainConcept {
  readonly label: string;
  /** Position of the parent in the list, -1 for a root. */
  readonly parent: number;
  readonly code?: string;
  /** Without one: "country" for an alpha-3 code, "region" for another code, else "city" for a GeoNames id. */
  readonly level?: PlaceLevel;
  readonly region?: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly geonames?: number;
}

export interface PlainFacet {
  readonly id: string;
  readonly kind: FacetKind;
  readonly concepts: readonly PlainConcept[];
  readonly regionNames?: Readonly<Record<string, string>>;
}

/** Tags are pairs of concept and score in hundredths, in any order, each concept once. */
export interface PlainRecord {
  readonly title: string;
  readonly authors: readonly number[];
  readonly tags: Readonly<Partial<Record<string, readonly (readonly [number, number])[]>>>;
  readonly hidden: Readonly<Partial<Record<string, number>>>;
}

export interface PlainDataset {
  readonly authors: readonly string[];
  readonly facets: readonly PlainFacet[];
  readonly records: readonly PlainRecord[];
}

/** The dataset in columns. Each record is one line of one file. */
export function makeDataset({ authors, facets, records }: PlainDataset): Dataset {
  const recordCount = records.length;
  const lines = { linesIn: recordCount, linesUsed: recordCount, linesReported: 0 };
  const columns = facets.map((facet) => makeFacet(facet, records));
  return {
    title: 'Test',
    source: { name: 'Test', queries: [], files: ['test.txt'] },
    recordCount,
    records: {
      id: packTexts(records.map((_, i) => `r${i}`)),
      title: packTexts(records.map((record) => record.title)),
      abstract: packTexts(records.map(() => '')),
      authorOffset: offsets(records.map((record) => record.authors.length)),
      author: Uint32Array.from(records.flatMap((record) => record.authors)),
      passageOffset: offsets(records.map(() => 1)),
      passageFile: new Uint8Array(recordCount),
      passageFirst: Uint32Array.from(records, (_, i) => i + 1),
      passageLast: Uint32Array.from(records, (_, i) => i + 1),
    },
    authors: { family: authors, given: authors.map(() => null) },
    facets: columns,
    problems: [],
    report: {
      ...lines,
      files: [{ file: 'test.txt', ...lines }],
      recordsRead: recordCount,
      duplicatesMerged: 0,
      records: recordCount,
      facets: columns.map((facet) => ({
        facet: facet.id,
        concepts: facet.concepts.label.length,
        tags: facet.tagConcept.length,
        hiddenTags: sumOf(facet.hidden),
      })),
      authors: authors.length,
      countries: 0,
      placesResolved: 0,
      placesUnresolved: [],
      regionsResolved: 0,
      regionsUnresolved: [],
      citiesResolved: 0,
      citiesUnresolved: [],
      problems: {},
    },
  };
}

function makeFacet(facet: PlainFacet, records: readonly PlainRecord[]): Facet {
  const rows = records.map((record) => [...(record.tags[facet.id] ?? [])].sort((a, b) => a[0] - b[0]));
  return {
    id: facet.id,
    kind: facet.kind,
    label: facet.id,
    scoreMeaning: 'made up for a test',
    regionNames: new Map(Object.entries(facet.regionNames ?? {})),
    concepts: {
      label: facet.concepts.map((concept) => concept.label),
      parent: Int32Array.from(facet.concepts, (concept) => concept.parent),
      code: facet.concepts.map((concept) => concept.code ?? ''),
      numeric: facet.concepts.map(() => ''),
      level: facet.concepts.map(levelOf),
      region: facet.concepts.map((concept) => concept.region ?? ''),
      lon: Float64Array.from(facet.concepts, (concept) => concept.lon ?? NaN),
      lat: Float64Array.from(facet.concepts, (concept) => concept.lat ?? NaN),
      geonames: Uint32Array.from(facet.concepts, (concept) => concept.geonames ?? 0),
    },
    tagOffset: offsets(rows.map((row) => row.length)),
    tagConcept: idsBelow(
      facet.concepts.length,
      rows.flat().map((tag) => tag[0]),
    ),
    tagScore: Uint8Array.from(rows.flat(), (tag) => tag[1]),
    hidden: narrowest(records.map((record) => record.hidden[facet.id] ?? 0)),
  };
}

function levelOf({ level, code = '', geonames = 0 }: PlainConcept): PlaceLevel {
  if (level !== undefined) return level;
  if (/^[A-Z]{3}$/.test(code)) return 'country';
  return code !== '' ? 'region' : geonames > 0 ? 'city' : '';
}

/** Offsets of rows with these lengths, laid end to end. */
export function offsets(lengths: readonly number[]): Uint32Array {
  const offset = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    offset[i + 1] = offset[i]! + length;
  });
  return offset;
}
