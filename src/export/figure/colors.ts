/**
 * The colours of files: those of the light theme, as src/styles/tokens.css has them (a test compares). A file goes
 * into a slide or onto paper, whatever the page looked like.
 */
import { hexOfOklab, mixOklab, oklabOfHex } from '../../layout/color/oklab.ts';
import { AGAINST_COLORS, againstName } from '../../layout/color/against-palette.ts';
import { cellName, paletteCells } from '../../layout/color/uncertainty-palette.ts';

export const COLORS = {
  panel: '#ffffff',
  line: '#e3dfd5',
  'line-strong': '#8c8a83',
  ink: '#1c2431',
  'ink-soft': '#545d6b',
  accent: '#0e6663',
  warn: '#a53d1c',
  sea: '#fbfbfa',
  land: '#efede6',
  'land-hatch': '#e1ddd2',
  border: '#ffffff',
  coast: '#d8d4c8',
  'ramp-1': '#98cbc4',
  'ramp-2': '#5ba8a0',
  'ramp-3': '#2f827d',
  'ramp-4': '#156866',
  'ramp-5': '#0a4a4c',
  city: '#a8641c',
  'city-soft': '#f6dfbf',
  'cat-1': '#3f7cac',
  'cat-2': '#d0962f',
  'cat-3': '#8f5d92',
  'cat-4': '#6f9440',
  'cat-5': '#c5694a',
  'cat-6': '#7b8694',
  'team-1': '#206bde',
  'team-2': '#cb790a',
  'team-3': '#603673',
  'team-4': '#32a677',
  'team-5': '#b53a33',
  'team-other': '#8a929c',
} as const;

/** How much of its hue a sunburst's innermost ring has, and how much less each further one: shares of 1. */
export const RING_MIX = 0.62;
export const RING_FADE = 0.12;

const PAINTED = new Map([
  ...paletteCells('light').map((cell) => [cellName(cell), cell.color] as const),
  ...AGAINST_COLORS.light.map((color, i) => [againstName(i), color] as const),
]);

/** The colour of a map's fill class: "step-3", "vsup-0-2", "against-3". */
export function fillColor(fill: string): string {
  return PAINTED.get(fill) ?? COLORS[fill.replace('step-', 'ramp-') as keyof typeof COLORS];
}

/** The hue of a group of people in the graph, from 0; grey for -1, those of no group. */
export function groupColor(group: number): string {
  return COLORS[(group < 0 ? 'team-other' : `team-${group + 1}`) as keyof typeof COLORS];
}

/** A branch's hue on a ring, mixed with the panel as the page does. @param hue 0 to 4, 5 for the grey of all others */
export function ringColor(hue: number, ring: number): string {
  const share = RING_MIX - Math.min(3, ring) * RING_FADE;
  const color = COLORS[`cat-${hue + 1}` as keyof typeof COLORS];
  return hexOfOklab(mixOklab(oklabOfHex(COLORS.panel), oklabOfHex(color), share));
}
