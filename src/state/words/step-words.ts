/** What a step did, in words for the history list: "Include Austria", "Score of geography at least 0.10". */
import {
  clauseOf,
  isEmptyFilter,
  isSameRecords,
  minScoreOf,
  type FilterState,
} from '../../filter/passing/filter-state.ts';
import { formatScore } from '../../layout/text/number-format.ts';
import { COUNTING_RULE_LABEL } from '../../model/counting-rule.ts';
import { AUTHOR_FACET, facetById, type FacetId } from '../../model/dataset.ts';
import { viewsOf, type RecordOrder, type ViewId, type ViewState } from '../../share/view-state.ts';
import { coauthorSteps } from './coauthor-step-words.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { filterWords } from './filter-words.ts';
import { runInWords, runsOf } from './year-runs.ts';

/** What the views are called in sentences. */
export const VIEW_NAMES: Readonly<Record<ViewId, string>> = {
  map: 'map',
  topics: 'topics',
  coauthors: 'co-authors',
  records: 'records',
  time: 'years',
};

const MAP_WORDS: Readonly<Record<string, string>> = {
  'equal-earth': 'Equal Earth projection',
  'natural-earth': 'Natural Earth projection',
  globe: 'globe',
  value: 'colour by value',
  certainty: 'colour by value and certainty',
  expected: 'colour by comparison',
  auto: 'classes that suit the data',
  log: 'logarithmic classes',
  quantile: 'quantile classes',
  equal: 'equal classes',
  jenks: 'natural breaks',
};

const ORDER_WORDS: Readonly<Record<RecordOrder, string>> = {
  source: 'as the source has them',
  title: 'by title',
  score: 'by highest score',
  tags: 'by number of tags',
  included: 'by highest score of what is included',
  newest: 'newest first',
  oldest: 'oldest first',
};

const NAME_LIMIT = 3;
const TITLE_LIMIT = 60;

/**
 * The step from one link to the next.
 * @param before a link of this page, without what is not ours
 */
export function stepInWords(explorer: Explorer, before: string, after: string): string {
  const [from, to] = [explorer.read(before).state, explorer.read(after).state];
  const compares = comparisonStep(explorer, from.reference, to.reference);
  // of two filters that change places each step would be told twice
  if (compares && from.reference && isSameRecords(to.filter, from.reference)) return 'Swap what is compared';
  if (!isEmptyFilter(from.filter) && isEmptyFilter(to.filter) && countParts(from) > 1)
    return 'Clear all filters';
  const facets = [...explorer.dataset.facets.map(({ id }) => id), AUTHOR_FACET];
  const parts = [
    ...(compares ? [compares] : []),
    ...facets.flatMap((facet) => facetSteps(explorer, facet, from, to)),
    ...lookSteps(explorer, from, to),
    ...coauthorSteps(explorer, from, to),
  ];
  if (parts.length > 0) return capitalized(parts.join(', '));
  return before === after ? 'No change' : capitalized(otherKeys(before, after));
}

function comparisonStep(explorer: Explorer, from: FilterState | null, to: FilterState | null): string | null {
  if (from === to || (from && to && isSameRecords(from, to))) return null;
  return `compare with ${to ? shortened(filterWords(explorer, undefined, to)) : 'all records'}`;
}

/** Clauses, thresholds and the switch for complete lists, counted: to clear one alone has better words. */
function countParts({ filter }: ViewState): number {
  const nodes = [...filter.clauses.values()].reduce(
    (sum, { included, excluded, tagged }) =>
      sum + included.size + excluded.size + Number(tagged !== undefined),
    0,
  );
  return nodes + filter.minScore.size + filter.texts.length + Number(filter.completeOnly);
}

