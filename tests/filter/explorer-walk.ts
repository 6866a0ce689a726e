/** Random walks of what a person can do with the explorer: every verb, with values that the dataset has. */
import { coauthorStrengths } from '../../src/state/coauthors/coauthor-strengths.ts';
import fc from 'fast-check';
import type { FilterState } from '../../src/filter/passing/filter-state.ts';
import { COUNTING_RULES } from '../../src/model/counting-rule.ts';
import { AUTHOR_FACET } from '../../src/model/dataset.ts';
import { MAP_PROJECTIONS, recordOrdersOf, viewsOf } from '../../src/share/view-state.ts';
import type { Explorer } from '../../src/state/explorer.svelte.ts';

/** One step; numbers pick among what the dataset has, modulo how many there are. */
export interface WalkStep {
  readonly verb: (typeof VERBS)[number];
  readonly facet: number;
  readonly node: number;
  readonly value: number;
}

export const VERBS = [
  'toggleIncluded',
  'toggleExcluded',
  'setMembership',
  'includeAny',
  'release',
  'setMode',
  'askPresence',
  'setMinScore',
  'setCompleteOnly',
  'includeText',
  'releaseText',
  'clearAll',
  'exchange',
  'compareWith',
  'setRule',
  'setTopicFacet',
  'focusOn',
  'showRecord',
  'showTable',
  'setMap',
  'sortRecords',
  'showTagsOf',
  'setCoauthors',
  'showAuthor',
  'hoverOver',
  'dismissUnknown',
] as const;

/** The verbs that change counts; all others only change how things are looked at. */
export const FILTER_VERBS: ReadonlySet<string> = new Set(VERBS.slice(0, 13));

/** What each verb may change; the number of facets in use goes with clauses and thresholds. */
export const CHANGED_PARTS: Readonly<Record<(typeof VERBS)[number], readonly string[]>> = {
  toggleIncluded: ['clauses', 'facetsInUse'],
  toggleExcluded: ['clauses', 'facetsInUse'],
  setMembership: ['clauses', 'facetsInUse'],
  includeAny: ['clauses', 'facetsInUse'],
  release: ['clauses', 'facetsInUse'],
  setMode: ['clauses'],
  askPresence: ['clauses', 'facetsInUse'],
  setMinScore: ['minScore', 'facetsInUse'],
  setCompleteOnly: ['completeOnly'],
  includeText: ['texts'],
  releaseText: ['texts'],
  clearAll: ['clauses', 'minScore', 'facetsInUse', 'completeOnly', 'texts'],
  exchange: ['clauses', 'facetsInUse', 'texts', 'reference'],
  compareWith: ['reference'],
  setRule: ['rule'],
  setTopicFacet: ['topicFacet'],
  focusOn: ['focus'],
  showRecord: ['openRecord', 'openAuthor'],
  showAuthor: ['openRecord', 'openAuthor'],
  setCoauthors: ['coauthors'],
  showTable: ['tables'],
  setMap: ['map'],
  sortRecords: ['recordOrder'],
  showTagsOf: ['recordFacet'],
  hoverOver: [],
  dismissUnknown: [],
};

const step: fc.Arbitrary<WalkStep> = fc.record({
  // clearing all too often would keep every walk near its start
  verb: fc.oneof({ weight: 1, arbitrary: fc.constant('clearAll' as const) }, ...VERBS.map(weighted)),
  facet: fc.nat(5),
  node: fc.nat(30),
  value: fc.nat(200),
});

function weighted(verb: (typeof VERBS)[number]) {
  return { weight: verb === 'clearAll' ? 0 : 9, arbitrary: fc.constant(verb) };
}

/** A walk of at most so many steps. */
export function walk(maxLength: number, minLength = 0): fc.Arbitrary<WalkStep[]> {
  return fc.array(step, { minLength, maxLength, size: 'max' });
}

/** A facet of the dataset and one of its nodes, unions included; undefined where the facet has no node. */
export function markOf(explorer: Explorer, { facet, node }: Pick<WalkStep, 'facet' | 'node'>) {
  const ids = [...explorer.dataset.facets.map(({ id }) => id), AUTHOR_FACET];
  const id = ids[facet % ids.length]!;
  const nodeCount = explorer.countsFor(id).records.length;
  return nodeCount === 0 ? undefined : { facet: id, node: node % nodeCount };
}

/** Words to filter by; the last cannot be searched for. */
const WORDS = ['tags', ' hidden  five', 'a&b=“c”', '…'] as const;

type Deed = (explorer: Explorer, mark: { facet: string; node: number }, value: number) => void;

