import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PALER } from './figure-map-marks.ts';
import { COLORS, fillColor, RING_FADE, RING_MIX, ringColor } from './colors.ts';

/** The custom properties of the light theme. */
function tokens(file: string): Map<string, string> {
  const light = readFileSync(file, 'utf8').split(':root[data-theme')[0]!;
  return new Map([...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

it('the colours of files are those of the light theme', () => {
  const page = tokens('src/styles/tokens.css');
  for (const [name, color] of Object.entries(COLORS)) expect([name, page.get(name)]).toEqual([name, color]);
  expect(page.get('paler')).toBe(String(PALER));
  expect(page.get('cat-mix')).toBe(`${RING_MIX * 100}%`);
  expect(page.get('cat-fade')).toBe(`${RING_FADE * 100}%`);
});

it('every class that fills an area has a colour', () => {
  for (let step = 1; step <= 5; step++) expect(fillColor(`step-${step}`)).toMatch(/^#[\da-f]{6}$/);
  const cells = [...tokens('src/styles/uncertainty.css')].filter(([name]) => name.startsWith('vsup-'));
  expect(cells).toHaveLength(7);
  const compared = [...tokens('src/styles/against-all.css')].filter(([name]) => name.startsWith('against-'));
  expect(compared).toHaveLength(6);
  for (const [name, color] of [...cells, ...compared]) expect(fillColor(name)).toBe(color);
});

it('a ring fades outwards, and never to nothing', () => {
  const rings = [0, 1, 2, 3, 4].map((ring) => ringColor(0, ring));
  expect(new Set(rings).size).toBe(4);
  expect(rings).not.toContain(COLORS.panel);
});
