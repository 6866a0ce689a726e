/** What colours the topics where they are compared: loaded when a person asks for it, and with files. */
import { againstClass } from '../layout/classes/against-classes.ts';
import { againstName } from '../layout/color/against-palette.ts';
import type { FacetId } from '../model/dataset.ts';
import { againstInWords, comparisonOf } from './comparison.ts';
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
