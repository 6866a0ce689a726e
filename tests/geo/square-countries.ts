/** For tests of the map's labels: square countries, and the labels of a map of them. */
import fc from 'fast-check';
import type { LabelBox } from '../../src/layout/text/box-index.ts';
import { mapLabels, type MapLabel } from '../../src/layout/map/map-labels.ts';
import type { CountryMark } from '../../src/layout/map/map-marks.ts';

export const SIZE = { width: 600, height: 400 };
export const AT_REST = { k: 1, x: 0, y: 0 };

/** Six px a character. */
export const measure = (text: string) => 6 * text.length;

/** A square country; its land is what labels keep on or clear of. */
export function mark(
  code: string,
  value: number,
  x: number,
  y: number,
  side = 4,
  name = `Land ${code}`,
): CountryMark {
  const half = side / 2;
  const bounds = [
    [x - half, y - half],
    [x + half, y + half],
  ] as const;
  const [[left, top], [right, bottom]] = bounds;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  const shape = {
    code,
    name,
    d: '',
    rest: '',
    areaPx: side * side,
    x,
    y,
    isBehind: false,
    bounds,
    parts: [{ d: '', areaPx: side * side, bounds, lines: [corners] }],
  };
  const step = value > 0 ? 3 : 0;
  const look = value > 0 ? 'value' : 'none';
  return {
    shape,
    node: Number(code),
    value,
    look,
    classIndex: value > 0 ? 0 : -1,
    step,
    fill: `step-${step}`,
  };
}

/** The box of a label's text; its lines are 15 px high and their baselines 4 px below the middle. */
export function boxOf({ rows, x, anchor }: MapLabel): LabelBox {
  const width = Math.max(...rows.map(({ name, number }) => measure(`${name} ${number}`.trim()))) + 3;
  const x0 = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x0, x1: x0 + width, y0: rows[0]!.y - 11.5, y1: rows.at(-1)!.y + 3.5 };
}

export const labelsOf = (
  marks: readonly CountryMark[],
  obstacles: readonly LabelBox[] = [],
  view = AT_REST,
  included: ReadonlySet<number> = new Set(),
) => mapLabels({ areas: marks, cities: [] }, view, SIZE, 'records', measure, obstacles, included);

export const anyMark = fc.record({
  value: fc.nat(60),
  x: fc.integer({ min: -50, max: 650 }),
  y: fc.integer({ min: -50, max: 450 }),
  side: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
});

export const anyView = fc.record({
  k: fc.integer({ min: 1, max: 12 }),
  x: fc.integer({ min: -900, max: 0 }),
  y: fc.integer({ min: -900, max: 0 }),
});