const DEEDS: Readonly<Record<WalkStep['verb'], Deed>> = {
  toggleIncluded: (explorer, { facet, node }) => explorer.toggleIncluded(facet, node),
  toggleExcluded: (explorer, { facet, node }) => explorer.toggleExcluded(facet, node),
  setMembership: (explorer, { facet, node }, value) =>
    explorer.setMembership(facet, node, oneOf(['included', 'excluded', 'neither'], value)),
  includeAny: (explorer, { facet, node }) => explorer.includeAny(facet, [node]),
  release: (explorer, { facet, node }) => explorer.release(facet, [node]),
  setMode: (explorer, { facet }, value) => explorer.setMode(facet, oneOf(['any', 'all'], value)),
  askPresence: (explorer, { facet }, value) =>
    explorer.askPresence(facet, oneOf(['any', 'none', undefined], value)),
  setMinScore: (explorer, { facet }, value) =>
    explorer.setMinScore(facet, value % 101, oneOf(['push', 'replace'], value)),
  setCompleteOnly: (explorer, _, value) => explorer.setCompleteOnly(value % 2 === 0),
  includeText: (explorer, _, value) => explorer.includeText(oneOf(WORDS, value)),
  releaseText: (explorer, _, value) => explorer.releaseText(oneOf(WORDS, value)),
  clearAll: (explorer) => explorer.clearAll(),
  exchange: (explorer) => explorer.exchange(),
  compareWith: (explorer, _, value) => explorer.compareWith(value % 4 === 0 ? null : explorer.filter),
  setRule: (explorer, _, value) => explorer.setRule(oneOf(COUNTING_RULES, value)),
  setTopicFacet: (explorer, { facet }) => explorer.setTopicFacet(facet),
  focusOn: (explorer, { facet, node }, value) => explorer.focusOn(facet, value % 4 === 0 ? undefined : node),
  showRecord: (explorer, _, value) => {
    const { recordCount } = explorer.dataset;
    explorer.showRecord(recordCount === 0 || value % 4 === 0 ? null : value % recordCount);
  },
  showTable: (explorer, { node }, value) =>
    explorer.showTable(oneOf(viewsOf(explorer.dataset), value), node % 2 === 0),
  setMap: (explorer, _, value) => explorer.setMap({ projection: oneOf(MAP_PROJECTIONS, value) }),
  sortRecords: (explorer, _, value) => explorer.sortRecords(oneOf(recordOrdersOf(explorer.dataset), value)),
  showTagsOf: (explorer, { facet }, value) => explorer.showTagsOf(value % 3 === 0 ? null : facet),
  setCoauthors: (explorer, { node }, value) => {
    const people = explorer.dataset.authors.family.length;
    explorer.setCoauthors({
      around: people === 0 || value % 3 === 0 ? null : node % people,
      steps: oneOf([1, 2], node),
      minStrength: value / 8,
      strength: oneOf(['full', 'fractional'], value),
      hideAlone: value % 5 === 0,
      maxPairAuthors: 2 + (value % 100),
      color: oneOf(['community', 'place', 'topic'], value),
    });
  },
  showAuthor: (explorer, { node }, value) => {
    const people = explorer.dataset.authors.family.length;
    explorer.showAuthor(people === 0 || value % 4 === 0 ? null : node % people);
  },
  hoverOver: (explorer, { facet, node }, value) => {
    const { recordCount } = explorer.dataset;
    if (value % 3 === 0) explorer.hoverOver(null);
    else if (value % 3 === 1) explorer.hoverOver({ kind: 'node', facet, node });
    else if (recordCount > 0) explorer.hoverOver({ kind: 'record', record: value % recordCount });
  },
  dismissUnknown: (explorer) => explorer.dismissUnknown(),
};

/** Does what the step says; nothing where the dataset has nothing to do it with. */
export function take(explorer: Explorer, step: WalkStep): void {
  const mark = markOf(explorer, step);
  if (mark) DEEDS[step.verb](explorer, mark, step.value);
}

function oneOf<T>(list: readonly T[], pick: number): T {
  return list[pick % list.length]!;
}

/** What a link restores, as plain values that can be compared; clauses in the order of their facets. */
export function stateOf(explorer: Explorer) {
  const { filter, rule, topicFacet, openRecord, dataset } = explorer;
  const ids = [...dataset.facets.map(({ id }) => id), AUTHOR_FACET];
  const clausesOf = ({ clauses }: FilterState) =>
    ids.map((id) => {
      const clause = clauses.get(id);
      return clause && { ...clause, included: [...clause.included], excluded: [...clause.excluded] };
    });
  return {
    clauses: clausesOf(filter),
    reference: explorer.reference && [clausesOf(explorer.reference), explorer.reference.texts],
    minScore: ids.map((id) => explorer.minScore(id)),
    facetsInUse: [filter.clauses.size, filter.minScore.size],
    completeOnly: filter.completeOnly,
    texts: filter.texts,
    focus: ids.map((id) => explorer.focusOf(id)),
    rule,
    topicFacet,
    openRecord,
    openAuthor: explorer.openAuthor,
    coauthors: explorer.coauthors,
    map: explorer.map,
    recordOrder: explorer.recordOrder,
    recordFacet: explorer.recordFacet,
    tables: viewsOf(dataset).filter((view) => explorer.isTable(view)),
  };
}

/** Every number that the views show, as plain values. */
export function numbersOf(explorer: Explorer) {
  const ids = [...explorer.dataset.facets.map(({ id }) => id), AUTHOR_FACET];
  return {
    active: [...explorer.activeRecords],
    count: explorer.activeCount,
    counts: ids.map((id) => structuredClone(explorer.countsFor(id))),
    histograms: ids.map((id) => [...explorer.engine().scoreHistogram(id)]),
    coauthors: structuredClone(coauthorStrengths(explorer)),
  };
}
