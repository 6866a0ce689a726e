/** What a facet of years must hold, so that years can be drawn where they stand in time and links can name them. */
import type { ConceptColumns } from '../dataset.ts';
import { decadeOf, isDecade, isYear } from '../years.ts';
import { DatasetError, shown } from './decode-values.ts';
import type { IdColumn } from './whole-columns.ts';

/**
 * Roots are decades, what stands below them their years, each once and both in the order of time; and tags name years.
 * @param path of the facet
 * @throws {DatasetError} at the first fault
 */
export function checkYears({ label, parent }: ConceptColumns, tags: IdColumn, path: string): void {
  let decadeBefore = '';
  let yearBefore = '';
  for (let i = 0; i < label.length; i++) {
    const at = `${path}.concepts.label[${i}]`;
    const own = label[i]!;
    const above = label[parent[i]!];
    const before = above === undefined ? decadeBefore : yearBefore;
    if (above === undefined && !isDecade(own)) {
      throw new DatasetError(at, `is ${shown(own)}, not a decade such as "2010s"`);
    }
    if (above !== undefined && !isYear(own)) {
      throw new DatasetError(at, `is ${shown(own)}, not a year from 1000 to 2999`);
    }
    if (above !== undefined && above !== decadeOf(own)) {
      throw new DatasetError(at, `is ${shown(own)} below ${shown(above)}, not below "${decadeOf(own)}"`);
    }
    if (own <= before) {
      throw new DatasetError(
        at,
        `is ${shown(own)} behind ${shown(before)}: decades and years rise, each once`,
      );
    }
    if (above === undefined) decadeBefore = own;
    else yearBefore = own;
  }
  const ofDecade = tags.findIndex((concept) => parent[concept]! < 0);
  if (ofDecade >= 0) {
    throw new DatasetError(`${path}.tags.concept[${ofDecade}]`, 'is a decade: records are tagged with years');
  }
}
