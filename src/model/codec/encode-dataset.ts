import {
  DATASET_FORMAT,
  DATASET_VERSION,
  type DatasetFile,
  type FacetFile,
  type TextsFile,
} from './dataset-file.ts';
import type { AuthorColumns, AuthorForms, CoauthorLayoutColumns, Dataset, Facet } from '../dataset.ts';
import { linesOf } from './pack-texts.ts';
import type { PackedTexts } from './packed-texts.ts';
import { packColumn, rowLengths } from './whole-columns.ts';

/** The dataset as a plain object for JSON; the same dataset always gives the same keys in the same order. */
export function encodeDataset(dataset: Dataset): DatasetFile {
  const { records } = dataset;
  return {
    format: DATASET_FORMAT,
    version: DATASET_VERSION,
    title: dataset.title,
    source: dataset.source,
    records: {
      id: encodeTexts(records.id),
      title: encodeTexts(records.title),
      abstract: encodeTexts(records.abstract),
      ...(records.url === undefined ? {} : { url: encodeTexts(records.url) }),
      authors: { count: packColumn(rowLengths(records.authorOffset)), author: packColumn(records.author) },
      passages: {
        count: packColumn(rowLengths(records.passageOffset)),
        file: packColumn(records.passageFile),
        first: packColumn(records.passageFirst),
        last: packColumn(records.passageLast),
      },
    },
    authors: encodeAuthors(dataset.authors),
    facets: dataset.facets.map(encodeFacet),
    ...encodeTail(dataset),
  };
}

/** Lines, unless a text has some of its own. */
function encodeTexts(texts: PackedTexts): TextsFile {
  const lines = linesOf(texts);
  return lines === null ? [...texts] : { lines };
}

/** What follows the facets. */
export function encodeTail(
  dataset: Pick<Dataset, 'problems' | 'report' | 'coauthorLayout' | 'date' | 'scenes'>,
): Pick<DatasetFile, 'problems' | 'report' | 'coauthorLayout' | 'date' | 'scenes'> {
  return {
    problems: dataset.problems,
    report: dataset.report,
    ...(dataset.coauthorLayout === undefined ? {} : { coauthorLayout: encodeLayout(dataset.coauthorLayout) }),
    ...(dataset.date === undefined ? {} : { date: dataset.date }),
    ...(dataset.scenes && dataset.scenes.length > 0 ? { scenes: dataset.scenes } : {}),
  };
}

function encodeAuthors({ family, given, forms }: AuthorColumns): DatasetFile['authors'] {
  return { family, given, ...encodeForms(forms) };
}

/** The other forms of names, left out where there are none. */
export function encodeForms(forms: AuthorForms | undefined): Pick<DatasetFile['authors'], 'forms'> {
  return forms === undefined ? {} : { forms: { ...forms, author: [...forms.author] } };
}

function encodeLayout({ maxPairAuthors, x, y }: CoauthorLayoutColumns) {
  return { maxPairAuthors, x: Array.from(x, hundredths), y: Array.from(y, hundredths) };
}

/** Adding 0 makes a plain zero of -0. */
const hundredths = (value: number) => Math.round(value * 100) + 0;

function encodeFacet(facet: Facet): FacetFile {
  return {
    ...encodeFacetHead(facet),
    tags: {
      count: packColumn(rowLengths(facet.tagOffset)),
      concept: packColumn(facet.tagConcept),
      score: packColumn(facet.tagScore),
    },
    hidden: packColumn(facet.hidden),
  };
}

/** What of a facet does not grow with the records. */
export function encodeFacetHead(facet: Facet): Omit<FacetFile, 'tags' | 'hidden'> {
  const { concepts } = facet;
  return {
    id: facet.id,
    kind: facet.kind,
    label: facet.label,
    scoreMeaning: facet.scoreMeaning,
    concepts: {
      label: concepts.label,
      parent: [...concepts.parent],
      code: concepts.code,
      numeric: concepts.numeric,
      level: concepts.level,
      region: concepts.region,
      lon: [...concepts.lon].map(degrees),
      lat: [...concepts.lat].map(degrees),
      geonames: [...concepts.geonames],
    },
    regionNames: Object.fromEntries(facet.regionNames),
  };
}

/** Three decimals, about 100 m; null for NaN, which JSON does not have. */
function degrees(value: number): number | null {
  // adding 0 makes a plain zero of -0, which JSON does not have either
  return Number.isNaN(value) ? null : Number(value.toFixed(3)) + 0;
}
