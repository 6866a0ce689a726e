/** When a record was published. */
import type { Dataset, RecordIndex } from '../../model/dataset.ts';

/** "2014"; several where copies of one record differ; "" where the dataset does not say. */
export function yearsOf({ facets }: Pick<Dataset, 'facets'>, record: RecordIndex): string {
  const facet = facets.find(({ kind }) => kind === 'time');
  if (facet === undefined) return '';
  const { tagConcept, tagOffset, concepts } = facet;
  const years = tagConcept.subarray(tagOffset[record], tagOffset[record + 1]);
  return Array.from(years, (year) => concepts.label[year]!).join(', ');
}
