/**
 * The colours of a comparison: ochre for less often than expected, teal for more, a warm grey where no difference is
 * clear, and a cool one where there are too few records to tell. The test computes that every pair stays apart for
 * people with two kinds of cones, and from land without a record.
 */
import { typeOn } from './type-on.ts';
import { PALETTE_THEMES, type PaletteTheme } from './uncertainty-palette.ts';

/** From far less often to far more often, then what cannot be told: "#rrggbb". */
export const AGAINST_COLORS: Readonly<Record<PaletteTheme, readonly string[]>> = {
  light: ['#8a4f14', '#d19a50', '#cbc6bb', '#5ba8a0', '#0f5e5c', '#d6dde8'],
  dark: ['#f2c98d', '#a8742f', '#56534c', '#3f918a', '#b0eee1', '#3f4a5c'],
};

/** The name of a colour as class and, after two dashes, as custom property: "against-3". */
export const againstName = (index: number): string => `against-${index}`;

/**
 * The palette as a style sheet, src/styles/against-all.css: each colour and the type on it as custom properties for both
 * themes, and a class that hands them on as --fill and --type.
 */
export function againstCss(): string {
  const tokens = (theme: PaletteTheme) =>
    AGAINST_COLORS[theme].flatMap((color, i) => [
      `  --${againstName(i)}: ${color};`,
      `  --type-${againstName(i)}: ${typeOn(color)};`,
    ]);
  const [light, dark] = PALETTE_THEMES.map((theme) => tokens(theme).join('\n'));
  const classes = AGAINST_COLORS.light.map(
    (_, i) =>
      `.${againstName(i)} {\n  --fill: var(--${againstName(i)});\n  --type: var(--type-${againstName(i)});\n}`,
  );
  return `${[
    '/* Computed by src/layout/color/against-palette.ts, whose test compares: npx vitest run against-palette -u */',
    `:root {\n${light}\n}`,
    `:root[data-theme='dark'] {\n${dark}\n}`,
    ...classes,
  ].join('\n')}\n`;
}
