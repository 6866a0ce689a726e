/** Colours held back by certainty: loaded when a person asks for them. */
import { certaintyScale, certaintyShare, type CertaintyScale } from './certainty-levels.ts';
import { cellName, suppressedColor, VALUE_STEPS, valueShareOf } from './uncertainty-palette.ts';

/** What decides a place's certainty: by node, as the cross-filter gives it. */
export interface ScoredCounts {
  readonly records: ArrayLike<number>;
  /** Sum of the counted scores, in units of 1. */
  readonly scoreSum: ArrayLike<number>;
}

/** The palette for one map. */
export interface CertaintyFill {
  readonly scale: CertaintyScale;
  /** The class that colours a node, for example "vsup-0-2". */
  readonly fill: (node: number, classNumber: number, classCount: number) => string;
}

/** So many classes of value has the palette. */
export const CERTAINTY_CLASSES = VALUE_STEPS;

/** Mean score of the records counted at a node, in hundredths. */
function meanScore(counts: ScoredCounts, node: number): number {
  return counts.records[node]! > 0 ? (100 * counts.scoreSum[node]!) / counts.records[node]! : 0;
}

/**
 * The palette for some nodes.
 * @param nodes those of the map, -1 for places without one
 * @param lowest the lowest score that counts, in hundredths
 */
export function certaintyFill(counts: ScoredCounts, nodes: readonly number[], lowest: number): CertaintyFill {
  const shown = nodes.filter((node) => node >= 0 && counts.records[node]! > 0);
  const scale = certaintyScale(
    shown.map((node) => meanScore(counts, node)),
    lowest,
  );
  const fill = (node: number, classNumber: number, classCount: number) => {
    const share = certaintyShare(scale, meanScore(counts, node));
    // which cell it is does not hang on the theme; its colour does
    return cellName(suppressedColor(valueShareOf(classNumber, classCount), share, 'light'));
  };
  return { scale, fill };
}
