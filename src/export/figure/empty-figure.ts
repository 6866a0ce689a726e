/** What stands in a figure's place where there is nothing to draw. */
import { COLORS } from './colors.ts';
import type { Figure } from './figure.ts';
import { text } from './svg.ts';

/** A note in the middle of its width, px. */
export const emptyFigure = (title: string, words: string, width: number): Figure => ({
  title,
  subtitle: '',
  legend: [],
  body: text(words, width / 2, 40, { anchor: 'middle', size: 13, fill: COLORS['ink-soft'] }),
  width,
  height: 80,
  notes: [],
});
