/** Numbers in words, the same for every view: a node's tooltip and accessible name, and what a map counts. */
import type { Regions } from '../../layout/map/country-map.ts';
import {
  formatCount,
  formatScore,
  formatSeen,
  formatValue,
  countOf,
} from '../../layout/text/number-format.ts';
import {
  COUNTED,
  COUNTING_RULES,
  COUNTING_RULE_LABEL,
  type CountingRule,
} from '../../model/counting-rule.ts';
import { AUTHOR_FACET, facetById, hasScores, type FacetId } from '../../model/dataset.ts';
import type { FacetCounts } from '../../filter/cross-filter.ts';
import { minScoreOf } from '../../filter/passing/filter-state.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { TooltipContent, TooltipRow } from '../surface.svelte.ts';

/** What compares with all records, loaded as soon as marks have names under a filter: tooltips come later. */
let comparing: Pick<typeof import('../comparison.ts'), 'comparisonRow'> | undefined;

let isAsked = false;
function prepareComparison(): void {
  if (isAsked) return;
  isAsked = true;
  // without it, what is told is whole all the same
  void import('../comparison.ts').then((loaded) => (comparing = loaded)).catch(Boolean);
}

/** A node's value under a counting rule. */
export function valueOf(counts: FacetCounts, node: number, rule: CountingRule): number {
  if (rule === 'records') return counts.records[node]!;
  return rule === 'fractional' ? counts.fractional[node]! : counts.scoreSum[node]!;
}

/** "5 records", "2.31 records, fractional", "score sum 0.63": a number with its rule, for names and heads. */
export function valueInWords(value: number, rule: CountingRule): string {
  if (rule === 'records') return countOf(value, 'record');
  return rule === 'fractional'
    ? `${formatValue(value, rule)} records, fractional`
    : `score sum ${formatValue(value, rule)}`;
}

/** The accessible name of a mark: its place, topic or author, and its number. */
export function markName(explorer: Explorer, facet: FacetId, node: number): string {
  const counts = explorer.countsFor(facet);
  if (explorer.isFiltered || explorer.reference) prepareComparison();
  const name = `${explorer.names.short(facet, node)}: ${valueInWords(valueOf(counts, node, explorer.rule), explorer.rule)}`;
  const possible = explorer.rule === 'records' ? counts.possible[node]! : 0;
  const withPossible = possible > 0 ? `${name}, ${formatCount(possible)} more possible` : name;
  return explorer.membership(facet, node) === 'excluded' ? `${withPossible}, excluded` : withPossible;
}

/** The tooltip of a node: all three rules, the active one marked, and what they don't say. */
export function describeNode(explorer: Explorer, facet: FacetId, node: number): TooltipContent {
  const counts = explorer.countsFor(facet);
  const context = explorer.names.path(facet, node).slice(0, -1).join(' › ') || explorer.names.kind(facet);
  // an author has no score and no hidden tags: one number says it all
  const rules = facet === AUTHOR_FACET ? (['records'] as const) : COUNTING_RULES;
  const rows: TooltipRow[] = rules.map((rule) => ({
    label: COUNTING_RULE_LABEL[rule],
    value:
      rule === 'records'
        ? formatSeen(counts.records[node]!, counts.possible[node]!)
        : formatValue(valueOf(counts, node, rule), rule),
    active: rule === explorer.rule || rules.length === 1,
  }));
  const tagged = facetById(explorer.dataset, facet);
  if (tagged && hasScores(tagged) && counts.records[node]! > 0) {
    rows.push({ label: 'Highest score', value: formatScore(counts.maxScore[node]!) });
  }
  if (comparing) rows.push(...comparing.comparisonRow(explorer, facet, node));
  const note = notes(explorer, facet, node, counts);
  return { title: explorer.names.short(facet, node), context, rows, ...(note ? { note } : {}) };
}

function notes(explorer: Explorer, facet: FacetId, node: number, counts: FacetCounts): string {
  const parts: string[] = [];
  const possible = counts.possible[node]!;
  if (possible > 0) {
    parts.push(`${countOf(possible, 'record')} with hidden tags might show it too.`);
  }
  const below = counts.belowThreshold[node]!;
  if (below > 0) {
    const minScore = formatScore(minScoreOf(explorer.filter, facet));
    parts.push(`${countOf(below, 'record')} below the threshold of ${minScore}.`);
  }
  if (explorer.rule === 'fractional' && minScoreOf(explorer.filter, facet) > 0) {
    parts.push('A share can rise with the threshold: weak tags beside it drop out.');
  }
  return parts.join(' ');
}

/**
 * "records per country · score at least 0.10 · 5 records tagged, 1 in no country".
 * @param unit of which places values are drawn
 * @param country the node that is looked into; undefined for the world, which cannot place a tag of a continent or a sea
 */
export function mapSubtitle(
  explorer: Explorer,
  facet: FacetId,
  unit: 'country' | 'region',
  country: number | undefined,
): string {
  const counts = explorer.countsFor(facet);
  const tagged = country === undefined ? counts.tagged : counts.records[country]!;
  const beyond = country === undefined ? beyondCountries(explorer, facet) : '';
  const parts = [mapRule(explorer, facet, unit), `${countOf(tagged, 'record')} tagged`];
  return parts.join(' · ') + (beyond === '' ? '' : `, ${beyond}`);
}

/** "records per country · score at least 0.10": what a map counts, without how many that are. */
export function mapRule(explorer: Explorer, facet: FacetId, unit: 'country' | 'region'): string {
  const minScore = explorer.minScore(facet);
  const cut = minScore > 0 ? ` · score at least ${formatScore(minScore)}` : '';
  return `${COUNTED[explorer.rule]} per ${unit}${cut}`;
}

/** "3 in no country": of the tagged records those that a map of the world cannot place; "" where it can place all. */
export function beyondCountries(explorer: Explorer, facet: FacetId): string {
  const beyond = explorer.inNoCountry(facet);
  return beyond > 0 ? `${formatCount(beyond)} in no country` : '';
}

/** Whether a country is drawn as one area, having no regions in the boundary files. */
export const isOneArea = ({ country, features }: Pick<Regions, 'country' | 'features'>): boolean =>
  features.length === 1 && features[0]?.id === country;

/**
 * "17 records tagged United States in none of these regions": what a country's map, its table and its files cannot
 * place; "" where it is nothing.
 * @param regions of the country; null for the world, and for a country that is drawn as one area
 */
export function unplacedInWords(
  explorer: Explorer,
  facet: FacetId,
  regions: Pick<Regions, 'country' | 'features'> | null,
): string {
  const unplaced = regions ? explorer.unplacedIn(facet, regions) : 0;
  const country = regions ? explorer.nodeByCode(facet, regions.country) : undefined;
  if (unplaced === 0 || country === undefined) return '';
  const name = explorer.names.short(facet, country);
  return `${countOf(unplaced, 'record')} tagged ${name} in none of these regions`;
}
