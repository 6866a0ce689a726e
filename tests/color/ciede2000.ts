/**
 * How different two colours look: CIEDE2000 (CIE 142-2001), written after Sharma, Wu and Dalal 2005,
 * doi:10.1002/col.20070. About 1 is a just noticeable difference between large patches side by side.
 */
import { linearOf, rgbOfHex } from '../../src/layout/color/oklab.ts';

/** A colour in CIELAB: L* 0 to 100. */
export interface Lab {
  readonly L: number;
  readonly a: number;
  readonly b: number;
}

/** sRGB to XYZ under D65 (IEC 61966-2-1), and the white point that its rows sum up to. */
const XYZ_OF_RGB = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
] as const;

/** The CIELAB colour of "#rrggbb" under D65. */
export function labOfHex(hex: string): Lab {
  const linear = rgbOfHex(hex).map(linearOf);
  const [x, y, z] = XYZ_OF_RGB.map((row) => {
    const white = row[0] + row[1] + row[2];
    const share = (row[0] * linear[0]! + row[1] * linear[1]! + row[2] * linear[2]!) / white;
    return share > (6 / 29) ** 3 ? Math.cbrt(share) : share / (3 * (6 / 29) ** 2) + 4 / 29;
  }) as [number, number, number];
  return { L: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;
const cosOf = (degrees: number) => Math.cos(rad(degrees));
const hueOf = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad(1) + 360) % 360);
const pull = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** The difference, 0 and up; all three weights are 1. */
export function ciede2000(first: Lab, second: Lab): number {
  const chroma = (Math.hypot(first.a, first.b) + Math.hypot(second.a, second.b)) / 2;
  const stretch = 1 + 0.5 * (1 - pull(chroma));
  const [a1, a2] = [first.a * stretch, second.a * stretch];
  const [c1, c2] = [Math.hypot(a1, first.b), Math.hypot(a2, second.b)];
  const [h1, h2] = [hueOf(a1, first.b), hueOf(a2, second.b)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
  const far = Math.abs(h1 - h2) > 180;
  const hue = isGrey ? h1 + h2 : far ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
  const lightness = (first.L + second.L) / 2;
  const c = (c1 + c2) / 2;
  const weight =
    1 -
    0.17 * cosOf(hue - 30) +
    0.24 * cosOf(2 * hue) +
    0.32 * cosOf(3 * hue + 6) -
    0.2 * cosOf(4 * hue - 63);
  const fromMiddle = (lightness - 50) ** 2;
  const deltaL = (second.L - first.L) / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle));
  const deltaC = (c2 - c1) / (1 + 0.045 * c);
  const deltaH = (2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2))) / (1 + 0.015 * c * weight);
  const rotation = -Math.sin(rad(60 * Math.exp(-(((hue - 275) / 25) ** 2)))) * 2 * pull(c);
  return Math.sqrt(deltaL ** 2 + deltaC ** 2 + deltaH ** 2 + rotation * deltaC * deltaH);
}
