/** How the numbers under a filter stand against all records: whether a place or topic is tagged there more often than elsewhere. */
import { allRecords } from '../filter/tally/all-records.ts';
import { locationQuotient, type LocationQuotient, type Verdict } from '../filter/tally/location-quotient.ts';
import { countOf, formatCount } from '../layout/text/number-format.ts';
import { formatQuotient } from '../layout/text/quotient-format.ts';
import { AUTHOR_FACET, type FacetId } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { TooltipRow } from './surface.svelte.ts';

/** What is compared with what. */
export interface Comparison {
  /** Records that pass every clause but the facet's own. */
  readonly compared: number;
  /** All records; where only complete tag lists are asked for, all of those. */
  readonly all: number;
  /** How many of all show a node. */
  readonly showing: (node: number) => number;
  /** Null where none of all does. */
  readonly quotient: (node: number) => LocationQuotient | null;
}

/**
 * Compares a facet's numbers. Records are counted, whatever the counting rule.
 * @returns null where there is nothing to compare: where all records pass, or none, and for authors
 */
export function comparisonOf(explorer: Explorer, facet: FacetId): Comparison | null {
  if (facet === AUTHOR_FACET) return null;
  const { records, considered: compared } = explorer.countsFor(facet);
  const { showing, considered: all } = allRecords(explorer.engine(), facet);
  if (compared === 0 || compared === all) return null;
  return {
    compared,
    all,
    showing,
    quotient: (node) => locationQuotient({ both: records[node]!, one: compared, other: showing(node), all }),
  };
}

export const VERDICT_IN_WORDS: Readonly<Record<Verdict, string>> = {
  more: 'more often than among all records',
  less: 'less often than among all records',
  expected: 'as among all records, as far as one can tell',
  untold: 'too few records to tell',
};

/** Stands before a quotient that differs from 1 by more than chance. */
export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  more: '▲',
  less: '▼',
  expected: '',
  untold: '',
};

/** A tooltip's row: "Against all ▲ 2.1× (1.43–3.2)"; none where there is nothing to compare. */
export function rowAgainstAll(explorer: Explorer, facet: FacetId, node: number): TooltipRow[] {
  const quotient = comparisonOf(explorer, facet)?.quotient(node);
  return quotient ? [{ label: 'Against all', value: quotientInWords(quotient) }] : [];
}

/** What stands below a column of quotients. */
export function comparisonInWords(explorer: Explorer, { compared, all }: Comparison): string {
  const those = explorer.filter.completeOnly ? ' with complete tag lists' : '';
  return (
    `Against all: times as often among the ${countOf(compared, 'record')} compared as among all ` +
    `${formatCount(all)}${those}. ▲ ▼ unlikely by chance alone; hidden tags count as not tagged.`
  );
}

/** By which rows are sorted; those that tell nothing stand below all others, whichever way. */
export function rankOf(quotient: LocationQuotient | null, direction: 'ascending' | 'descending'): number {
  if (quotient && quotient.verdict !== 'untold') return quotient.value;
  return direction === 'ascending' ? Infinity : -1;
}

/** "▲ 2.1× (1.4–3.2)". */
export function quotientInWords({ value, low, high, verdict }: LocationQuotient): string {
  if (verdict === 'untold') return VERDICT_IN_WORDS.untold;
  const sign = VERDICT_SIGN[verdict];
  const interval = `${formatQuotient(low)}–${formatQuotient(high)}`;
  return `${sign}${sign && ' '}${formatQuotient(value)}× (${interval})`;
}
