import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hardestPair, pairsOf } from './differences.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split("[data-theme='dark']");

/** The token's colour in a theme. */
function token(theme: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme);
  if (!found) throw new Error(`no colour --${name}`);
  return found[1]!;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of communities, %s', (_, theme) => {
  const colors = ['team-1', 'team-2', 'team-3', 'team-4', 'team-5', 'team-other'].map((name) =>
    token(theme, name),
  );

  it('stay apart for every way to see', () => {
    expect(hardestPair(pairsOf(colors)).difference).toBeGreaterThan(10);
  });

  it('stand out from the panel', () => {
    for (const color of colors) expect(contrast(color, token(theme, 'panel'))).toBeGreaterThanOrEqual(3);
  });
});
