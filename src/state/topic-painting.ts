/** What colours the topics where they are compared: loaded when a person asks for it, and with files. */
import { againstClass } from '../layout/classes/against-classes.ts';
import { whyNotCompared } from '../layout/classes/against-words.ts';
import { againstName } from '../layout/color/against-palette.ts';
import { facetById, type FacetId } from '../model/dataset.ts';
import { againstInWords, comparisonOf, isReferenceEmpty } from './comparison.ts';
import type { Explorer } from './explorer.svelte.ts';

export interface TopicPainting {
  /** What the colours say, in words. */
  readonly title: string;
  /** The colour of a topic: "against-3". */
  readonly fillOf: (node: number) => string;
}

function memoized(colorOf: (node: number) => string): (node: number) => string {
  const known = new Map<number, string>();
  return (node) => {
    const color = known.get(node) ?? colorOf(node);
    known.set(node, color);
    return color;
  };
}

/** @returns null where topics keep the hues of their branches: where nothing is compared */
export function topicPainting(explorer: Explorer, facet: FacetId): TopicPainting | null {
  const comparison = explorer.map.color === 'expected' ? comparisonOf(explorer, facet) : null;
  if (!comparison) return null;
  return {
    title: `How often tagged, against ${againstInWords(explorer, true, facet)}`,
    // asked for by an arc and by its name
    fillOf: memoized((node) => {
      const quotient = comparison.quotient(node);
      return againstName(againstClass(quotient ?? { value: 0, verdict: 'untold' }));
    }),
  };
}

/** Why topics keep their hues though colours that compare with another filter are asked for; "" where they do not. */
function whyNoColors(explorer: Explorer, facet: FacetId): string {
  const isAsked = explorer.map.color === 'expected' && explorer.reference !== null;
  if (!isAsked || comparisonOf(explorer, facet)) return '';
  const kind = facetById(explorer.dataset, facet)?.label.toLowerCase() ?? facet;
  const isEmpty = isReferenceEmpty(explorer, facet);
  return whyNotCompared(kind, explorer.countsFor(facet).considered, { isEmpty });
}

/** What the page shows of a comparison: its colours, or why there are none. */
export interface TopicColors {
  readonly title: string;
  /** Why topics keep their hues; "" where they do not. */
  readonly why: string;
  readonly fillOf: (node: number) => string | undefined;
}

/** @returns null where no comparison is asked for, or one with all records that there is nothing of */
export function topicColors(explorer: Explorer, facet: FacetId): TopicColors | null {
  const painting = topicPainting(explorer, facet);
  if (painting) return { ...painting, why: '' };
  const why = whyNoColors(explorer, facet);
  return why === '' ? null : { title: '', why, fillOf: () => undefined };
}
