/** Colours held back by certainty: loaded when a person asks for them. */
import { certaintyScale, certaintyShare } from '../color/certainty-levels.ts';
import type { CountryMark, Painting } from './map-marks.ts';
import { cellName, suppressedColor, VALUE_STEPS, valueShareOf } from '../color/uncertainty-palette.ts';

/** What decides a place's certainty: by node, as the cross-filter gives it. */
export interface ScoredCounts {
  readonly records: ArrayLike<number>;
  /** Sum of the counted scores, in units of 1. */
  readonly scoreSum: ArrayLike<number>;
}

/** So many classes of value has the palette. */
export const CERTAINTY_CLASSES = VALUE_STEPS;

/** Mean score of the records counted at a node, in hundredths. */
function meanScore(counts: ScoredCounts, node: number): number {
  return counts.records[node]! > 0 ? (100 * counts.scoreSum[node]!) / counts.records[node]! : 0;
}

/**
 * The palette for a map.
 * @param lowest the lowest score that counts, in hundredths
 */
export function certaintyPainting(counts: ScoredCounts, lowest: number): Painting {
  return {
    classLimit: CERTAINTY_CLASSES,
    paint: (marks) => {
      const shown = marks.countries.filter(({ node }) => node >= 0 && counts.records[node]! > 0);
      const scale = certaintyScale(
        shown.map(({ node }) => meanScore(counts, node)),
        lowest,
      );
      const classCount = Math.max(1, marks.scheme.classes.length);
      const fillOf = ({ node, classIndex }: CountryMark) => {
        const share = certaintyShare(scale, meanScore(counts, node));
        // which cell it is does not hang on the theme; its colour does
        return cellName(suppressedColor(valueShareOf(classIndex + 1, classCount), share, 'light'));
      };
      const countries = marks.countries.map((mark) =>
        mark.classIndex < 0 ? mark : { ...mark, fill: fillOf(mark) },
      );
      return { ...marks, countries, painted: { kind: 'certainty', scale } };
    },
  };
}
