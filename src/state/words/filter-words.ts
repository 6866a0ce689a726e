/** What is filtered, as a line of words for captions: "place United States or China, not industry Law". */
import type { FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { filterChips, type FilterChip } from './filter-chips.ts';
import type { FilterState } from '../../filter/passing/filter-state.ts';

/**
 * "" where nothing is filtered.
 * @param isPlain facets of which names stand without the word for their kind: "United States or China"
 * @param filter another than the present one
 */
export function filterWords(
  explorer: Explorer,
  isPlain: (facet: FacetId) => boolean = () => false,
  filter: FilterState = explorer.filter,
): string {
  const chips = filterChips(explorer, Infinity, filter);
  const phrases: string[] = [];
  for (let i = 0; i < chips.length; i++) {
    const chip = chips[i]!;
    if (chip.kind === 'mode') continue;
    const word =
      chip.kind === 'node' && isPlain(chip.facet) ? (chip.excluded ? 'not ' : '') : `${chip.word} `;
    if (chip.kind !== 'node' || chip.excluded) {
      phrases.push(`${word}${chip.label}`);
      continue;
    }
    const group = [chip.label];
    for (let next = chips[i + 1]; next && joins(next, chip.facet); next = chips[i + 1]) {
      group.push(next.label);
      i += 1;
    }
    const mode = filter.clauses.get(chip.facet)?.mode;
    phrases.push(`${word}${group.join(mode === 'all' ? ' and ' : ' or ')}`);
  }
  return phrases.join(', ');
}

function joins(chip: FilterChip, facet: string): chip is Exclude<FilterChip, { kind: 'mode' }> {
  return (chip.kind === 'node' || chip.kind === 'more') && chip.facet === facet && !chip.excluded;
}
