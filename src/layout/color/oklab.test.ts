import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hexOfOklab, mixOklab, oklabOfHex } from './oklab.ts';

it.each([
  ['#ffffff', 1, 0, 0],
  ['#000000', 0, 0, 0],
  ['#ff0000', 0.62796, 0.22486, 0.12585],
  ['#00ff00', 0.86644, -0.23389, 0.1795],
  ['#0000ff', 0.45201, -0.03246, -0.31153],
])('%s is %d %d %d', (hex, lightness, a, b) => {
  const color = oklabOfHex(hex);
  expect(color.l).toBeCloseTo(lightness, 4);
  expect(color.a).toBeCloseTo(a, 4);
  expect(color.b).toBeCloseTo(b, 4);
});

it('a colour comes back as it went', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const hex = `#${number.toString(16).padStart(6, '0')}`;
      expect(hexOfOklab(oklabOfHex(hex))).toBe(hex);
    }),
  );
});

it('a mixture begins with one colour and ends with the other', () => {
  const [teal, sand] = [oklabOfHex('#0a4a4c'), oklabOfHex('#e0c9a0')];
  expect([0, 1].map((share) => hexOfOklab(mixOklab(teal, sand, share)))).toEqual(['#0a4a4c', '#e0c9a0']);
  expect(mixOklab(teal, sand, 0.5).l).toBeCloseTo((teal.l + sand.l) / 2, 12);
});

it('a colour outside of sRGB is brought to its edge', () => {
  expect(hexOfOklab({ l: 2, a: 0, b: 0 })).toBe('#ffffff');
  expect(hexOfOklab({ l: -1, a: 0, b: 0 })).toBe('#000000');
});
