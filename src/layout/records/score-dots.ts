/** Dots on a common axis of scores: where dots would cover each other they stand above and below. */
import type { Hundredths } from '../../model/dataset.ts';

/** What has a score. */
interface Scored {
  readonly score: Hundredths;
}

/** Where a dot stands, in CSS pixels: x from the axis's left end, y from its middle, positive downwards. */
interface DotPlace {
  readonly x: number;
  readonly y: number;
}

/** Measures of the axis in CSS pixels. */
export interface ScoreAxis {
  /** Length of the axis from score 0 to score 1. */
  readonly lengthPx: number;
  /** A dot's diameter, with the gap to the next. */
  readonly dotPx: number;
  /** Levels above the middle, and as many below; what finds no place covers another dot. */
  readonly levels: number;
}

/** Where a score stands on the axis. */
export function scoreX(score: Hundredths, axis: ScoreAxis): number {
  return (score / 100) * axis.lengthPx;
}

/** Places dots exactly at their scores, the surest first in the middle, later ones on the nearest free level. */
export function scoreDots<Tag extends Scored>(tags: readonly Tag[], axis: ScoreAxis): (Tag & DotPlace)[] {
  const placed: (Tag & DotPlace)[] = [];
  for (const tag of [...tags].sort((a, b) => b.score - a.score)) {
    const x = scoreX(tag.score, axis);
    const near = placed.filter((dot) => dot.x - x < axis.dotPx);
    const y = levelsOf(axis).find((level) => near.every((dot) => isClear(dot, x, level, axis.dotPx)));
    placed.push({ ...tag, x, y: y ?? 0 });
  }
  return placed;
}

function isClear(dot: DotPlace, x: number, y: number, dotPx: number): boolean {
  return (dot.x - x) ** 2 + (dot.y - y) ** 2 >= dotPx ** 2 - 1e-9;
}

function levelsOf({ levels, dotPx }: ScoreAxis): number[] {
  const heights = [0];
  for (let level = 1; level <= levels; level++) heights.push(-level * dotPx, level * dotPx);
  return heights;
}
