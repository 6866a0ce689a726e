import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap, type LabelBox } from './label-placement.ts';
import { mapLabels, type MapLabel } from './map-labels.ts';
import type { CountryMark } from './map-marks.ts';
import { needsCircle } from './world-map.ts';

/** Random runs take a second or two; the usual limit of five is too near on a busy machine. */
const BUSY_MACHINE_MS = 60_000;

const SIZE = { width: 600, height: 400 };
const AT_REST = { k: 1, x: 0, y: 0 };

/** Six px a character. */
const measure = (text: string) => 6 * text.length;

function mark(code: string, value: number, x: number, y: number, side = 4): CountryMark {
  const half = side / 2;
  const bounds = [
    [x - half, y - half],
    [x + half, y + half],
  ] as const;
  const shape = {
    code,
    name: `Land ${code}`,
    d: '',
    rest: '',
    areaPx: side * side,
    x,
    y,
    isBehind: false,
    bounds,
    parts: [],
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

/** The same as land that labels may keep clear of. */
function land(code: string, value: number, x: number, y: number, side: number): CountryMark {
  const country = mark(code, value, x, y, side);
  const [[left, top], [right, bottom]] = country.shape.bounds;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  const part = { d: '', areaPx: side * side, bounds: country.shape.bounds, lines: [corners] };
  return { ...country, shape: { ...country.shape, parts: [part] } };
}

/** The box of a label's text; its line is 15 px high and its baseline 4 px below the middle. */
function boxOf({ name, number, x, y, anchor }: MapLabel): LabelBox {
  const width = measure(`${name} ${number}`) + 4;
  const x0 = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x0, x1: x0 + width, y0: y - 4 - 7.5, y1: y - 4 + 7.5 };
}

const labelsOf = (
  marks: readonly CountryMark[],
  obstacles: readonly LabelBox[] = [],
  view = AT_REST,
  included: ReadonlySet<number> = new Set(),
) => mapLabels({ areas: marks, cities: [] }, view, SIZE, 'records', measure, obstacles, included);

describe('a label on the map', () => {
  it('stands on its country where it fits into it, in the middle', () => {
    const [label] = labelsOf([mark('1', 1234, 300, 200, 150)]);
    expect(label).toEqual({
      key: '1',
      node: 1,
      name: 'Land 1',
      number: '1,234',
      x: 300,
      y: 204,
      anchor: 'middle',
      onStep: 3,
      isCity: false,
      leader: null,
    });
  });

  it('stays whole where its country goes on beyond the map', () => {
    const [atEnd] = labelsOf([mark('1', 7, 300, 398, 150)]);
    expect(boxOf(atEnd!).y1).toBeCloseTo(396, 6);
    expect(atEnd!.anchor).toBe('middle');
    const [atBeginning] = labelsOf([mark('1', 7, 300, 1, 150)]);
    expect(boxOf(atBeginning!).y0).toBeCloseTo(4, 6);
  });

  it('stands beside its country where it does not fit', () => {
    const [beside] = labelsOf([mark('1', 7, 300, 200, 40)]);
    expect(beside).toMatchObject({ anchor: 'start', onStep: 0 });
    expect(beside!.x).toBeGreaterThan(300);
    const [besideCircle] = labelsOf([mark('1', 7, 300, 200, 2)]);
    expect(besideCircle).toMatchObject({ x: 309, y: 204, anchor: 'start', onStep: 0 });
  });

  it('moves to another side where an obstacle stands', () => {
    const right = { x0: 305, y0: 150, x1: 500, y1: 250 };
    expect(labelsOf([mark('1', 7, 300, 200, 2)], [right])).toMatchObject([{ anchor: 'end' }]);
    const everywhere = { x0: 0, y0: 0, x1: 600, y1: 400 };
    expect(labelsOf([mark('1', 7, 300, 200, 2)], [everywhere])).toEqual([]);
  });

  it('moves to another side where another country with a value lies, and stays on one without', () => {
    expect(labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 350, 200, 80)])[0]).toMatchObject({
      key: '1',
      anchor: 'end',
    });
    expect(labelsOf([mark('1', 7, 300, 200, 2), land('2', 0, 350, 200, 80)])).toMatchObject([
      { key: '1', anchor: 'start' },
    ]);
  });

  it('lets its end lie on a neighbour', () => {
    const [label] = labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 395, 200, 80)]);
    expect(label).toMatchObject({ key: '1', anchor: 'start' });
    expect(boxOf(label!).x1).toBeGreaterThan(355);
  });

  describe('where all sides of its country are others', () => {
    const around = [
      [333, 200],
      [267, 200],
      [300, 167],
      [300, 233],
    ].map(([x, y], i) => land(String(i + 2), 3, x!, y!, 58));
    /** Six with higher values, in a corner. */
    const higher = Array.from({ length: 6 }, (_, i) => mark(String(i + 10), 9, 20, 20 + 50 * i, 2));
    const small = mark('1', 2, 300, 200, 2);

    it('is led away by a line where it is one of the highest, or included', () => {
      for (const labels of [
        labelsOf([mark('1', 7, 300, 200, 2), ...around]),
        labelsOf([small, ...around, ...higher], [], AT_REST, new Set([1])),
      ]) {
        const [label] = labels;
        expect(label).toMatchObject({ key: '1', onStep: 0 });
        const { x0, y0, x1, y1 } = label!.leader!;
        expect(Math.hypot(x0 - 300, y0 - 200)).toBeCloseTo(6, 6);
        expect(Math.hypot(x1 - 300, y1 - 200)).toBeLessThanOrEqual(0.12 * SIZE.width);
        expect(Math.hypot(x1 - label!.x, y1 - (label!.y - 4))).toBeCloseTo(3, 6);
        const box = boxOf(label!);
        for (const { shape } of around) {
          const middle = { x0: box.x0 + 20, x1: box.x1 - 20, y0: label!.y - 4, y1: label!.y - 3 };
          const [[left, top], [right, bottom]] = shape.bounds;
          expect(boxesOverlap(middle, { x0: left, y0: top, x1: right, y1: bottom })).toBe(false);
        }
      }
    });

    it('is left out where six are higher', () => {
      expect(labelsOf([small, ...around, ...higher]).map(({ key }) => key)).not.toContain('1');
    });
  });

  it('covers no circle of another country but one behind a globe, and has no other between it and its own', () => {
    const behind = mark('2', 3, 340, 200, 2);
    const [free] = labelsOf([
      mark('1', 7, 300, 200, 2),
      { ...behind, shape: { ...behind.shape, isBehind: true } },
    ]);
    expect(free).toMatchObject({ key: '1', anchor: 'start' });
    const [label] = labelsOf([mark('1', 7, 300, 200, 2), mark('2', 3, 340, 200, 2)]);
    expect(label).toMatchObject({ key: '1', anchor: 'end' });
    // a narrow country beside it: as Argentina beside Chile on a small map
    const [beside] = labelsOf([mark('1', 7, 300, 200, 2), land('2', 3, 312, 200, 12)]);
    expect(beside).toMatchObject({ key: '1', anchor: 'end' });
  });

  it('of a city stands in its country', () => {
    const city = { node: 9, name: 'Town', value: 4, x: 300, y: 240, radiusPx: 5 };
    const marks = { areas: [land('1', 7, 300, 200, 390)], cities: [city] };
    const keys = mapLabels(marks, AT_REST, SIZE, 'records', measure).map(({ key }) => key);
    expect(keys).toContain('city 9');
  });

  it('stands above the middle of its area where a city has taken that', () => {
    const city = { node: 2, name: 'Town', value: 7, x: 280, y: 200, radiusPx: 6 };
    const marks = { areas: [land('1', 7, 300, 200, 190)], cities: [city] };
    const labels = mapLabels(marks, AT_REST, SIZE, 'records', measure);
    expect(labels.map(({ name }) => name)).toEqual(['Town', 'Land 1']);
    expect(labels[1]).toMatchObject({ x: 300, anchor: 'middle', onStep: 0 });
    expect(labels[1]!.y).toBeLessThan(195);
  });

  it('is there for countries with a value only, in view only', () => {
    expect(labelsOf([mark('1', 0, 300, 200)])).toEqual([]);
    expect(labelsOf([mark('1', 5, 700, 200), mark('2', 5, 300, -1)])).toEqual([]);
    expect(labelsOf([mark('1', 5, 700, 200)], [], { k: 1, x: -400, y: 0 })).toHaveLength(1);
  });

  it('comes with zooming in onto its country', () => {
    const country = mark('1', 5, 300, 200, 40);
    expect(labelsOf([country])[0]!.onStep).toBe(0);
    expect(labelsOf([country], [], { k: 4, x: -900, y: -600 })[0]!.onStep).toBe(3);
  });

  it('writes two decimals under other counting rules', () => {
    const [label] = mapLabels(
      { areas: [mark('1', 0.625, 300, 200)], cities: [] },
      AT_REST,
      SIZE,
      'score',
      measure,
    );
    expect(label!.number).toBe('0.63');
  });

  it('is tried for the 32 highest values', () => {
    const marks = Array.from({ length: 40 }, (_, i) => mark(String(i), i + 1, 20, 5 + 10 * i, 2));
    const wide = { width: 600, height: 4000 };
    const labels = mapLabels(
      {
        areas: marks.map((each) => ({ ...each, shape: { ...each.shape, y: each.shape.y * 4 } })),
        cities: [],
      },
      AT_REST,
      wide,
      'records',
      measure,
    );
    expect(labels.map(({ key }) => Number(key))).toEqual(Array.from({ length: 32 }, (_, i) => 39 - i));
  });

  it('goes to the higher value where there is room for one', () => {
    const aboveAndBelow = [
      { x0: 0, y0: 0, x1: 600, y1: 190 },
      { x0: 0, y0: 210, x1: 600, y1: 400 },
    ];
    const labels = labelsOf([mark('1', 3, 300, 200, 150), mark('2', 9, 302, 200, 150)], aboveAndBelow);
    expect(labels.map(({ key }) => key)).toEqual(['2']);
  });
});

