import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardestPair, pairsOf } from '../../../tests/color/differences.ts';
import { token } from '../../../tests/color/tokens.ts';
import { oklabOfHex } from './oklab.ts';
import {
  PALETTE_THEMES,
  paletteCells,
  paletteCss,
  STEPS_OF_LEVEL,
  suppressedColor,
  VALUE_STEPS,
  valueShareOf,
  type PaletteTheme,
} from './uncertainty-palette.ts';

/** Smallest CIEDE2000 between any two colours of the palette, to any eye. */
const LEAST_DIFFERENCE = 8;
/** … between two steps of the most certain level. */
const LEAST_BETWEEN_SURE_STEPS = 12;
/** … between two steps of the plain ramp. */
const LEAST_ON_RAMP = 9;
/** … between a colour that stands for a value, and land without a record or the sea. */
const LEAST_FROM_NOTHING = 8;

const rampOf = (theme: PaletteTheme) => [1, 2, 3, 4, 5].map((step) => token(theme, `ramp-${step}`));

const chromaOf = (hex: string) => {
  const { a, b } = oklabOfHex(hex);
  return Math.hypot(a, b);
};

describe.each(PALETTE_THEMES)('the colours of the %s theme, with and without each kind of cones', (theme) => {
  const cells = paletteCells(theme);
  const colors = cells.map(({ color }) => color);
  const nothing = [token(theme, 'land'), token(theme, 'sea')];
  const crossed = (values: readonly string[]) =>
    values.flatMap((value) => nothing.map((none) => [value, none] as const));

  it(`differ by ${LEAST_DIFFERENCE} or more, cell by cell`, () => {
    expect(hardestPair(pairsOf(colors)).difference).toBeGreaterThan(LEAST_DIFFERENCE);
  });

  it(`differ by ${LEAST_BETWEEN_SURE_STEPS} or more on the most certain level`, () => {
    const sure = colors.slice(0, VALUE_STEPS);
    expect(hardestPair(pairsOf(sure)).difference).toBeGreaterThan(LEAST_BETWEEN_SURE_STEPS);
  });

  it(`differ by ${LEAST_FROM_NOTHING} or more from land without a record and from the sea`, () => {
    expect(hardestPair(crossed(colors)).difference).toBeGreaterThan(LEAST_FROM_NOTHING);
  });

  it(`differ by ${LEAST_ON_RAMP} or more along the plain ramp, and from land without a record and the sea`, () => {
    expect(hardestPair(pairsOf(rampOf(theme))).difference).toBeGreaterThan(LEAST_ON_RAMP);
    expect(hardestPair(crossed(rampOf(theme))).difference).toBeGreaterThan(LEAST_ON_RAMP);
  });

  it('begin and end with the ramp, which rises or falls in lightness all the way', () => {
    const ramp = rampOf(theme);
    expect([colors[0], colors[VALUE_STEPS - 1]]).toEqual([ramp[0], ramp[4]]);
    const lightness = ramp.map((color) => oklabOfHex(color).l);
    expect(lightness).toEqual([...lightness].sort((a, b) => (theme === 'light' ? b - a : a - b)));
  });

  it('are greyer on each level than on the one before', () => {
    const chroma = STEPS_OF_LEVEL.map((_, level) =>
      cells.filter((cell) => cell.level === level).map(({ color }) => chromaOf(color)),
    );
    expect(Math.max(...chroma[1]!)).toBeLessThan(Math.min(...chroma[0]!));
    expect(Math.max(...chroma[2]!)).toBeLessThan(Math.min(...chroma[0]!));
    expect(Math.max(...chroma.flat())).toBeLessThan(0.1);
  });
});

describe('a value and its certainty', () => {
  it.each([
    { value: 0, certainty: 1, level: 0, step: 0 },
    { value: 0.26, certainty: 1, level: 0, step: 1 },
    { value: 1, certainty: 0.67, level: 0, step: 3 },
    { value: 0.26, certainty: 0.5, level: 1, step: 0 },
    { value: 0.5, certainty: 1 / 3, level: 1, step: 1 },
    { value: 1, certainty: 0.33, level: 2, step: 0 },
    { value: 0, certainty: 0, level: 2, step: 0 },
  ])('$value, $certainty: level $level, step $step', ({ value, certainty, level, step }) => {
    expect(suppressedColor(value, certainty, 'light')).toMatchObject({ level, step });
  });

  it('have a cell of the palette, and two neighbouring steps become one where certainty falls', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom(...PALETTE_THEMES), (value, certainty, theme) => {
        expect(paletteCells(theme)).toContainEqual(suppressedColor(value, certainty, theme));
        const [sure, less, least] = [5, 3, 1].map((sixths) => suppressedColor(value, sixths / 6, theme).step);
        expect([less, least]).toEqual([Math.floor(sure! / 2), 0]);
      }),
    );
  });

  it.each([
    { classCount: 1, steps: [2] },
    { classCount: 2, steps: [0, 3] },
    { classCount: 3, steps: [0, 2, 3] },
    { classCount: 4, steps: [0, 1, 2, 3] },
  ])('$classCount classes take the steps $steps', ({ classCount, steps }) => {
    const taken = steps.map((_, i) => suppressedColor(valueShareOf(i + 1, classCount), 1, 'dark').step);
    expect(taken).toEqual(steps);
  });
});

it('the style sheet is what the palette computes', async () => {
  await expect(paletteCss()).toMatchFileSnapshot(
    fileURLToPath(new URL('../../styles/uncertainty.css', import.meta.url)),
  );
});
