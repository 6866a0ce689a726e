/** Co-authorship under a filter, counted again when somebody asks and other records pass. */
import { AUTHOR_FACET, type Dataset } from '../model/dataset.ts';
import { CoauthorTally, type Coauthorship } from './coauthor-tally.ts';
import type { CrossFilter } from './cross-filter.ts';

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
  const tally = last?.tally ?? new CoauthorTally(records, authors.family.length);
  const coauthorship = tally.update(filter.passesElsewhere(AUTHOR_FACET));
  counted.set(filter, { tally, version, coauthorship });
  return coauthorship;
}