function facetSteps(explorer: Explorer, facet: FacetId, from: ViewState, to: ViewState): string[] {
  const [was, is] = [clauseOf(from.filter, facet), clauseOf(to.filter, facet)];
  const name = (nodes: readonly number[]) => {
    const runs = runsOf(explorer, facet, nodes);
    const shown = runs.slice(0, NAME_LIMIT).map((run) => runInWords(explorer, facet, run));
    const more = runs.slice(NAME_LIMIT).flat().length;
    return more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown);
  };
  const added = (now: ReadonlySet<number>, then: ReadonlySet<number>) =>
    [...now].filter((node) => !then.has(node));
  const included = added(is.included, was.included);
  const excluded = added(is.excluded, was.excluded);
  const released = [...was.included, ...was.excluded].filter(
    (node) => !is.included.has(node) && !is.excluded.has(node),
  );
  const parts: string[] = [];
  if (included.length > 0) {
    const only = released.length > 0 && is.included.size === included.length && is.excluded.size === 0;
    parts.push(`${only ? 'only' : 'include'} ${name(included)}`);
    if (only) released.length = 0;
  }
  if (excluded.length > 0) parts.push(`exclude ${name(excluded)}`);
  if (released.length > 0) parts.push(`release ${name(released)}`);
  const label = facetById(explorer.dataset, facet)?.label.toLowerCase() ?? 'authors';
  if (was.tagged !== is.tagged) {
    const kind = explorer.names.kind(facet);
    const asked = { any: `only records with any ${kind}`, none: `only records with no ${kind}` };
    parts.push(is.tagged ? asked[is.tagged] : `records with and without ${kind}`);
  }
  if (was.mode !== is.mode) parts.push(`${label}: ${is.mode} of the included`);
  const minScore = minScoreOf(to.filter, facet);
  if (minScore !== minScoreOf(from.filter, facet)) {
    parts.push(
      minScore === 0 ? `any score of ${label}` : `score of ${label} at least ${formatScore(minScore)}`,
    );
  }
  const focus = to.focus.get(facet);
  if (focus !== from.focus.get(facet)) {
    parts.push(focus === undefined ? `zoom out to all of ${label}` : `zoom to ${name([focus])}`);
  }
  return parts;
}

function lookSteps({ dataset }: Explorer, from: ViewState, to: ViewState): string[] {
  const parts: string[] = [];
  if (from.filter.completeOnly !== to.filter.completeOnly) {
    parts.push(to.filter.completeOnly ? 'complete tag lists only' : 'cut tag lists too');
  }
  for (const text of to.filter.texts) {
    if (!from.filter.texts.includes(text)) parts.push(`only records with “${shortened(text)}”`);
  }
  for (const text of from.filter.texts) {
    if (!to.filter.texts.includes(text)) parts.push(`release “${shortened(text)}”`);
  }
  if (from.rule !== to.rule) parts.push(`count by ${COUNTING_RULE_LABEL[to.rule].toLowerCase()}`);
  if (from.topicFacet !== to.topicFacet) {
    parts.push(`topics by ${facetById(dataset, to.topicFacet)?.label.toLowerCase() ?? to.topicFacet}`);
  }
  if (from.openRecord !== to.openRecord) {
    const title = to.openRecord === null ? '' : dataset.records.title.at(to.openRecord);
    parts.push(to.openRecord === null ? 'close the record' : `open “${shortened(title)}”`);
  }
  for (const view of viewsOf(dataset)) {
    const isTable = to.tables.has(view);
    if (isTable !== from.tables.has(view))
      parts.push(`${VIEW_NAMES[view]} as a ${isTable ? 'table' : 'chart'}`);
  }
  if (from.recordOrder !== to.recordOrder) parts.push(`records ${ORDER_WORDS[to.recordOrder]}`);
  if (from.recordFacet !== to.recordFacet) {
    const facet = to.recordFacet === null ? undefined : facetById(dataset, to.recordFacet);
    parts.push(`tags of the records: ${facet?.label.toLowerCase() ?? 'automatic'}`);
  }
  for (const key of ['projection', 'color', 'classes'] as const) {
    if (from.map[key] !== to.map[key]) parts.push(`map: ${MAP_WORDS[to.map[key]] ?? to.map[key]}`);
  }
  return parts;
}

/** Keys that nobody has put into words yet, as the link has them. */
function otherKeys(before: string, after: string): string {
  const [from, to] = [new URLSearchParams(before), new URLSearchParams(after)];
  const keys = [...new Set([...from.keys(), ...to.keys()])].filter(
    (key) => from.getAll(key).join('\n') !== to.getAll(key).join('\n'),
  );
  return keys
    .map((key) => (to.has(key) ? `${key} ${shortened(to.getAll(key).join(', '))}` : `no ${key}`))
    .join(', ');
}

function shortened(text: string): string {
  if (text.length <= TITLE_LIMIT) return text;
  return `${text
    .slice(0, TITLE_LIMIT - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
