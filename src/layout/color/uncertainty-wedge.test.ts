import { describe, expect, it } from 'vitest';
import { paletteCells } from './uncertainty-palette.ts';
import { rimLabels, roomBesideTip, wedgeLegend } from './uncertainty-wedge.ts';

describe.each([40, 96])('the wedge of %d px', (radius) => {
  const { cells, valueLabels, levelLabels, bounds } = wedgeLegend(radius);
  const [left, top, right, bottom] = bounds;

  it('has the cells of the palette, each with its path', () => {
    expect(cells.map(({ level, step }) => [level, step])).toEqual(
      paletteCells('light').map(({ level, step }) => [level, step]),
    );
    expect(cells.map(({ name }) => name)).toContain('vsup-0-3');
    for (const { d } of cells) expect(d).toMatch(/^M[-\d.,MLAZ]+Z$/);
  });

  it('keeps its cells inside its bounds, wide enough to be seen', () => {
    for (const { x, y } of cells) {
      expect(x > left && x < right && y > top && y < bottom).toBe(true);
      expect(Math.hypot(x, y)).toBeLessThan(radius);
    }
    expect(top).toBe(-radius);
    expect(right - left).toBeGreaterThan(radius);
  });

  it('has values that rise from left to right, and the surest level along the rim', () => {
    const rim = cells.filter(({ level }) => level === 0);
    expect(rim.map(({ x }) => x)).toEqual(rim.map(({ x }) => x).sort((a, b) => a - b));
    const tip = cells.at(-1)!;
    expect(Math.hypot(tip.x, tip.y)).toBeLessThan(radius / 3);
    expect(tip.x).toBeCloseTo(0, 6);
  });

  it('has labels outside of it: values above the rim, levels at the right', () => {
    expect(valueLabels.map(({ index, anchor }) => [index, anchor])).toEqual([
      [0, 'end'],
      [1, 'end'],
      [2, 'start'],
      [3, 'start'],
    ]);
    for (const { x, y } of valueLabels) expect(Math.hypot(x, y)).toBeGreaterThan(radius);
    expect(levelLabels.map(({ index }) => index)).toEqual([0, 1, 2]);
    levelLabels.forEach(({ x, y }, level) => {
      const edge = cells.filter((cell) => cell.level === level).at(-1)!;
      expect(x).toBeGreaterThan(edge.x);
      expect(Math.atan2(x, -y)).toBeGreaterThan(Math.PI / 4);
    });
  });
});

describe('the labels of its rim', () => {
  const wedge = wedgeLegend(84);
  const labelsOf = (...values: number[]) =>
    rimLabels(
      wedge,
      values.map((value) => ({ from: value, to: value, step: 0 })),
      ({ from }) => `${from}`,
    );

  it('are spread over the steps where there are fewer classes', () => {
    const stepsOf = (...values: number[]) => labelsOf(...values).map(({ index, words }) => [index, words]);
    expect(stepsOf(7)).toEqual([[2, '7']]);
    expect(stepsOf(1, 9)).toEqual([
      [0, '1'],
      [3, '9'],
    ]);
    expect(stepsOf(1, 2, 3, 4).map(([index]) => index)).toEqual([0, 1, 2, 3]);
  });

  it('have room on their side, and no side less than the levels need', () => {
    const rim = labelsOf(1, 9);
    const least = roomBesideTip(rim, () => 0);
    const wide = roomBesideTip(rim, (words) => (words === '1' ? 200 : 0));
    expect(wide.right).toBe(least.right);
    expect(wide.left).toBe(Math.ceil(200 + Math.abs(rim[0]!.x)));
    expect(wide.left).toBeGreaterThan(least.left);
  });
});
