/** How one place's value and rank hang on the threshold, in numbers and in words. */
import { profileOf } from '../../filter/profile-of.ts';
import {
  rankAt,
  rankedCount,
  stableRange,
  THRESHOLD_COUNT,
  valueAt,
} from '../../filter/tally/threshold-profile.ts';
import { formatScore, formatValue } from '../../layout/text/number-format.ts';
import type { FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';

export interface ThresholdStory {
  readonly node: number;
  readonly name: string;
  /** Under the counting rule, at thresholds 0, 0.01, …, 1. */
  readonly values: readonly number[];
  /** "1, rank 2 of 9, the same from 0.00 to 0.14": of how many hangs on the threshold too. */
  readonly words: string;
}

/**
 * The story of the place that a person looks at: the one pointed at, else the only one included, else the one in
 * focus; null where there is none or it is none of the drawn places.
 * @param nodes the drawn places: ranks are ranks among them
 */
export function thresholdStory(
  explorer: Explorer,
  facet: FacetId,
  nodes: readonly number[],
): ThresholdStory | null {
  const node = lookedAt(explorer, facet);
  const position = node === undefined ? -1 : nodes.indexOf(node);
  if (node === undefined || position < 0) return null;
  const { rule } = explorer;
  const profile = profileOf(explorer.engine(), facet, nodes);
  const values = Array.from({ length: THRESHOLD_COUNT }, (_, at) => valueAt(profile, rule, position, at));
  const minScore = explorer.minScore(facet);
  const rank = rankAt(profile, rule, position, minScore);
  const range = stableRange(profile, rule, position, minScore);
  const held = `from ${formatScore(range.from)} to ${formatScore(range.to)}`;
  const words =
    rank === 0
      ? `no value ${held}`
      : `${formatValue(values[minScore]!, rule)}, rank ${rank} of ${rankedCount(profile, rule, minScore)}, the same ${held}`;
  return { node, name: explorer.names.short(facet, node), values, words };
}

function lookedAt(explorer: Explorer, facet: FacetId): number | undefined {
  const { hover, filter } = explorer;
  if (hover?.kind === 'node' && hover.facet === facet) return hover.node;
  const included = filter.clauses.get(facet)?.included;
  if (included?.size === 1) return [...included][0];
  return explorer.focusOf(facet);
}