const anyMark = fc.record({
  value: fc.nat(60),
  x: fc.integer({ min: -50, max: 650 }),
  y: fc.integer({ min: -50, max: 450 }),
  side: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
});

const anyMarks = fc
  .array(anyMark, { maxLength: 60, size: 'max' })
  .map((marks) => marks.map(({ value, x, y, side }, i) => mark(String(i), value, x, y, side)));

const anyBox: fc.Arbitrary<LabelBox> = fc
  .record({ x0: fc.nat(600), y0: fc.nat(400), width: fc.nat(250), height: fc.nat(150) })
  .map(({ x0, y0, width, height }) => ({ x0, y0, x1: x0 + width + 1, y1: y0 + height + 1 }));

const anyView = fc.record({
  k: fc.integer({ min: 1, max: 12 }),
  x: fc.integer({ min: -900, max: 0 }),
  y: fc.integer({ min: -900, max: 0 }),
});

describe('the labels of any map', { timeout: BUSY_MACHINE_MS }, () => {
  it('lie inside, over no other and over no obstacle, the highest values first, at most 32', () => {
    fc.assert(
      fc.property(anyMarks, fc.array(anyBox, { maxLength: 4 }), anyView, (marks, obstacles, view) => {
        const labels = labelsOf(marks, obstacles, view);
        const boxes = labels.map(boxOf);
        expect(labels.length).toBeLessThanOrEqual(32);
        boxes.forEach((box, i) => {
          const within = { x0: 3.999, y0: 3.999, x1: 596.001, y1: 396.001 };
          expect(box.x0 >= within.x0 && box.y0 >= within.y0).toBe(true);
          expect(box.x1 <= within.x1 && box.y1 <= within.y1).toBe(true);
          for (const other of [...obstacles, ...boxes.slice(0, i)])
            expect(boxesOverlap(box, other)).toBe(false);
        });
        const values = labels.map(({ key }) => marks[Number(key)]!.value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
        expect(values.every((value) => value > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('hold the one with the highest value wherever it has room', () => {
    // circles would take the room that it has alone
    const areas = anyMarks.map((marks) => marks.filter(({ shape }) => !needsCircle(shape, 1)));
    fc.assert(
      fc.property(areas, fc.array(anyBox, { maxLength: 2 }), (marks, obstacles) => {
        const inView = marks.filter(
          ({ shape: { x, y }, value }) => value > 0 && x > 0 && y > 0 && x < 600 && y < 400,
        );
        const first = [...inView].sort((a, b) => b.value - a.value)[0];
        if (!first) return;
        const alone = labelsOf([first], obstacles);
        expect(labelsOf(marks, obstacles).slice(0, alone.length)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});
