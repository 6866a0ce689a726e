/** Type on a coloured area: the one rule for page and figure, which the page has as custom properties. */
import { hexOfRgb, linearOf, rgbOfHex } from './oklab.ts';

/** --type-high and --type-low of the light theme in src/styles/tokens.css; the dark one has them the other way round. */
export const LIGHT_TYPE = '#ffffff';
export const DARK_TYPE = '#1c2431';
/** Where neither can be read. */
export const BLACK_TYPE = '#070a0f';

/** What WCAG 2.2 asks for between text and its ground, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** Relative luminance of "#rrggbb", 0 to 1: WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOfHex(hex);
  return 0.2126 * linearOf(red) + 0.7152 * linearOf(green) + 0.0722 * linearOf(blue);
}

/** Contrast of two colours, 1 to 21: WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour of type on an area: light where the area is dark enough for it, else dark. */
export const typeOn = (area: string): string =>
  [LIGHT_TYPE, DARK_TYPE].find((type) => contrast(type, area) >= LEAST_CONTRAST) ?? BLACK_TYPE;

/** What is left of a colour over a ground, as browsers put an opaque colour behind one of this opacity. */
export function over(color: string, ground: string, opacity: number): string {
  const behind = rgbOfHex(ground);
  const [red, green, blue] = rgbOfHex(color).map(
    (channel, i) => opacity * channel + (1 - opacity) * behind[i]!,
  );
  return hexOfRgb([red!, green!, blue!]);
}
