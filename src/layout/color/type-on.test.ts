import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contrast, DARK_TYPE, LEAST_CONTRAST, LIGHT_TYPE, over, typeOn } from './type-on.ts';
import { PALETTE_THEMES, paletteCells } from './uncertainty-palette.ts';

const sheet = readFileSync(fileURLToPath(new URL('../../styles/tokens.css', import.meta.url)), 'utf8');
const [css = ''] = sheet.split('@media (prefers-contrast: more)');
const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
const tokensOf = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]));

it('contrast is 21 between black and white, 1 between equals', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6);
  expect(contrast('#328883', '#328883')).toBe(1);
});

describe.each(PALETTE_THEMES)('type on the areas of the %s theme', (theme) => {
  const tokens = tokensOf(theme === 'light' ? light : light + dark);
  const named = (name: string) => tokens.get(name)!;

  it.each([1, 2, 3, 4, 5])('is the page’s on step %i, and can be read', (step) => {
    const area = named(`ramp-${step}`);
    expect(typeOn(area)).toBe(named(step < 3 ? 'type-low' : 'type-high'));
    expect(contrast(typeOn(area), area)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it.each([1, 2, 3, 4, 5])('is so on step %i where it steps back behind what is chosen', (step) => {
    const area = over(named(`ramp-${step}`), named('sea'), Number(named('paler')));
    expect(typeOn(area)).toBe(named(step < 4 ? 'type-paler' : `type-paler-${step}`));
    expect(contrast(typeOn(area), area)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('can be read where doubt holds colour back', () => {
    for (const { color } of paletteCells(theme)) {
      expect(contrast(typeOn(color), color)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  });

  it('can be read on what is excluded, hatching and all', () => {
    const hatch = over(named('warn'), named('land'), 0.3);
    expect(contrast(named('warn'), named('land'))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    // the rim of the letters is land
    expect(contrast(hatch, named('land'))).toBeGreaterThan(1.2);
  });
});

it('the file’s two colours of type are the page’s', () => {
  expect([tokensOf(light).get('type-high'), tokensOf(light).get('type-low')]).toEqual([
    LIGHT_TYPE,
    DARK_TYPE,
  ]);
});
