import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hardestPair, pairsOf } from '../../../tests/color/differences.ts';
import { token } from '../../../tests/color/tokens.ts';
import { AGAINST_COLORS, againstCss } from './against-palette.ts';
import { oklabOfHex } from './oklab.ts';
import { contrast, LEAST_CONTRAST, typeOn } from './type-on.ts';
import { PALETTE_THEMES, type PaletteTheme } from './uncertainty-palette.ts';

/** Smallest CIEDE2000 between any two colours, to any eye. */
const LEAST_DIFFERENCE = 10;
/** … between a colour, and land without a record or the sea. */
const LEAST_FROM_NOTHING = 8;

const groundsOf = (theme: PaletteTheme) => ['land', 'sea'].map((name) => token(theme, name));

describe.each(PALETTE_THEMES)('the colours of a comparison in the %s theme', (theme) => {
  const colors = AGAINST_COLORS[theme];

  it(`differ by ${LEAST_DIFFERENCE} or more, with and without each kind of cones`, () => {
    expect(hardestPair(pairsOf(colors)).difference).toBeGreaterThan(LEAST_DIFFERENCE);
  });

  it(`differ by ${LEAST_FROM_NOTHING} or more from land without a record and from the sea`, () => {
    const crossed = colors.flatMap((color) => groundsOf(theme).map((ground) => [color, ground] as const));
    expect(hardestPair(crossed).difference).toBeGreaterThan(LEAST_FROM_NOTHING);
  });

  it('hold type that can be read', () => {
    for (const color of colors) expect(contrast(typeOn(color), color)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('stand out from the ground the more, the further from the middle, on either side alike', () => {
    const [ground] = groundsOf(theme);
    const depth = (color: string) => Math.abs(oklabOfHex(color).l - oklabOfHex(ground!).l);
    const [far, near, middle, more, most] = colors.map(depth);
    expect(near).toBeGreaterThan(middle!);
    expect(more).toBeGreaterThan(middle!);
    expect(far).toBeGreaterThan(near! + 0.1);
    expect(most).toBeGreaterThan(more! + 0.1);
    expect(Math.abs(far! - most!)).toBeLessThan(0.1);
    expect(Math.abs(near! - more!)).toBeLessThan(0.1);
  });
});

it('the style sheet is what the palette computes', async () => {
  await expect(againstCss()).toMatchFileSnapshot(
    fileURLToPath(new URL('../../styles/against-all.css', import.meta.url)),
  );
});
