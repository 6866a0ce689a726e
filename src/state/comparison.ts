/**
 * How the numbers under a filter stand against all records, or against those of another filter: whether a place or topic
 * is tagged here more often than there.
 */
import type { CrossFilter } from '../filter/cross-filter.ts';
import {
  comparable,
  EMPTY_CLAUSE,
  isSameRecords,
  withClause,
  type FilterState,
} from '../filter/passing/filter-state.ts';
import { allRecords } from '../filter/tally/all-records.ts';
import {
  locationQuotient,
  quotientOf,
  type LocationQuotient,
  type Verdict,
} from '../filter/tally/location-quotient.ts';
import { referenceRecords } from '../filter/tally/reference-records.ts';
import { UNTOLD_LABEL } from '../layout/classes/against-classes.ts';
import { countOf, formatCount } from '../layout/text/number-format.ts';
import { formatInterval, formatQuotient } from '../layout/text/quotient-format.ts';
import { AUTHOR_FACET, type FacetId } from '../model/dataset.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { TooltipRow } from './surface.svelte.ts';
import { filterWords } from './words/filter-words.ts';

/** What is compared with what. */
export interface Comparison {
  readonly facet: FacetId;
  /** "Against all", "Against Thailand": the head of a column. */
  readonly head: string;
  /** Records that pass every clause but the facet's own. */
  readonly compared: number;
  /**
   * What they are compared with: all records, where only complete tag lists are asked for all of those; or what is kept
   * to be compared with, without its clause for the facet.
   */
  readonly against: number;
  /** How many of these show a node. */
  readonly showing: (node: number) => number;
  /** Those of both that pass, and of them those that show a node; null where all are compared with, which hold them. */
  readonly shared: { readonly records: number; readonly showing: (node: number) => number } | null;
  /** Null where nothing of either shows it. */
  readonly quotient: (node: number) => LocationQuotient | null;
}

/**
 * Compares a facet's numbers. Records are counted, whatever the counting rule.
 * @returns null where there is nothing to compare: where the same records pass on both sides, or on one none, and for
 *   authors
 */
export function comparisonOf(explorer: Explorer, facet: FacetId): Comparison | null {
  if (facet === AUTHOR_FACET) return null;
  return explorer.reference ? againstReference(explorer, facet) : againstAll(explorer, facet);
}

function againstAll(explorer: Explorer, facet: FacetId): Comparison | null {
  const { records, considered: compared } = explorer.countsFor(facet);
  const { showing, considered: all } = allRecords(explorer.engine(), facet);
  if (compared === 0 || compared === all) return null;
  return {
    facet,
    head: 'Against all',
    compared,
    against: all,
    showing,
    shared: null,
    quotient: (node) => locationQuotient({ both: records[node]!, one: compared, other: showing(node), all }),
  };
}

function againstReference(explorer: Explorer, facet: FacetId): Comparison | null {
  const { records, considered: compared } = explorer.countsFor(facet);
  const { considered, shared, showing } = referenceRecords(
    explorer.engine(),
    referenceEngine(explorer),
    facet,
  );
  if (compared === 0 || considered === 0 || (compared === shared && considered === shared)) return null;
  return {
    facet,
    head: `Against ${shortReference(explorer, facet)}`,
    compared,
    against: considered,
    showing: (node) => showing(node).considered,
    shared: { records: shared, showing: (node) => showing(node).shared },
    quotient: (node) => {
      const there = showing(node);
      return quotientOf({
        here: { showing: records[node]!, of: compared },
        there: { showing: there.considered, of: considered },
        shared: { showing: there.shared, of: shared },
      });
    },
  };
}

/** Whether nothing is filtered otherwise yet than what is kept to be compared with. */
export const isComparedWithItself = ({ filter, reference }: Explorer): boolean =>
  reference !== null && isSameRecords(filter, reference);

const engines = new WeakMap<Explorer, CrossFilter>();

/** What is compared with, filtered as the dataset is: under the same thresholds, whose tags count on both sides. */
export function referenceEngine(explorer: Explorer): CrossFilter {
  const engine = engines.get(explorer) ?? explorer.engine().another();
  engines.set(explorer, engine);
  const { minScore, completeOnly } = explorer.filter;
  engine.setFilter({ ...explorer.reference!, minScore, completeOnly }, explorer.texts.matches);
  return engine;
}

/** Whether of what is compared with no record passes every clause but the facet's own. */
export const isReferenceEmpty = (explorer: Explorer, facet: FacetId): boolean =>
  referenceEngine(explorer).recordsElsewhere(facet).length === 0;

