/** How the numbers under a filter stand against all records: whether a place or topic is tagged there more often than elsewhere. */
import { allRecords } from '../filter/tally/all-records.ts';
import { LEAST_RECORDS, locationQuotient, type LocationQuotient } from '../filter/tally/location-quotient.ts';
import { formatQuotient } from '../layout/text/quotient-format.ts';
import { AUTHOR_FACET, type FacetId } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { TooltipRow } from './surface.svelte.ts';

/** Each node's quotient; null where no record at all shows the node. */
export type Quotients = (node: number) => LocationQuotient | null;

/**
 * The quotients of a facet's nodes: of the records that pass every other clause, how many show the node, against how many of
 * all records do. Records are counted, whatever the counting rule.
 * @returns null where there is nothing to compare: where all records pass, or none, and for authors
 */
export function quotientsOf(explorer: Explorer, facet: FacetId): Quotients | null {
  if (facet === AUTHOR_FACET) return null;
  const { records, considered } = explorer.countsFor(facet);
  const all = allRecords(explorer.engine(), facet);
  if (considered === 0 || considered === all.considered) return null;
  return (node) =>
    locationQuotient({
      both: records[node]!,
      one: considered,
      other: all.showing(node),
      all: all.considered,
    });
}

/** What a quotient says: more or less often than expected, as expected as far as one can tell, or nothing. */
export type Verdict = 'more' | 'less' | 'expected' | 'untold';

/** The verdict: "more" and "less" where the interval lies wholly to one side of 1. */
export function verdictOf({ low, high, isTelling }: LocationQuotient): Verdict {
  if (!isTelling) return 'untold';
  if (low > 1) return 'more';
  return high < 1 ? 'less' : 'expected';
}

export const VERDICT_IN_WORDS: Readonly<Record<Verdict, string>> = {
  more: 'more often than among all records',
  less: 'less often than among all records',
  expected: 'as among all records, as far as one can tell',
  untold: 'too few records to tell',
};

/** A tooltip's row: "Against all records 2.1× (1.4–3.2)"; none where there is nothing to compare. */
export function rowAgainstAll(explorer: Explorer, facet: FacetId, node: number): TooltipRow[] {
  const quotient = quotientsOf(explorer, facet)?.(node);
  if (!quotient) return [];
  const value = quotient.isTelling ? quotientInWords(quotient) : VERDICT_IN_WORDS.untold;
  return [{ label: 'Against all records', value }];
}

/** What stands below a column of quotients. */
export const AGAINST_ALL_IN_WORDS =
  'Against all: times as often as among all records. Bold where the 95 % interval leaves out 1; ' +
  `pale below ${LEAST_RECORDS} records.`;

/** By which rows are sorted: the quotient; those that tell nothing stand below all others. */
export function rankOf(quotient: LocationQuotient | null): number {
  if (!quotient) return -2;
  return quotient.isTelling ? quotient.value : -1;
}

/** "2.1× (1.4–3.2)". */
export function quotientInWords({ value, low, high }: LocationQuotient): string {
  return `${formatQuotient(value)}× (${formatQuotient(low)}–${formatQuotient(high)})`;
}
