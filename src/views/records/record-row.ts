/** Measures that the rows of the record list share with its head, in CSS pixels. */
import type { ScoreAxis } from '../../layout/records/score-dots.ts';

/** Height of every row; a narrow one has room for a title on two lines. */
export const rowHeightPx = (narrow: boolean): number => (narrow ? 68 : 50);

/** The axis that the scores of all rows share. */
export const SCORE_AXIS: ScoreAxis = { lengthPx: 120, dotPx: 8, levels: 2 };

/** Room for dots at either end of the axis. */
export const AXIS_MARGIN_PX = 5;

/** A dot of the axis about its middle, and one of what is included: larger and of another shape. */
export const DOT = 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0';
export const INCLUDED_DOT = 'M-5 0 0-5 5 0 0 5z';

/** Scores that the head writes and that every row draws a line at, in hundredths. */
export const AXIS_TICKS: readonly number[] = [0, 50, 100];
