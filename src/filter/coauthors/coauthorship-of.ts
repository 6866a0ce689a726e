/** Co-authorship under a filter, counted again when somebody asks and other records pass. */
import { AUTHOR_FACET, type Dataset } from '../../model/dataset.ts';
import { part, type Work } from '../../model/work.ts';
import { CoauthorTally, type Coauthorship } from './coauthor-tally.ts';
import type { CrossFilter } from '../cross-filter.ts';

interface Counted {
  readonly tally: CoauthorTally;
  readonly version: number;
  readonly coauthorship: Coauthorship;
}

const counted = new WeakMap<CrossFilter, Counted>();

/**
 * Who writes with how many others, under every clause but the authors' own.
 * @param dataset that of the filter
 */
export function coauthorshipOf(filter: CrossFilter, { records, authors }: Dataset): Coauthorship {
  const version = filter.versionElsewhere(AUTHOR_FACET);
  const last = counted.get(filter);
  if (last?.version === version) return last.coauthorship;
  const tally = last?.tally ?? CoauthorTally.of(records, authors.family.length);
  const coauthorship = tally.update(filter.passesElsewhere(AUTHOR_FACET));
  counted.set(filter, { tally, version, coauthorship });
  return coauthorship;
}

/** The same in small steps, where it is not known yet. */
export function* countingCoauthors(filter: CrossFilter, dataset: Dataset): Work<Coauthorship> {
  const version = filter.versionElsewhere(AUTHOR_FACET);
  const last = counted.get(filter);
  if (last?.version === version) return last.coauthorship;
  // one of its own: steps that are given up leave no tally behind that others go on with
  const making = CoauthorTally.making(dataset.records, dataset.authors.family.length);
  const tally = yield* part(making, 0, 0.3);
  const coauthorship = yield* part(tally.updating(filter.passesElsewhere(AUTHOR_FACET)), 0.3, 1);
  counted.set(filter, { tally, version, coauthorship });
  return coauthorship;
}
