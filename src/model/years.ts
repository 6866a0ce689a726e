/** Years as concepts: "2014" below "2010s". */
import type { Dataset, RecordIndex } from './dataset.ts';

/** A year from 1000 to 2999 in four digits: what a record of print can have. */
export const isYear = (label: string): boolean => /^[12]\d{3}$/.test(label);

/** "2010s", the concept above a year. @param year in four digits */
export const decadeOf = (year: string): string => `${year.slice(0, 3)}0s`;

/** Whether a label is that of a decade. */
export const isDecade = (label: string): boolean => /^[12]\d{2}0s$/.test(label);

/** When a record was published, "2014"; several where copies of one record differ; "" where the dataset does not say. */
export function yearsOf({ facets }: Pick<Dataset, 'facets'>, record: RecordIndex): string {
  const facet = facets.find(({ kind }) => kind === 'time');
  if (facet === undefined) return '';
  const { tagConcept, tagOffset, concepts } = facet;
  const years = tagConcept.subarray(tagOffset[record], tagOffset[record + 1]);
  return Array.from(years, (year) => concepts.label[year]!).join(', ');
}
