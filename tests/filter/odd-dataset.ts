/** Random datasets whose names are as awkward as a decoded file allows. */
import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { packTexts } from '../../src/model/codec/pack-texts.ts';

/** Texts that a separator, an escape, a query string or a code could be confused with. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  'CYP',
  'TUR',
  '>CYP',
  'CYP\\2',
  'a > b',
  'a>b',
  'a\\>b',
  '\\',
  '\\\\2',
  'Smith, Ann',
  'Smith',
  'R&D #1 + 50 %',
  '?v=2&geography=x',
  'Łódź · 東京 · 🦊',
  'tab\tnew\nline\u0000',
  'half \ud83e',
  '\udd8a half',
  '__proto__',
  'undefined',
];

/** Mostly {@link ODD_TEXTS}, and any other text. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** {@link arbitraryDataset} with odd labels and author names, many of them twice, and odd facet ids now and then. */
export const oddDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    arbitraryDataset,
    fc.array(oddText, { minLength: 1, maxLength: 9 }),
    fc.array(fc.option(oddText), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([dataset, texts, givens, oddIds]) => renamed(dataset, texts, givens, oddIds));

/** So many addresses, some of them missing. */
const urls = (count: number) =>
  Array.from({ length: count }, (_, i) => (i % 3 === 1 ? '' : `https://doi.org/10.1000/${i}`));

const ODD_IDS = ['topics', 'not.topics', 'in.v', 'table'];

function renamed(
  dataset: Dataset,
  texts: readonly string[],
  givens: readonly (string | null)[],
  oddIds: boolean,
): Dataset {
  const text = (i: number) => texts[i % texts.length]!;
  return {
    ...dataset,
    title: text(1),
    records: {
      ...dataset.records,
      title: packTexts(Array.from({ length: dataset.recordCount }, (_, i) => text(i))),
      abstract: packTexts(Array.from({ length: dataset.recordCount }, (_, i) => text(i + 1))),
      ...(texts.length % 2 === 0 ? {} : { url: packTexts(urls(dataset.recordCount)) }),
    },
    authors: {
      family: dataset.authors.family.map((_, i) => text(3 * i)),
      given: dataset.authors.family.map((_, i) => givens[i % givens.length]!),
    },
    facets: dataset.facets.map((facet, f) => ({
      ...facet,
      id: oddIds ? ODD_IDS[f]! : facet.id,
      // the names of years are what they are
      concepts:
        facet.kind === 'time'
          ? facet.concepts
          : { ...facet.concepts, label: facet.concepts.label.map((_, i) => text(i + f)) },
    })),
  };
}
