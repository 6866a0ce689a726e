/**
 * How colours look to people whose eyes lack one kind of cone: Machado, Oliveira and Fernandes 2009,
 * doi:10.1109/TVCG.2009.113, matrices at severity 1.0 as its authors published them, applied to linear sRGB.
 */
import { gammaOf, hexOfRgb, linearOf, rgbOfHex, type Rgb } from '../../src/layout/color/oklab.ts';

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Ways to see: with three kinds of cones, and with two. */
export const VISIONS = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export type Vision = keyof typeof VISIONS;

export const VISION_NAMES = Object.keys(VISIONS) as Vision[];

/** How "#rrggbb" looks, as "#rrggbb". */
export function seenAs(hex: string, vision: Vision): string {
  const [red, green, blue] = rgbOfHex(hex).map(linearOf) as unknown as Rgb;
  const seen = VISIONS[vision].map((row) => row[0] * red + row[1] * green + row[2] * blue);
  return hexOfRgb(seen.map((channel) => gammaOf(Math.min(1, Math.max(0, channel)))) as unknown as Rgb);
}
