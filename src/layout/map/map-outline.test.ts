import { expect, it } from 'vitest';
import { world } from '../../../tests/geo/flat-world-oracle.ts';
import { outlineOf, OUTLINED_PX } from './map-outline.ts';
import { projectFlat } from './world-map.ts';

const { countries } = projectFlat(world, 920, 400, 'land');
const named = (code: string) => countries.find((shape) => shape.code === code)!;
const countOf = (d: string) => [...d.matchAll(/M/g)].length;

it('an outline goes round the land and its large islands, and round more of them the nearer one looks', () => {
  const shape = named('USA');
  const near = shape.parts.filter(({ bounds: [[left, top], [right, bottom]] }) => {
    return Math.max(right - left, bottom - top) * 4 >= OUTLINED_PX;
  });
  expect(countOf(outlineOf(shape, 1))).toBeLessThan(near.length);
  expect(countOf(outlineOf(shape, 4))).toBe(near.length);
  expect(outlineOf(shape, 1).startsWith(shape.d)).toBe(true);
});

it('a country of small parts has the line around its largest', () => {
  expect(outlineOf(named('CPV'), 1)).toBe(named('CPV').d);
});

it('a place that is only a point has none', () => {
  expect(outlineOf(named('VAT'), 1)).toBe('');
});
