/** What colours the map where it is not by value alone: loaded when a person asks for it, and with files. */
import { againstPainting } from '../../layout/map/against-fill.ts';
import { certaintyPainting } from '../../layout/map/certainty-fill.ts';
import type { Painting } from '../../layout/map/map-marks.ts';
import type { FacetId } from '../../model/dataset.ts';
import { againstInWords, comparisonOf, isReferenceEmpty } from '../comparison.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** @returns null for the plain ramp */
export function mapPainting(explorer: Explorer, facet: FacetId): Painting | null {
  const { color } = explorer.map;
  if (color === 'value') return null;
  const counts = explorer.countsFor(facet);
  if (color === 'certainty') {
    const lowest = explorer
      .engine()
      .scoreHistogram(facet)
      .findIndex((count) => count > 0);
    return certaintyPainting(counts, Math.max(0, explorer.minScore(facet), lowest));
  }
  const quotient = comparisonOf(explorer, facet)?.quotient ?? null;
  // where nothing can be compared all of it stands in the title: the note says why that does not help
  const words = againstInWords(explorer, true, quotient ? facet : undefined);
  const isEmpty = () => !quotient && isReferenceEmpty(explorer, facet);
  const reference = explorer.reference ? { words, isEmpty: isEmpty() } : undefined;
  return againstPainting(counts, quotient, reference);
}
