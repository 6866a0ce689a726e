/**
 * A value-suppressing uncertainty palette (Correll, Moritz, Heer 2018, doi:10.1145/3173574.3174216): colour stands
 * for value, and the less sure a value is, the fewer steps it has and the nearer it comes to grey. Doubtful values
 * look alike, so that nobody reads a difference into them.
 *
 * Three levels of certainty with 4, 2 and 1 steps of value: each pair of steps becomes one on the next level. Seven
 * colours are as many as people with two kinds of cones can tell apart as well; the test computes it.
 */
import { hexOfOklab, mixOklab, oklabOfHex, type Oklab } from './oklab.ts';
import { typeOn } from './type-on.ts';

/** The page's themes. */
export type PaletteTheme = 'light' | 'dark';

export const PALETTE_THEMES: readonly PaletteTheme[] = ['light', 'dark'];

/** Steps of value on each level, from the most certain level (0) to the least. */
export const STEPS_OF_LEVEL: readonly number[] = [4, 2, 1];

/** How many levels of certainty there are. */
export const LEVEL_COUNT = STEPS_OF_LEVEL.length;

/** Steps of value on the most certain level: as many classes as a map in this palette should have. */
export const VALUE_STEPS = STEPS_OF_LEVEL[0]!;

/** One colour of the palette. */
export interface PaletteCell {
  /** 0 (most certain) to `LEVEL_COUNT - 1`. */
  readonly level: number;
  /** 0 (lowest values) to `STEPS_OF_LEVEL[level] - 1`. */
  readonly step: number;
  /** "#rrggbb". */
  readonly color: string;
}

interface Ends {
  /** The first and the last step of the theme's ramp: --ramp-1 and --ramp-5 of tokens.css. */
  readonly low: string;
  readonly high: string;
  /** What doubt mixes into: grey with a touch of sand, since teal and pure grey are one to who lacks red or green cones. */
  readonly grey: Oklab;
}

const ENDS: Readonly<Record<PaletteTheme, Ends>> = {
  light: { low: '#98cbc4', high: '#0a4a4c', grey: { l: 0.6, a: 0, b: 0.04 } },
  dark: { low: '#245d5d', high: '#bdf2e6', grey: { l: 0.36, a: 0, b: 0.035 } },
};

/** How far each level is mixed into grey: 0 (not at all) to 1 (nothing else). */
const GREY_OF_LEVEL: readonly number[] = [0, 0.55, 1];

/**
 * The colour of a value.
 * @param valueShare 0 (lowest) to 1 (highest): where the value's class lies among the classes
 * @param certaintyShare 0 (least certain) to 1 (most): each level takes a third
 */
export function suppressedColor(
  valueShare: number,
  certaintyShare: number,
  theme: PaletteTheme,
): PaletteCell {
  const level = LEVEL_COUNT - 1 - stepAt(certaintyShare, LEVEL_COUNT);
  return cellAt(level, stepAt(valueShare, STEPS_OF_LEVEL[level]!), theme);
}

/** All cells, level by level from the most certain, each level from the lowest values. */
export function paletteCells(theme: PaletteTheme): PaletteCell[] {
  return STEPS_OF_LEVEL.flatMap((stepCount, level) =>
    Array.from({ length: stepCount }, (_, step) => cellAt(level, step, theme)),
  );
}

/**
 * Where a class stands among few: the middle of a step, so that its share falls well inside. Few classes spread over
 * all steps, a single one takes the third.
 * @param classNumber 1 to `classCount`
 * @param classCount 1 to `VALUE_STEPS`
 */
export function valueShareOf(classNumber: number, classCount: number): number {
  const last = VALUE_STEPS - 1;
  const step = classCount === 1 ? 2 : Math.round(((classNumber - 1) * last) / (classCount - 1));
  return (step + 0.5) / VALUE_STEPS;
}

/** The name of a cell as class and, after two dashes, as custom property: "vsup-0-3". */
export function cellName({ level, step }: Pick<PaletteCell, 'level' | 'step'>): string {
  return `vsup-${level}-${step}`;
}

/**
 * The palette as a style sheet, src/styles/uncertainty.css: each cell and the type on it as custom properties for both
 * themes, and a class that hands them on as --fill and --type. The page's policy allows no style in attributes.
 */
export function paletteCss(): string {
  const tokens = (theme: PaletteTheme) =>
    paletteCells(theme).flatMap((cell) => [
      `  --${cellName(cell)}: ${cell.color};`,
      `  --type-${cellName(cell)}: ${typeOn(cell.color)};`,
    ]);
  const classes = paletteCells('light').map(
    (cell) =>
      `.${cellName(cell)} {\n  --fill: var(--${cellName(cell)});\n  --type: var(--type-${cellName(cell)});\n}`,
  );
  return `${[
    '/* Computed by src/layout/color/uncertainty-palette.ts, whose test compares: npx vitest run uncertainty-palette -u */',
    `:root {\n${tokens('light').join('\n')}\n}`,
    `:root[data-theme='dark'] {\n${tokens('dark').join('\n')}\n}`,
    ...classes,
  ].join('\n')}\n`;
}

function cellAt(level: number, step: number, theme: PaletteTheme): PaletteCell {
  const { low, high, grey } = ENDS[theme];
  const value = mixOklab(oklabOfHex(low), oklabOfHex(high), valueOfStep(level, step));
  return { level, step, color: hexOfOklab(mixOklab(value, grey, GREY_OF_LEVEL[level]!)) };
}

/** Where on the ramp a step stands, 0 to 1: the surest steps from end to end, others in the middle of what they join. */
function valueOfStep(level: number, step: number): number {
  const joined = VALUE_STEPS / STEPS_OF_LEVEL[level]!;
  return (step * joined + (joined - 1) / 2) / (VALUE_STEPS - 1);
}

/** The step that a share falls into, of equal ones; 1 belongs to the last. */
function stepAt(share: number, stepCount: number): number {
  return Math.min(stepCount - 1, Math.max(0, Math.floor(share * stepCount)));
}
