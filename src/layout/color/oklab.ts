/**
 * Colours in OKLab, where a straight line between two colours keeps lightness and hue even: Ottosson 2020,
 * https://bottosson.github.io/posts/oklab/ (public domain). Colours outside of sRGB are brought to its edge channel
 * by channel.
 */

/** A colour in OKLab: lightness 0 (black) to 1 (white), `a` from green to red and `b` from blue to yellow. */
export interface Oklab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** Red, green and blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

/** The channels of "#rrggbb" as they stand there, gamma included. */
export function rgbOfHex(hex: string): Rgb {
  const channel = (from: number) => parseInt(hex.slice(from, from + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** "#rrggbb" of channels with gamma; channels outside 0 to 1 are brought inside. */
export function hexOfRgb(rgb: Rgb): string {
  const byte = (channel: number) => Math.round(255 * Math.min(1, Math.max(0, channel)));
  return `#${rgb.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Takes gamma out of an sRGB channel (IEC 61966-2-1). */
export function linearOf(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Puts gamma into a linear channel (IEC 61966-2-1). */
export function gammaOf(channel: number): number {
  return channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
}

/** The OKLab colour of "#rrggbb". */
export function oklabOfHex(hex: string): Oklab {
  const [red, green, blue] = rgbOfHex(hex).map(linearOf) as unknown as Rgb;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

/** "#rrggbb" of an OKLab colour. */
export function hexOfOklab({ l, a, b }: Oklab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return hexOfRgb([
    gammaOf(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    gammaOf(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    gammaOf(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]);
}

/**
 * The colour on the straight line from one to the other.
 * @param share 0 (the first) to 1 (the second)
 */
export function mixOklab(from: Oklab, to: Oklab, share: number): Oklab {
  const between = (a: number, b: number) => a + (b - a) * share;
  return { l: between(from.l, to.l), a: between(from.a, to.a), b: between(from.b, to.b) };
}