/** What a facet's numbers are compared with: without its own clause, which they skip. Null for all records. */
const referenceFor = ({ reference }: Explorer, facet?: FacetId): FilterState | null =>
  reference && facet !== undefined ? comparable(withClause(reference, facet, EMPTY_CLAUSE)) : reference;

/**
 * What is compared with, in words: "all records", "place Thailand, not technology Law", "records with no technology".
 * @param isPlain whether names stand without the words for their kinds: "Thailand, not Law"
 * @param facet whose numbers are compared, which skip what is asked for by it
 */
export function againstInWords(explorer: Explorer, isPlain = false, facet?: FacetId): string {
  const reference = referenceFor(explorer, facet);
  if (!reference) return 'all records';
  // what only lacks something or leaves something out has no name of its own
  return filterWords(explorer, () => isPlain, reference)
    .replace(/^(?=with )/, 'records ')
    .replace(/^not /, 'records without ');
}

/** Longer words stand for themselves where there is room. */
const HEAD_LIMIT = 28;

/** The same for heads. */
function shortReference(explorer: Explorer, facet: FacetId): string {
  if (!referenceFor(explorer, facet)) return 'all';
  const words = againstInWords(explorer, true, facet);
  return words.length <= HEAD_LIMIT ? words : `${words.slice(0, HEAD_LIMIT - 1).trimEnd()}…`;
}

/** "more often than among all records", "… than in what is compared with". */
export function verdictInWords(verdict: Verdict, isAll: boolean): string {
  const those = isAll ? 'among all records' : 'in what is compared with';
  return {
    more: `more often than ${those}`,
    less: `less often than ${those}`,
    expected: `as ${those}, as far as one can tell`,
    untold: UNTOLD_LABEL,
  }[verdict];
}

/** Stands before a quotient that differs from 1 by more than chance. */
export const VERDICT_SIGN: Readonly<Record<Verdict, string>> = {
  more: '▲',
  less: '▼',
  expected: '',
  untold: '',
};

/** A tooltip's row: "Against all ▲ 2.14× (1.43–3.20)"; none where there is nothing to compare. */
export function comparisonRow(explorer: Explorer, facet: FacetId, node: number): TooltipRow[] {
  const comparison = comparisonOf(explorer, facet);
  const quotient = comparison?.quotient(node);
  return quotient ? [{ label: comparison!.head, value: quotientInWords(quotient) }] : [];
}

/** What stands below a column of quotients. */
export const comparisonInWords = (explorer: Explorer, comparison: Comparison): string =>
  `${comparison.head}: how many times as often ${betweenInWords(explorer, comparison)}, with the 95 % interval. ` +
  '▲ ▼ where by an exact test, too, chance alone is unlikely; hidden tags count as not tagged.';

/** What a picture says of colours that compare; "" where there is nothing to compare. */
export function colorsInWords(explorer: Explorer, facet: FacetId): string {
  const comparison = comparisonOf(explorer, facet);
  if (!comparison) return '';
  return (
    `Colours: how many times as often each is tagged ${betweenInWords(explorer, comparison)}. ` +
    'Numbers are counts. Hidden tags count as not tagged.'
  );
}

function betweenInWords(explorer: Explorer, { facet, compared, against, shared }: Comparison): string {
  const those = explorer.filter.completeOnly ? ' with complete tag lists' : '';
  const which = `of ${againstInWords(explorer, false, facet)}`.replace(/^of records /, '');
  const there = referenceFor(explorer, facet)
    ? `the ${countOf(against, 'record')} ${which}${bothInWords(shared?.records ?? 0)}`
    : `all ${formatCount(against)}${those}`;
  return `among the ${countOf(compared, 'record')} compared as among ${there}`;
}

const bothInWords = (records: number) => (records > 0 ? ` (${formatCount(records)} of both)` : '');

/** By which rows are sorted; those that tell nothing stand below all others, whichever way. */
export function rankOf(quotient: LocationQuotient | null, direction: 'ascending' | 'descending'): number {
  if (quotient && quotient.verdict !== 'untold') return quotient.value;
  return direction === 'ascending' ? Infinity : -1;
}

/** "▲ 2.14× (1.43–3.20)". */
export function quotientInWords(quotient: LocationQuotient): string {
  const { value, verdict } = quotient;
  if (verdict === 'untold') return UNTOLD_LABEL;
  const sign = VERDICT_SIGN[verdict];
  return `${sign}${sign && ' '}${formatQuotient(value)} (${formatInterval(quotient)})`;
}
