/** The product itself. */
import { CrossFilter } from '../../../src/filter/cross-filter.ts';
import { preparing } from '../../../src/filter/prepare-filter.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { Peer } from '../peer.ts';

export const ENGINE = 'Whereabouts';

/** @param facets in the order in which the numbers are wanted */
export function enginePeer(dataset: Dataset, facets: readonly string[]): Peer {
  const engine = new CrossFilter(dataset);
  // the first counts belong to opening the dataset: they are measured there, and no other peer begins with nothing
  for (const facet of facets) engine.countsFor(facet);
  // and so does what the page does as soon as nobody waits for anything
  Array.from(preparing(engine));
  return {
    name: ENGINE,
    step(filter) {
      engine.setFilter(filter);
      const answer = { active: engine.activeCount, facets: facets.map((facet) => engine.countsFor(facet)) };
      return () => answer;
    },
  };
}
