/** What a view of years counts, in words. */
import { COUNTED } from '../../model/counting-rule.ts';
import { countOf, formatCount } from '../../layout/text/number-format.ts';
import type { Facet } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { TimePicture } from '../time-picture.ts';

/** "records per year, whatever year is chosen". */
export function timeRule(explorer: Explorer, unit: TimePicture['unit']): string {
  const facet = explorer.timeFacet;
  const isOwn = facet !== undefined && explorer.filter.clauses.has(facet);
  return `${COUNTED[explorer.rule]} per ${unit}${isOwn ? `, whatever ${unit} is chosen` : ''}`;
}

/** "48 records dated, 1 not". */
export function datedInWords(explorer: Explorer, { id }: Pick<Facet, 'id'>): string {
  const { considered, tagged } = explorer.countsFor(id);
  return `${countOf(tagged, 'record')} dated, ${formatCount(considered - tagged)} not`;
}
