/** How far south a flat map of a dataset reaches. */
import { recordsInAll } from '../../filter/index/records-in-all.ts';
import { ANTARCTICA } from '../../layout/map/antarctica.ts';
import type { Southward } from '../../layout/map/flat-projection.ts';
import { facetById, type FacetId } from '../../model/dataset.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** So many of the highest values are worth that all others are drawn smaller. */
const LARGEST = 6;

/**
 * To the pole where Antarctica is included, or one of the largest among all records, whatever the filter, so that the
 * map keeps its size with each click; to its coast where it has fewer; else no farther than the other land.
 */
export function southwardOf(explorer: Explorer, facet: FacetId): Southward {
  const node = explorer.nodeByCode(facet, ANTARCTICA);
  if (node === undefined) return 'land';
  if (explorer.membership(facet, node) === 'included') return 'pole';
  const records = recordsInAll(explorer.engine().indexes.get(facet)!);
  const { code } = facetById(explorer.dataset, facet)!.concepts;
  // countries have codes of three letters
  const larger = code.filter((each, other) => each.length === 3 && records[other]! > records[node]!);
  return larger.length < LARGEST ? 'pole' : 'coast';
}
