/** The script that is run: 200 steps, the same for the same dataset. */
import {
  EMPTY_FILTER,
  membershipOf,
  withMembership,
  withMinScore,
  type FilterState,
} from '../../src/filter/passing/filter-state.ts';
import { AUTHOR_FACET } from '../../src/model/dataset.ts';
import { oneOf, uniform, zipf, type Draw } from '../../tests/filter/seeded-random.ts';
import type { RollUp } from './rollup.ts';

export interface Step {
  readonly verb: string;
  readonly filter: FilterState;
}

/** Steps of which each changes the filter that the one before left; countries and topics twice as often as the rest. */
export function scriptOf(rollUps: readonly RollUp[], stepCount: number, seed: number): Step[] {
  const random = uniform(seed);
  const of = (facet: string) => rollUps.find((rollUp) => rollUp.facet === facet)!;
  const places = of('geography');
  const topics = of('technology');
  const countries = [...places.nodeByCode]
    .filter(([code]) => /^[A-Z]{3}$/.test(code))
    .map(([, node]) => node);
  const country = mostShown(random, places, countries);
  const topic = mostShown(random, topics, [...topics.parent.keys()].slice(1));
  const authors = of(AUTHOR_FACET).shownNode;
  const author = () => authors[Math.floor(random() * authors.length)]!;
  const toggled = (filter: FilterState, facet: string, node: number) =>
    withMembership(
      filter,
      facet,
      node,
      membershipOf(filter, facet, node) === 'included' ? 'neither' : 'included',
    );
  const verbs: Record<string, (filter: FilterState) => FilterState> = {
    'toggle a country': (filter) => toggled(filter, 'geography', country()),
    'toggle a topic subtree': (filter) => toggled(filter, 'technology', topic()),
    'toggle an author': (filter) => toggled(filter, AUTHOR_FACET, author()),
    'move the place threshold': (filter) => withMinScore(filter, 'geography', Math.floor(random() * 16)),
    'move the topic threshold': (filter) => withMinScore(filter, 'technology', Math.floor(random() * 80)),
    clear: () => EMPTY_FILTER,
  };
  const names = Object.keys(verbs);
  const lots = [...names, ...names.slice(0, 2)];
  const steps: Step[] = [];
  for (let filter = EMPTY_FILTER; steps.length < stepCount;) {
    const verb = oneOf(random, lots);
    filter = verbs[verb]!(filter);
    steps.push({ verb, filter });
  }
  return steps;
}

/** Draws nodes by Zipf's law, those that most records show first. */
function mostShown(random: Draw, { shownNode, nodeCount }: RollUp, nodes: readonly number[]): Draw {
  const records = new Uint32Array(nodeCount);
  for (const node of shownNode) records[node]!++;
  const ranked = [...nodes].sort((a, b) => records[b]! - records[a]! || a - b);
  const draw = zipf(random, ranked.length, 1);
  return () => ranked[draw()]!;
}
